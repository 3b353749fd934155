// The whole of what answers a scrape but for a port: one client in memory asks once, its answer goes to standard output,
// without carriage returns.
#include "prometheus_express/http/server.hpp"
#include "semihosting.hpp"
#include "weather_http.hpp"

namespace {

namespace transport = prometheus_express::transport;
using prometheus_express::Time;

struct Station {
  weather_http::Metrics metrics;
};
constinit Station station;

class OneClient final : public transport::Transport {
 public:
  bool waiting() override { return waiting_; }
  bool accept(transport::Slot) override {
    waiting_ = false;
    return true;
  }
  transport::Transfer take(transport::Slot, std::span<char> into) override {
    std::size_t size = 0;
    for (; size < into.size() && *request_ != '\0'; ++size) {
      into[size] = *request_++;
    }
    return {size, transport::Link::open};
  }
  transport::Transfer offer(transport::Slot, std::span<const char> bytes) override {
    for (const char& c : bytes) {
      if (c != '\r') {
        prometheus_express::target::write({&c, 1});
      }
    }
    return {bytes.size(), transport::Link::open};
  }
  void finish(transport::Slot) override {}
  void close(transport::Slot) override {}
  void abort(transport::Slot) override {}

 private:
  const char* request_ = "GET /metrics HTTP/1.1\r\nHost: device\r\n\r\n";
  bool waiting_ = true;
};
constinit OneClient client;

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
