#include "operations.hpp"
#include "report.hpp"

int main() {
  using namespace prometheus_express::bench;
  return run([] {
    measure_runtime();
    measure_newlib();
  });
}
