// expect: no known conversion .*Sensor.* to .*Bosch
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.gas.labels(weather_station::Sensor::bme680).set_scaled(1);
}
