// expect: cannot convert .*Sensor.* to .*Bosch|no viable conversion from .*Sensor.* to .*Bosch|could not convert .*Sensor
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.gas.labels(weather_station::Sensor::bme680).set_scaled(1);
}
