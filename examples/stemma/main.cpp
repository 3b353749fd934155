// A plant under observation: moisture and temperature of its soil, a BME280 for the air, and how the device itself fares. What the
// device does at its next start can be read and replaced over HTTP by those who know the token of its configuration:
//   curl -H 'Authorization: Bearer let-it-rain' http://localhost:8080/config
//   curl -H 'Authorization: Bearer let-it-rain' -T boot.txt http://localhost:8080/boot
// The bus is a simulated one.
#include <unistd.h>

#include <prometheus_express/host.hpp>

#include "../bench/device_file.hpp"
#include "../bench/table.hpp"
#include "../linux_board/proc_file.hpp"
#include "stemma.hpp"

namespace px = prometheus_express;
namespace http = px::http;

struct Device {
  stemma::Metrics metrics;
  stemma::ConstantLabels constant_labels;
  nlohmann::json configuration;
  std::string authorization;
  std::string boot = "wait for the network\n";

  std::optional<double> system_cpu_load() const { return ProcFile("/proc/loadavg").word<double>(0); }

  std::optional<std::uint64_t> system_memory_alloc() const {
    const auto pages = ProcFile("/proc/self/statm").word<std::uint64_t>(1);
    return pages ? std::optional(*pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE))) : std::nullopt;
  }

  std::optional<std::uint64_t> system_memory_free() const {
    const auto kibibytes = ProcFile("/proc/meminfo").after<std::uint64_t>("MemAvailable:");
    return kibibytes ? std::optional(*kibibytes * 1024) : std::nullopt;
  }

  http::Next authenticate(const http::Request& request, http::Response& response) {
    if (request.header("Authorization") == authorization) {
      return http::Next::proceed;
    }
    response.status(401);
    response.header("WWW-Authenticate", "Bearer");
    return http::Next::respond;
  }

  px::Status read_boot(const http::Request&, http::Response& response) {
    response.type("text/plain");
    return response.write(boot);
  }

  px::Status write_boot(const http::Request& request, http::Response& response) {
    boot = request.body();
    return read_boot(request, response);
  }

  /// All but the token.
  px::Status read_config(const http::Request&, http::Response& response) {
    nlohmann::json shown = configuration;
    shown.erase("token");
    response.type("application/json");
    return response.write(shown.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }

  /// Takes over the configuration, or says what is wrong with it.
  std::string configure(const std::string& path) {
    std::string problem;
    configuration = bench::read_device_file(path, problem);
    if (!problem.empty()) {
      return problem;
    }
    if (constant_labels.location.set(bench::text_in(configuration, "location", problem)) != px::Status::ok) {
      return "the location is longer than 32 bytes, or not UTF-8";
    }
    authorization = "Bearer " + bench::text_in(configuration, "token", problem);
    return problem;
  }
};

int main(int argc, char** argv) {
  static Device device;
  const auto site = stemma::site(device);
  bench::Table table;
  std::string_view file = DEVICE_FILE;
  auto options = table.options();
  options.push_back(
      {"--config", "FILE", "configuration, with location and token (the one beside main.cpp)", &file});
  px::host::Arguments arguments{site.port};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }
  if (const std::string problem = device.configure(std::string(file)); !problem.empty()) {
    px::host::complain(arguments.program(), problem);
    return 1;
  }

  px::simulated::I2c i2c0;
  table.place(i2c0, stemma::Sensors::stemma_target, "adafruit/seesaw-soil");
  table.place(i2c0, stemma::Sensors::bme280_target, "bosch/bme280");
  stemma::Sensors sensors{i2c0};
  return px::host::serve(site, arguments, {.poll = [&](px::Time now) {
                           table.advance(now);
                           device.metrics.system_heartbeat.inc();
                           return sensors.poll(device.metrics, now);
                         }});
}
