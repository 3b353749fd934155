// Masks interrupts on Cortex-M while an object lives (Armv6-M and Armv7-M Architecture Reference Manuals, B1.4.3: PRIMASK).
#pragma once

#include <cstdint>

class InterruptGuard {
 public:
  [[gnu::always_inline]] InterruptGuard() {
    std::uint32_t primask;  // not the member itself, which would then be kept in memory
    asm volatile("mrs %0, primask\n\tcpsid i" : "=r"(primask)::"memory");
    primask_ = primask;
  }
  [[gnu::always_inline]] ~InterruptGuard() { asm volatile("msr primask, %0" ::"r"(primask_) : "memory"); }
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

 private:
  std::uint32_t primask_;  // as it was, so that guards nest
};
