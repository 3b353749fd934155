#include "station.hpp"

#include <type_traits>

namespace prometheus_express::bench {
namespace {

// The nearest value to a number, of whatever kind the gauge has.
template <class Gauge>
void set(Gauge gauge, double number) {
  if constexpr (requires { gauge.set_scaled(0); }) {
    gauge.set(number);
  } else {
    gauge.set(static_cast<decltype(gauge.value())>(number));
  }
}

}  // namespace

void Station::set_values() {
  using weather::Code, weather::GasSensor, weather::Method, weather::Sensor;
  set(metrics.temperature.labels(Sensor::bme680), 24.7359);
  set(metrics.temperature.labels(Sensor::si7021), 24.4712);
  set(metrics.humidity.labels(Sensor::bme680), 0.4512);
  set(metrics.humidity.labels(Sensor::si7021), 0.4487);
  set(metrics.pressure.labels(GasSensor::bme680), 101325.3);
  set(metrics.gas.labels(GasSensor::bme680), 60948);
  metrics.http_requests.labels(Method::get, Code::_200).inc(1060948);
  metrics.http_requests.labels(Method::get, Code::_404).inc(12);
  metrics.http_requests.labels(Method::post, Code::_200).inc(345);
  for (const int size : {42, 60, 128, 590, 1514}) {
    metrics.frame_size.observe(decltype(metrics.frame_size.reading().sum)(size));
  }
  metrics.reply.observe(0.0123);
}

}  // namespace prometheus_express::bench
