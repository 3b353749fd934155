// expect: application\.metrics
#include "weather_station.hpp"

struct Station {};

void use(Station& station) { (void)weather_station::site(station); }
