// expect: .sht31. is not a member of .*Sensor|no member named 'sht31' in .*Sensor
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.temperature.labels(weather_station::Sensor::sht31).set_scaled(1);
}
