// The whole of what answers a scrape but for a port: one client in memory asks once, its answer goes to standard output,
// without carriage returns.
#include "one_client.hpp"
#include "prometheus_express/http/server.hpp"
#include "weather_http.hpp"

namespace {

using prometheus_express::Time;

struct Station {
  weather_http::Metrics metrics;
};
constinit Station station;

constinit prometheus_express::target::OneClient client(prometheus_express::target::scrape);

// Nothing of it is set up by code.
constinit prometheus_express::http::Memory<weather_http::limits> memory;
constinit prometheus_express::http::Responder server(weather_http::site(station), client, memory);

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
  server.poll(Time{});
  return 0;
}
