// A device whose configuration can be read and replaced over HTTP, and its firmware, by those who know the token:
//   curl -H 'Authorization: Bearer let-me-in' http://localhost:8080/config
//   curl -H 'Authorization: Bearer let-me-in' -X PUT -d '{"interval": 30}' http://localhost:8080/config
#include <nlohmann/json.hpp>
#include <prometheus_express/host.hpp>
#include <string>

#include "custom_routes.hpp"
#include "firmware.hpp"

namespace px = prometheus_express;
namespace http = px::http;
using custom_routes::Result;

struct Device {
  custom_routes::Metrics metrics;
  Firmware firmware{metrics};
  std::string location = "attic";
  std::uint32_t interval_seconds = 60;

  double interval() const { return interval_seconds; }

  http::Next authenticate(const http::Request& request, http::Response& response) {
    if (request.header("Authorization") == "Bearer let-me-in") {
      return http::Next::proceed;
    }
    response.status(401);
    response.header("WWW-Authenticate", "Bearer");
    return http::Next::respond;
  }

  px::Status read_config(const http::Request&, http::Response& response) {
    const nlohmann::json config = {{"location", location}, {"interval", interval_seconds}};
    response.type("application/json");
    return response.write(config.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }

  px::Status write_config(const http::Request& request, http::Response& response) {
    const auto config = nlohmann::json::parse(request.body(), nullptr, /*allow_exceptions=*/false);
    if (const char* problem = apply(config)) {
      metrics.config_updates.labels(Result::refused).inc();
      response.status(400);
      response.type("text/plain");
      return response.write(problem);
    }
    metrics.config_updates.labels(Result::accepted).inc();
    return read_config(request, response);
  }

 private:
  /// Takes over a whole configuration, or none of it and says why.
  const char* apply(const nlohmann::json& config) {
    if (!config.is_object()) {
      return "the body is not a JSON object\n";
    }
    const auto new_interval = config.value("interval", nlohmann::json(interval_seconds));
    const auto new_location = config.value("location", nlohmann::json(location));
    if (!new_interval.is_number_unsigned() || new_interval < 1 || new_interval > 86400) {
      return "interval is a whole number of seconds from 1 to 86400\n";
    }
    if (!new_location.is_string() || new_location.get_ref<const std::string&>().size() > 64) {
      return "location is a text of at most 64 bytes\n";
    }
    interval_seconds = new_interval.get<std::uint32_t>();
    location = new_location.get<std::string>();
    return nullptr;
  }
};

int main(int argc, char** argv) {
  static Device device;
  return px::host::serve(custom_routes::site(device), argc, argv);
}
