// expect: cannot convert .*Sensor.* to .*Bosch|cannot initialize a parameter of type .*Bosch.* of type .*Sensor
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.gas.labels(weather_station::Sensor::bme680).set_scaled(1);
}
