// The watchdog: a reset of the chip when the program stands still, and the tick of 1 MHz, without which the timer stands still.
// RP2040 Datasheet, section 4.7.
#pragma once

#include <cstdint>

#include "registers.hpp"

class Watchdog {
 public:
  /// The tick, counted in cycles of the reference clock.
  void start_tick(std::uint32_t reference_clock) const {
    constexpr std::uint32_t enable = 1U << 9U;
    registers_.write(tick, reference_clock / 1'000'000 | enable);
  }

  /// From now on the chip is reset unless `feed` is called at least every 8 s.
  void start() const {
    constexpr Registers power_on{0x40010000};
    constexpr std::uint32_t watched = 0x8;
    constexpr std::uint32_t everything_but_oscillators = 0x1FFFC;
    constexpr std::uint32_t enable = 1U << 30U, pause_while_debugging = 7U << 24U;
    power_on.write(watched, everything_but_oscillators);
    feed();
    registers_.write(control, enable | pause_while_debugging);
  }

  /// Erratum RP2040-E1: it counts two a tick.
  void feed() const { registers_.write(load, 2 * 8'000'000); }

  /// Whether this start is its work.
  [[nodiscard]] bool has_bitten() const { return registers_.read(reason) != 0; }

 private:
  static constexpr std::uint32_t control = 0x00, load = 0x04, reason = 0x08, tick = 0x2C;

  Registers registers_{0x40058000};
};
