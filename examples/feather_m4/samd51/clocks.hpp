// The chip starts at 48 MHz, the open loop of its DFLL48M. From that, DPLL0 makes 120 MHz for the processor; peripherals stay
// with the 48 MHz, so that nothing but speed depends on the DPLL. SAM D5x/E5x Family Data Sheet (DS60001507), chapters 13 (clock
// system), 14 (GCLK), 15 (MCLK) and 28 (OSCCTRL).
#pragma once

#include <cstdint>

#include "registers.hpp"
#include "synchronization.hpp"

namespace clocks {

inline constexpr std::uint32_t peripherals = 48'000'000;
inline constexpr std::uint32_t processor = 120'000'000;

enum class Generator : std::uint8_t { processor = 0, peripherals = 1, reference = 2 };

/// Of peripherals, table 14-9.
enum class Channel : std::uint8_t { dpll0 = 1, sercom1 = 8, tc0_and_tc1 = 9, sercom2 = 23 };

/// Where a peripheral's bus clock is switched on: section 15.8, a mask for each bridge.
struct BusClock {
  enum Bridge : std::uint8_t { a = 0x14, b = 0x18, c = 0x1C, d = 0x20 };
  Bridge bridge;
  std::uint8_t bit;
};
inline constexpr BusClock sercom1{BusClock::a, 13}, tc0{BusClock::a, 14}, tc1{BusClock::a, 15},
    port{BusClock::b, 4}, sercom2{BusClock::b, 9}, trng{BusClock::c, 10};

inline void enable(const BusClock& clock) {
  constexpr Registers mclk{0x40000800};
  mclk.write32(clock.bridge, mclk.read32(clock.bridge) | 1U << clock.bit);
}

namespace detail {

inline constexpr Registers gclk{0x40001C00};
inline constexpr Registers oscctrl{0x40001000};

enum Source : std::uint32_t { dfll48m = 6, dpll0 = 7 };

/// Section 14.8.3: a generator's source and divider.
inline bool start_generator(Generator generator, Source source, std::uint32_t divider) {
  constexpr std::uint32_t synchronization = 0x04, first = 0x20;
  constexpr std::uint32_t enabled = 1U << 8U, improves_duty_cycle = 1U << 9U;
  const auto number = static_cast<std::uint32_t>(generator);
  gclk.write32(first + 4 * number, divider << 16U | improves_duty_cycle | enabled | source);
  return wait_until_clear(gclk, synchronization, 1U << (2 + number));
}

/// Section 28.6.5: the reference, 2 MHz, times 60. The lock signal is not to gate the output (silicon errata DS80000748, FDPLL:
/// it may be lost for a moment without need); it is waited for once.
inline bool start_dpll0() {
  constexpr std::uint32_t control_a = 0x30, ratio = 0x34, control_b = 0x38, synchronization = 0x3C,
                          status = 0x40;
  constexpr std::uint32_t enable_bit = 1U << 1U, ratio_bit = 1U << 2U;
  constexpr std::uint32_t of_generic_clock = 0U << 5U, bypasses_lock = 1U << 11U;
  constexpr std::uint32_t locked = 1U << 0U, ready = 1U << 1U;
  static_assert(peripherals / 24 * 60 == processor);
  oscctrl.write8(control_a, 0);
  if (!wait_until_clear(oscctrl, synchronization, enable_bit)) {
    return false;
  }
  oscctrl.write32(ratio, 60 - 1);
  if (!wait_until_clear(oscctrl, synchronization, ratio_bit)) {
    return false;
  }
  oscctrl.write32(control_b, of_generic_clock | bypasses_lock);
  oscctrl.write8(control_a, enable_bit);
  return wait_until_clear(oscctrl, synchronization, enable_bit) &&
         wait_until_set(oscctrl, status, locked | ready);
}

}  // namespace detail

/// Section 14.8.4: connects a peripheral's channel to a generator.
inline bool connect(Channel channel, Generator generator) {
  constexpr std::uint32_t first = 0x80, enabled = 1U << 6U;
  const std::uint32_t offset = first + 4 * static_cast<std::uint32_t>(channel);
  detail::gclk.write32(offset, 0);  // it may be changed only while it is off
  if (!wait_until_clear(detail::gclk, offset, enabled)) {
    return false;
  }
  detail::gclk.write32(offset, enabled | static_cast<std::uint32_t>(generator));
  return wait_until_set(detail::gclk, offset, enabled);
}

/// Once, before anything else. False when the processor stays at 48 MHz, which is slower and nothing worse.
inline bool start() {
  constexpr Registers nvmctrl{0x41004000}, cmcc{0x41006000};
  constexpr std::uint16_t automatic_wait_states = 1U << 2U;  // section 25.8.1
  nvmctrl.write16(0x0, nvmctrl.read16(0x0) | automatic_wait_states);
  cmcc.write32(0x08, 1);  // the cache, section 11.10.4
  using detail::start_generator;
  return start_generator(Generator::processor, detail::dfll48m, 1) &&
         start_generator(Generator::peripherals, detail::dfll48m, 1) &&
         start_generator(Generator::reference, detail::dfll48m, 24) &&
         connect(Channel::dpll0, Generator::reference) && detail::start_dpll0() &&
         start_generator(Generator::processor, detail::dpll0, 1);
}

}  // namespace clocks
