// The core's sleep and its interrupts, which stay masked: they only end a sleep, and no handler is called.
// Source: Armv7-M Architecture Reference Manual, sections B1.5.18 and B3.4.
#pragma once

#include <cstdint>

#include "registers.hpp"

namespace core {

/// Sleeps until an interrupt is pending, by its number. Whoever raised it must have withdrawn it before the next sleep.
inline void sleep_until(std::uint32_t interrupt) {
  constexpr Registers nvic{0xE000E000};
  constexpr std::uint32_t enable = 0x100;
  nvic.write32(enable + interrupt / 32 * 4, 1U << interrupt % 32);
  asm volatile("dsb\n\twfi" ::: "memory");
}

/// Behind what withdrew it.
inline void forget(std::uint32_t interrupt) {
  constexpr Registers nvic{0xE000E000};
  constexpr std::uint32_t clear_pending = 0x280;
  nvic.write32(clear_pending + interrupt / 32 * 4, 1U << interrupt % 32);
}

}  // namespace core
