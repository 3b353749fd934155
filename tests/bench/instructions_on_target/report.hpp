#pragma once

#include <cstdio>

#include "instruction_counter.hpp"

namespace prometheus_express::bench {

// Counts the second call, so that what happens once only, such as a library's own set-up, does not count.
template <typename Operation>
void report(const char* name, Operation operation) {
  operation();
  std::printf("%s %lu\n", name, static_cast<unsigned long>(target::count_instructions(operation)));
}

// Keeps the compiler from computing with the value at build time.
template <typename Value>
Value opaque(Value value) {
  volatile Value hidden = value;
  return hidden;
}

}  // namespace prometheus_express::bench
