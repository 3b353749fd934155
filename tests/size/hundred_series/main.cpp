#include "hundred_series.hpp"
#include "write_page.hpp"

using namespace hundred_series;  // NOLINT(google-build-using-namespace): its own program

struct Device {
  Metrics metrics;
};
constinit Device device;

int main() {
  auto& metrics = device.metrics;
  std::uint32_t count = 0;
  for (const Relay relay : all<Relay>) {
    metrics.relay_switches.labels(relay, To::on).inc(++count);
    metrics.relay_switches.labels(relay, To::off).inc(++count);
  }
  std::int32_t millivolts = 0;
  for (const Output output : all<Output>) {
    metrics.supply.labels(output).set_scaled(millivolts += 375);
  }
  for (const Interface interface : all<Interface>) {
    for (const Direction direction : all<Direction>) {
      for (const Kind kind : all<Kind>) {
        metrics.frames.labels(interface, direction, kind).inc(count *= 2);
      }
    }
  }
  std::int32_t hundredths = -800;
  for (const Zone zone : all<Zone>) {
    metrics.temperature.labels(zone).set_scaled(hundredths += 75);
  }
  prometheus_express::target::write_page(default_page, source(device));
  return 0;
}
