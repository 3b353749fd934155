// From the boot loader to main: vector table, FPU, variables, constructors. No interrupt is handled: they only end the core's sleep,
// so that every other exception is a fault, which stops the core for a debugger to see, until the watchdog bites.
#include <array>
#include <cstdint>

#include "../../board/start_up.hpp"

extern "C" {

void reset();
void fault();

}  // extern "C"

namespace {

using board::Handler;

// Armv7-M Architecture Reference Manual, section B1.5.3.
struct Vectors {
  std::uint32_t* stack = __stack_top;
  Handler on_reset = reset;
  std::array<Handler, 14> faults_and_calls = {fault, fault, fault, fault, fault, fault, fault,
                                              fault, fault, fault, fault, fault, fault, fault};
};
[[gnu::section(".vectors"), gnu::used]] constinit const Vectors vectors;

/// Section B3.2.5: a debugger that starts the program leaves this to us. The boot loader has it set already.
void choose_vectors() {
  *reinterpret_cast<volatile std::uintptr_t*>(0xE000ED08) = reinterpret_cast<std::uintptr_t>(&vectors);
}

/// Section B3.2.20: full access to CP10 and CP11.
void enable_fpu() {
  auto& coprocessor_access = *reinterpret_cast<volatile std::uint32_t*>(0xE000ED88);
  coprocessor_access = coprocessor_access | 0xFU << 20U;
  asm volatile("dsb\n\tisb" ::: "memory");
}

}  // namespace

extern "C" void reset() {
  asm volatile("cpsid i");
  choose_vectors();
  enable_fpu();
  board::prepare_memory();
  main();
  fault();
}

extern "C" void fault() {
  asm volatile("bkpt 0");
  for (;;) {
  }
}
