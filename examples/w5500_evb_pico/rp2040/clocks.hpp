// From the ring oscillator that the chip starts with to the crystal and 125 MHz of the PLL, for the processor and the
// peripherals alike. RP2040 Datasheet, sections 2.15 (clocks), 2.16 (crystal) and 2.18 (PLL).
#pragma once

#include <cstdint>

#include "registers.hpp"
#include "resets.hpp"

namespace clocks {

inline constexpr std::uint32_t crystal = 12'000'000;
inline constexpr std::uint32_t system = 125'000'000;
inline constexpr std::uint32_t peripherals = system;

namespace detail {

/// 12 MHz, 1 ms until it is steady: counted in 256 cycles.
inline void start_crystal() {
  constexpr Registers xosc{0x40024000};
  constexpr std::uint32_t control = 0x00, status = 0x04, startup = 0x0C;
  constexpr std::uint32_t enable_1_to_15_mhz = 0xFABAA0, stable = 1U << 31U;
  xosc.write(startup, (crystal / 1000 + 128) / 256);
  xosc.write(control, enable_1_to_15_mhz);
  while ((xosc.read(status) & stable) == 0) {
  }
}

/// 12 MHz times 125, over 6 and 2.
inline void start_pll() {
  constexpr Registers pll{0x40028000};
  constexpr std::uint32_t control = 0x0, power = 0x4, feedback = 0x8, post_dividers = 0xC;
  constexpr std::uint32_t locked = 1U << 31U;
  constexpr std::uint32_t power_down = 1U << 0U, vco_down = 1U << 5U, post_dividers_down = 1U << 3U;
  static_assert(crystal / 6 * 125 / 2 == system);
  resets::restart(resets::pll_sys);
  pll.write(control, 1);
  pll.write(feedback, 125);
  pll.clear(power, power_down | vco_down);
  while ((pll.read(control) & locked) == 0) {
  }
  pll.write(post_dividers, 6U << 16U | 2U << 12U);
  pll.clear(power, post_dividers_down);
}

}  // namespace detail

/// Once, before anything that counts on a clock.
inline void start() {
  constexpr Registers registers{0x40008000};
  constexpr std::uint32_t reference = 0x30, reference_selected = 0x38, system_clock = 0x3C,
                          system_selected = 0x44, peripheral_clock = 0x48;
  constexpr std::uint32_t of_crystal = 2, of_reference = 0, of_pll = 1, enable = 1U << 11U;
  detail::start_crystal();
  registers.write(reference, of_crystal);
  while (registers.read(reference_selected) != 1U << of_crystal) {
  }
  // Away from the PLL, if a debugger has started the program anew; to it once it runs. Its other source is the PLL by itself.
  registers.write(system_clock, of_reference);
  while (registers.read(system_selected) != 1U << of_reference) {
  }
  detail::start_pll();
  registers.write(system_clock, of_pll);
  while (registers.read(system_selected) != 1U << of_pll) {
  }
  registers.write(peripheral_clock, enable);  // of the system's clock
}

}  // namespace clocks
