// compiles: what the cases get wrong, done right, so that none of them fails for want of a header.
#include "weather_station.hpp"

using namespace weather_station;

struct Station {
  Metrics metrics;
};

int main() {
  Station station;
  static_cast<void>(station.metrics.temperature.labels(Sensor::bme680).value());
  station.metrics.sensor_up.labels(Sensor::bme680).set(1);
  station.metrics.sensor_reads.labels(Sensor::si7021).inc(2);
  (void)site(station);
}
