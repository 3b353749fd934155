// Every part of the library on one simulated bench. With --faults, parts and buses fail at random: watch sensor_up,
// sensor_read_errors_total and what leaves the page in Prometheus.
#include <prometheus_express/host.hpp>

#include "bench_probe.hpp"
#include "mishaps.hpp"
#include "probe_table.hpp"

namespace px = prometheus_express;

struct Probe {
  bench_probe::Metrics metrics;
};
constinit Probe probe;

int main(int argc, char** argv) {
  const auto site = bench_probe::site(probe);
  ProbeTable table;
  bool with_faults = false;
  std::uint32_t seed = 1;
  auto options = table.options();
  options.push_back({"--faults", "", "lets parts and buses fail at random", &with_faults});
  options.push_back({"--seed", "N", "which faults those are (1)", &seed});
  px::host::Arguments arguments{site.port};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }

  bench_probe::Sensors sensors{table.i2c0, table.i2c1, table.spi0};
  Mishaps mishaps(table, seed);
  return px::host::serve(site, arguments, {.poll = [&](px::Time now) {
                           table.advance(now);
                           if (with_faults) {
                             mishaps.advance(probe.metrics, now);
                           }
                           return sensors.poll(probe.metrics, now);
                         }});
}
