#include "state_set.hpp"
#include "write_page.hpp"

namespace px = prometheus_express;

struct Device {
  state_set::Metrics metrics;
};
constinit Device device;
alignas(px::snapshot_alignment) constinit std::byte snapshot[state_set::snapshot_bytes] = {};

int main() {
  device.metrics.boots.inc();
  device.metrics.state.state(state_set::State::connected);
  px::target::write_page(state_set::default_page, state_set::source(device), snapshot);
  return 0;
}
