// A BME280 whose temperature is given in degrees Fahrenheit, at a place that only the device's configuration file knows: its name is
// a label of every series, set once at start. The bus is a simulated one.
#include <prometheus_express/host.hpp>

#include "../bench/device_file.hpp"
#include "../bench/table.hpp"
#include "esp32_bme280.hpp"

namespace px = prometheus_express;

struct Device {
  esp32_bme280::Metrics metrics;
  esp32_bme280::ConstantLabels constant_labels;
};
constinit Device device;

int main(int argc, char** argv) {
  const auto site = esp32_bme280::site(device);
  bench::Table table;
  std::string_view file = DEVICE_FILE;
  auto options = table.options();
  options.push_back(
      {"--config", "FILE", "configuration, with the location (the one beside main.cpp)", &file});
  px::host::Arguments arguments{site.port};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }

  std::string problem;
  const auto configuration = bench::read_device_file(std::string(file), problem);
  const std::string location = problem.empty() ? bench::text_in(configuration, "location", problem) : "";
  if (device.constant_labels.location.set(location) != px::Status::ok) {
    problem = "the location is longer than 32 bytes, or not UTF-8";
  }
  if (!problem.empty()) {
    px::host::complain(arguments.program(), problem);
    return 1;
  }

  px::simulated::I2c i2c0;
  table.place(i2c0, esp32_bme280::Sensors::bme280_target, "bosch/bme280");
  esp32_bme280::Sensors sensors{i2c0};
  return px::host::serve(site, arguments, {.poll = [&](px::Time now) {
                           table.advance(now);
                           device.metrics.system_heartbeat.inc();
                           return sensors.poll(device.metrics, now);
                         }});
}
