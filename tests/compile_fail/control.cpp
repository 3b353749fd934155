// compiles: what the cases get wrong, done right, so that none of them fails for want of a header.
#include "weather_station.hpp"

int main() {}
