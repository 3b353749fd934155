#include <cstdio>

#include "instruction_counter.hpp"
#include "operations.hpp"

int main() {
  if (!prometheus_express::target::instruction_counter_works()) {
    std::puts("instructions cannot be counted here: start this program with tests/target/run_on");
    return 1;
  }
  prometheus_express::bench::measure_runtime();
  prometheus_express::bench::measure_newlib();
  return 0;
}
