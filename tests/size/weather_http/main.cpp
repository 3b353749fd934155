// The whole of what answers a scrape but for a port.
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"
#include "weather_http.hpp"

namespace {

using prometheus_express::Time;

struct Station {
  weather_http::Metrics metrics;
};
constinit Station station;

constinit prometheus_express::target::OneClient client("GET /metrics HTTP/1.1\r\nHost: device\r\n\r\n");

}  // namespace

int main() {
  using weather_http::Code;
  using weather_http::GasSensor;
  using weather_http::Method;
  using weather_http::Sensor;
  auto& metrics = station.metrics;
  metrics.temperature.labels(Sensor::bme680).set_scaled(2473);
  metrics.temperature.labels(Sensor::si7021).set_scaled(-5);
  metrics.humidity.labels(Sensor::bme680).set_scaled(4510);  // the si7021 has no humidity yet
  metrics.pressure.labels(GasSensor::bme680).set_scaled(1013250);
  metrics.gas.labels(GasSensor::bme680).set_scaled(2147483647);
  metrics.http_requests.labels(Method::get, Code::_200).inc(4294967295U);
  metrics.http_requests.labels(Method::post, Code::_404).inc();
  prometheus_express::http::Server server(weather_http::site(station), client);
  server.poll(Time{});
  return 0;
}
