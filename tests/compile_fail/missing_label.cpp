// expect: no matching function for call to .*labels\(\)|too few arguments to function call
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) { metrics.temperature.labels().set_scaled(1); }
