// What answers a scrape, and routes of the application's own with a body and middleware.
#include "http_routes.hpp"
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"

namespace {

using prometheus_express::Time;

namespace http = prometheus_express::http;

struct Station {
  http_routes::Metrics metrics;
  char config[64] = {};
  std::size_t size = 0;

  http::Next authenticate(const http::Request& request, http::Response& response) {
    if (request.header("Authorization") == "Bearer let-me-in") {
      return http::Next::proceed;
    }
    response.status(401);
    response.header("WWW-Authenticate", "Bearer");
    return http::Next::respond;
  }

  prometheus_express::Status read_config(const http::Request&, http::Response& response) {
    response.type("text/plain");
    return response.write({config, size});
  }

  prometheus_express::Status write_config(const http::Request& request, http::Response& response) {
    size = request.body().copy(config, sizeof config);
    return read_config(request, response);
  }
};
constinit Station station;

constinit prometheus_express::target::OneClient client(
    "PUT /config HTTP/1.1\r\nHost: device\r\nAuthorization: Bearer let-me-in\r\nContent-Length: 12\r\n\r\n"
    "interval=30\n");

}  // namespace

int main() {
  using http_routes::Code;
  using http_routes::GasSensor;
  using http_routes::Method;
  using http_routes::Sensor;
  auto& metrics = station.metrics;
  metrics.temperature.labels(Sensor::bme680).set_scaled(2473);
  metrics.temperature.labels(Sensor::si7021).set_scaled(-5);
  metrics.humidity.labels(Sensor::bme680).set_scaled(4510);  // the si7021 has no humidity yet
  metrics.pressure.labels(GasSensor::bme680).set_scaled(1013250);
  metrics.gas.labels(GasSensor::bme680).set_scaled(2147483647);
  metrics.http_requests.labels(Method::get, Code::_200).inc(4294967295U);
  metrics.http_requests.labels(Method::post, Code::_404).inc();
  prometheus_express::http::Server server(http_routes::site(station), client);
  server.poll(Time{});
  return 0;
}
