// expect: a counter cannot be increased by a negative amount
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.sensor_reads.labels(weather_station::Sensor::bme680).inc(-1);
}
