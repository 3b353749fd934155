#include "summary.hpp"
#include "write_page.hpp"

namespace px = prometheus_express;

struct Device {
  summary::Metrics metrics;
};
constinit Device device;
alignas(px::snapshot_alignment) constinit std::byte snapshot[summary::snapshot_bytes] = {};

int main() {
  device.metrics.boots.inc();
  device.metrics.frame_size.observe(64);
  device.metrics.frame_size.observe(1514);
  px::target::write_page(summary::default_page, summary::source(device), snapshot);
  return 0;
}
