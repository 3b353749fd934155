double scaled(double value) { return value * 1.5; }
float halved(float value) { return value / 3.0f; }
