#include "histogram_double.hpp"
#include "write_page.hpp"

namespace px = prometheus_express;

struct Device {
  histogram_double::Metrics metrics;
};
constinit Device device;
alignas(px::snapshot_alignment) constinit std::byte snapshot[histogram_double::snapshot_bytes] = {};

int main() {
  device.metrics.boots.inc();
  device.metrics.frame_size.observe(64);
  device.metrics.frame_size.observe(1514.5);
  px::target::write_page(histogram_double::default_page, histogram_double::source(device), snapshot);
  return 0;
}
