// From the boot ROM to main: the second stage, the vector table, variables, constructors. No interrupt is handled: they only end
// the core's sleep, so that every other exception is a fault, which stops the core for a debugger to see, until the watchdog bites.
#include <array>
#include <cstdint>

#include "../../board/start_up.hpp"
#include "boot2.hpp"

extern "C" {

void reset();
void fault();

}  // extern "C"

namespace {

using board::Handler;

[[gnu::section(".boot2"), gnu::used]] constinit const boot2::Image second_stage = boot2::image();

template <std::size_t count>
consteval std::array<Handler, count> faults() {
  std::array<Handler, count> handlers{};
  handlers.fill(fault);
  return handlers;
}

// Armv6-M Architecture Reference Manual, section B1.5.3; the RP2040 has 26 interrupts.
struct Vectors {
  std::uint32_t* stack = __stack_top;
  Handler on_reset = reset;
  std::array<Handler, 14> faults_and_calls = faults<14>();
  std::array<Handler, 32> interrupts = faults<32>();
};
[[gnu::section(".vectors"), gnu::used]] constinit const Vectors vectors;

}  // namespace

extern "C" void reset() {
  asm volatile("cpsid i");
  board::prepare_memory();
  main();
  fault();
}

extern "C" void fault() {
  asm volatile("bkpt 0");
  for (;;) {
  }
}
