// The weather station: two sensors on one page. Their values come from a stand-in, a mild day in the country.
#include <prometheus_express/ports/posix.hpp>

#include "day.hpp"
#include "weather_station.hpp"

namespace px = prometheus_express;
using weather_station::Bosch;
using weather_station::Sensor;

struct Station {
  weather_station::Metrics metrics;

  void sample(px::Time now) {
    const Day day{now};
    metrics.temperature.labels(Sensor::bme680).set_scaled(day.centidegrees());
    metrics.temperature.labels(Sensor::si7021).set_scaled(day.centidegrees() - 31);
    metrics.humidity.labels(Sensor::bme680).set_scaled(day.humidity());
    metrics.humidity.labels(Sensor::si7021).set_scaled(day.humidity() + 120);
    metrics.pressure.labels(Bosch::bme680).set_scaled(day.decipascals());
    metrics.gas.labels(Bosch::bme680).set_scaled(day.gas_ohms());
    for (const Sensor sensor : weather_station::all<Sensor>) {
      metrics.readings.labels(sensor).inc();
    }
  }
};
constinit Station station;

int main(int argc, char** argv) {
  return px::posix::serve(
      weather_station::site(station), argc, argv,
      {.every = px::Duration::seconds(1), .call = [](px::Time now) { station.sample(now); }});
}
