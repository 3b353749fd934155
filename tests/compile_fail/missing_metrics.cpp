// first: the application must have `Metrics metrics`, with the cells of all metrics
#include "weather_station.hpp"

struct Station {};

void use(Station& station) { (void)weather_station::site(station); }
