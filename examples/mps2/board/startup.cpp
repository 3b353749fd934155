// From reset to main: vector table, FPU, variables, constructors. No interrupt is handled: they only end the sleep of the
// main loop (board.hpp), so that every other exception is a fault, which stops the board for a debugger to see.
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

void enable_fpu() {
#if defined(__ARM_FP)
  // Section B3.2.20: full access to CP10 and CP11.
  auto& coprocessor_access = *reinterpret_cast<volatile std::uint32_t*>(0xE000ED88);
  coprocessor_access = coprocessor_access | 0xFU << 20U;
  asm volatile("dsb\n\tisb" ::: "memory");
#endif
}

}  // namespace

extern "C" void reset() {
  asm volatile("cpsid i");
  enable_fpu();
  board::prepare_memory();
  main();
  fault();
}

extern "C" void fault() {
  for (;;) {
    asm volatile("bkpt 0");
  }
}
