#include "weather_page.hpp"
#include "write_page.hpp"

using weather_page::Code;
using weather_page::GasSensor;
using weather_page::Method;
using weather_page::Sensor;

struct Station {
  weather_page::Metrics metrics;
};
constinit Station station;

int main() {
  auto& metrics = station.metrics;
  metrics.temperature.labels(Sensor::bme680).set_scaled(2473);
  metrics.temperature.labels(Sensor::si7021).set_scaled(-5);
  metrics.humidity.labels(Sensor::bme680).set_scaled(4510);  // the si7021 has no humidity yet
  metrics.pressure.labels(GasSensor::bme680).set_scaled(1013250);
  metrics.gas.labels(GasSensor::bme680).set_scaled(2147483647);
  metrics.http_requests.labels(Method::get, Code::_200).inc(4294967295U);
  metrics.http_requests.labels(Method::post, Code::_404).inc();
  prometheus_express::target::write_page(weather_page::default_page, weather_page::source(station));
  return 0;
}
