// expect: cannot convert .*SensorFailure.* to .*Sensor|cannot initialize a parameter of type .*Sensor.* of type .*SensorFailure
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.temperature.labels(weather_station::SensorFailure::crc).set_scaled(1);
}
