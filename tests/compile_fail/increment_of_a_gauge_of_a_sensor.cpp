// first: a sensor feeds this gauge, as its `read:` in the schema says
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.temperature.labels(weather_station::Sensor::bme680).inc();
}
