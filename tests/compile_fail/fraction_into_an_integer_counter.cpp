// expect: this counter is stored as an integer; for fractions write `value: double` in its schema
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.sensor_reads.labels(weather_station::Sensor::bme680).inc(0.5);
}
