// expect: no matching function for call to .*labels\(\)|no matching member function for call to 'labels'
#include "weather_station.hpp"

void use(weather_station::Metrics& metrics) { metrics.temperature.labels().set_scaled(1); }
