// The core's sleep and its interrupts, which stay masked: they only end a sleep, and no handler is called.
// Source: Armv6-M Architecture Reference Manual, sections B3.4 and B1.5.17; their numbers: RP2040 Datasheet, section 2.3.2.
#pragma once

#include <cstdint>

#include "registers.hpp"

namespace core {

enum Interrupt : std::uint32_t {
  timer0 = 1U << 0U,
  timer1 = 1U << 1U,
  dma0 = 1U << 11U,
  pins = 1U << 13U,
};

/// Sleeps until one of these is pending. Whoever raised them must have withdrawn them before the next sleep.
inline void sleep_until(std::uint32_t interrupts) {
  constexpr Registers nvic{0xE000E000};
  constexpr std::uint32_t enable = 0x100, disable = 0x180, clear_pending = 0x280;
  nvic.write(enable, interrupts);
  asm volatile("dsb\n\twfi" ::: "memory");
  nvic.write(disable, interrupts);
  nvic.write(clear_pending, interrupts);  // of a level that lasts it is pending again at once
}

}  // namespace core
