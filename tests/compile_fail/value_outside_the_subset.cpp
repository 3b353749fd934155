// expect: the_family_has_no_such_label_value
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) {
  metrics.gas.labels(weather_station::Sensor::si7021).set_scaled(1);
}
