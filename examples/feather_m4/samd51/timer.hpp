// TC0 and TC1 as one counter of 32 bits at 3 MHz: a clock, and what ends a sleep. It needs its clocks (clocks.hpp) and may run at
// any speed of the processor. SAM D5x/E5x Family Data Sheet (DS60001507), chapter 48.
#pragma once

#include <cstdint>

#include "registers.hpp"
#include "synchronization.hpp"

class Timer {
 public:
  static constexpr std::uint32_t ticks_a_millisecond = 48'000 / 16;
  static constexpr std::uint32_t interrupt = 107;  // of TC0, table 10-1

  void start() const {
    constexpr std::uint32_t reset_bit = 1U << 0U, enable_bit = 1U << 1U;
    constexpr std::uint32_t counts_32_bits = 2U << 2U, sixteenth = 4U << 8U;
    registers_.write32(control_a, reset_bit);
    static_cast<void>(wait_until_clear(registers_, synchronization, reset_bit));
    registers_.write32(control_a, counts_32_bits | sixteenth);  // only while it is off, 48.6.2.1
    registers_.write8(interrupt_enable, match_0);
    registers_.write32(control_a, counts_32_bits | sixteenth | enable_bit);
    static_cast<void>(wait_until_clear(registers_, synchronization, enable_bit));
  }

  /// Thirds of microseconds. The counter is read where it is asked for by a command, 48.6.8.
  [[nodiscard]] std::uint32_t ticks() const {
    constexpr std::uint8_t read_synchronously = 4U << 5U;
    constexpr std::uint32_t control_b_bit = 1U << 2U, count_bit = 1U << 4U;
    registers_.write8(control_b_set, read_synchronously);
    static_cast<void>(wait_until_clear(registers_, synchronization, control_b_bit));
    for (std::uint32_t turn = 0; turn < 1000 && (registers_.read8(control_b_set) & 0xE0U) != 0; ++turn) {
    }
    static_cast<void>(wait_until_clear(registers_, synchronization, count_bit));
    return registers_.read32(count);
  }

  /// Since the start. To be asked at least once in the 23 minutes after which the counter is where it was.
  [[nodiscard]] std::uint64_t milliseconds() {
    const std::uint32_t passed = (ticks() - seen_) / ticks_a_millisecond;
    seen_ += passed * ticks_a_millisecond;
    milliseconds_ += passed;
    return milliseconds_;
  }

  /// Its interrupt becomes pending after so many milliseconds, 1 or more.
  void set_alarm(std::uint32_t in_milliseconds) const {
    constexpr std::uint32_t compare_0_bit = 1U << 6U;
    registers_.write32(compare_0, ticks() + in_milliseconds * ticks_a_millisecond);
    static_cast<void>(wait_until_clear(registers_, synchronization, compare_0_bit));
    registers_.write8(interrupt_flags, match_0);
  }
  void clear_alarm() const { registers_.write8(interrupt_flags, match_0); }

 private:
  static constexpr std::uint32_t control_a = 0x00, control_b_set = 0x05, interrupt_enable = 0x09,
                                 interrupt_flags = 0x0A, synchronization = 0x10, count = 0x14,
                                 compare_0 = 0x1C;
  static constexpr std::uint8_t match_0 = 1U << 4U;

  Registers registers_{0x40003800};
  std::uint32_t seen_ = 0;  // ticks that the milliseconds stand for
  std::uint64_t milliseconds_ = 0;
};
