// compiles: what the cases get wrong, done right, so that none of them fails for want of a header.
#include "weather_station.hpp"

using namespace weather_station;

struct Station {
  Metrics metrics;
};

int main() {
  Station station;
  station.metrics.temperature.labels(Sensor::bme680).set(21.5);
  station.metrics.sensor_reads.labels(Sensor::si7021).inc(2);
  (void)site(station);
}
