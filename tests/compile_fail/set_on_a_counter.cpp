// expect: has no member named .set.|no member named 'set' in
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.sensor_reads.labels(weather_station::Sensor::bme680).set(1);
}
