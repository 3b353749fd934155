#include "open_labels.hpp"
#include "write_page.hpp"

namespace px = prometheus_express;

struct Device {
  open_labels::Metrics metrics;
};
constinit Device device;
alignas(px::snapshot_alignment) constinit std::byte snapshot[open_labels::snapshot_bytes] = {};

int main() {
  device.metrics.boots.inc();
  device.metrics.peer.labels("10.0.0.7").inc(1514);
  device.metrics.peer.labels("a \"quoted\" one").inc(2);
  px::target::write_page(open_labels::default_page, open_labels::source(device), snapshot);
  return 0;
}
