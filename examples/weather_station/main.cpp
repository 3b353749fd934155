// The weather station: two sensors on one bus, read and served by one loop. The bus is a simulated one, see simulation.hpp, or with
// `--i2c /dev/i2c-1` that of a Linux board; any other that implements bus::I2c takes its place.
#include <prometheus_express/host.hpp>
#include <prometheus_express/ports/linux_i2c/adapter.hpp>
#include <string_view>

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
  std::string_view path;
  auto options = simulation.options();
  options.push_back({"--i2c", "PATH", "adapter with real sensors, such as /dev/i2c-1", &path});
  px::host::Arguments arguments{site.port};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }

  px::linux_i2c::Adapter adapter{path};
  const bool simulated = path.empty();
  weather_station::Sensors sensors{simulated ? static_cast<px::bus::I2c&>(simulation.i2c0) : adapter};
  auto poll_sensors = px::host::read_sensors(sensors, station.metrics);
  return px::host::serve(site, arguments, {.poll = [&](px::Time now) {
                           if (simulated) {
                             simulation.advance(now);
                           }
                           const px::Duration pause = poll_sensors(now);
                           if (const char* const news = adapter.news()) {
                             px::host::complain(arguments.program(), news);
                           }
                           return pause;
                         }});
}
