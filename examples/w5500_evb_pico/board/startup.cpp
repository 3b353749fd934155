// From the boot ROM to main: the second stage, the vector table, variables, constructors. No interrupt is handled: they only end
// the core's sleep, so that every other exception is a fault, which stops the core for a debugger to see, until the watchdog bites.
#include <array>
#include <cstdint>

#include "boot2.hpp"

extern "C" {

// Set by the linker script.
extern std::uint32_t __data_load[], __data_start[], __data_end[], __bss_start[], __bss_end[], __stack_top[];
extern void (*__init_array_start[])();
extern void (*__init_array_end[])();

int main();
void reset();
void fault();

// Destructors of static objects are registered with it; nothing here ever ends.
void* __dso_handle = nullptr;
int __aeabi_atexit(void*, void (*)(void*), void*) { return 0; }

}  // extern "C"

namespace {

using Handler = void (*)();

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

extern "C" [[gnu::optimize("no-tree-loop-distribute-patterns")]] void reset() {
  asm volatile("cpsid i");
  for (std::uint32_t *from = __data_load, *to = __data_start; to != __data_end;) {
    *to++ = *from++;
  }
  for (std::uint32_t* to = __bss_start; to != __bss_end;) {
    *to++ = 0;
  }
  for (Handler* constructor = __init_array_start; constructor != __init_array_end; ++constructor) {
    (*constructor)();
  }
  main();
  fault();
}

extern "C" void fault() {
  asm volatile("bkpt 0");
  for (;;) {
  }
}
