// expect: is not a constant expression
#include "weather_station.hpp"

// What the compiler does not know is looked for with PressureSensor::find.
void use(weather_station::Metrics& metrics, weather_station::Sensor sensor) {
  metrics.pressure.labels(sensor).set_scaled(1);
}
