// The weather station: two sensors on one bus, read and served by one loop. The bus is a simulated one, see simulation.hpp;
// any other that implements bus::I2c takes its place.
#include <prometheus_express/ports/posix.hpp>

#include "simulation.hpp"
#include "weather_station.hpp"

namespace px = prometheus_express;

struct Station {
  weather_station::Metrics metrics;
};
constinit Station station;

int main(int argc, char** argv) {
  const auto site = weather_station::site(station);
  Simulation simulation;
  px::posix::Arguments arguments{site.port};
  if (!arguments.parse(argc, argv, simulation.options())) {
    return arguments.exit_status();
  }

  weather_station::Sensors sensors{simulation.i2c0};
  return px::posix::serve(site, arguments, {.poll = [&](px::Time now) {
                            simulation.advance(now);
                            return sensors.poll(station.metrics, now);
                          }});
}
