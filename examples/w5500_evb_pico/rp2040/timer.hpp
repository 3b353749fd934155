// The timer, which counts microseconds: a clock, and alarms that end a sleep. RP2040 Datasheet, section 4.6.
#pragma once

#include <cstdint>

#include "registers.hpp"

class Timer {
 public:
  /// Alarms, each with an interrupt of its number.
  enum class Alarm : std::uint8_t { of_sleep = 0, of_transfer = 1 };

  void start() const { registers_.write(interrupt_enable, 1U << 0U | 1U << 1U); }

  [[nodiscard]] std::uint32_t microseconds() const { return registers_.read(time_low); }

  /// Since the start. To be asked at least once in the 71 minutes after which the low word is where it was.
  [[nodiscard]] std::uint64_t milliseconds() {
    for (const std::uint32_t now = microseconds(); now - seen_ >= 1000; seen_ += 1000) {
      ++milliseconds_;
    }
    return milliseconds_;
  }

  /// Its interrupt becomes pending after so many microseconds, at least 2 of them.
  void set(Alarm alarm, std::uint32_t in_microseconds) const {
    registers_.write(first_alarm + 4 * static_cast<std::uint32_t>(alarm), microseconds() + in_microseconds);
  }

  /// Withdraws it, rung or not.
  void clear(Alarm alarm) const {
    const std::uint32_t bit = 1U << static_cast<std::uint32_t>(alarm);
    registers_.write(armed, bit);
    registers_.write(interrupts, bit);
  }

  [[nodiscard]] bool has_rung(Alarm alarm) const {
    return (registers_.read(interrupts) & 1U << static_cast<std::uint32_t>(alarm)) != 0;
  }

  /// A short wait, where the hardware asks for one.
  void wait(std::uint32_t in_microseconds) const {
    const std::uint32_t start = microseconds();
    while (microseconds() - start <= in_microseconds) {
    }
  }

 private:
  static constexpr std::uint32_t first_alarm = 0x10, armed = 0x20, time_low = 0x28, interrupts = 0x34,
                                 interrupt_enable = 0x38;

  Registers registers_{0x40054000};
  std::uint32_t seen_ = 0;  // microseconds that the milliseconds stand for
  std::uint64_t milliseconds_ = 0;
};
