#pragma once

#include <cstdint>
#include <cstdio>

#include "instruction_counter.hpp"

namespace prometheus_express::bench {

inline void print(const char* name, std::uint32_t instructions) {
  std::printf("%s %lu\n", name, static_cast<unsigned long>(instructions));
}

// Counts the second call, so that what happens once only, such as a library's own set-up, does not count.
template <typename Operation>
void report(const char* name, Operation operation) {
  operation();
  print(name, target::count_instructions(operation));
}

// Keeps the compiler from computing with the value at build time.
template <typename Value>
Value opaque(Value value) {
  volatile Value hidden = value;
  return hidden;
}

// Calls `measure` where instructions can be counted. Returns the program's status.
inline int run(void (*measure)()) {
  if (!target::instruction_counter_works()) {
    std::puts("instructions cannot be counted here: start this program with tests/target/run_on");
    return 1;
  }
  measure();
  return 0;
}

}  // namespace prometheus_express::bench
