#include "one_counter.hpp"
#include "write_page.hpp"

struct Device {
  one_counter::Metrics metrics;
};
constinit Device device;

int main() {
  device.metrics.boots.inc();
  prometheus_express::target::write_page(one_counter::default_page, one_counter::source(device));
  return 0;
}
