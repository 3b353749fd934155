// The watchdog: a reset of the chip when the program stands still. Its clock is one of its own, 1.024 kHz. SAM D5x/E5x Family Data
// Sheet (DS60001507), chapter 20.
#pragma once

#include <cstdint>

#include "registers.hpp"
#include "synchronization.hpp"

class Watchdog {
 public:
  /// From now on the chip is reset unless `feed` is called at least every 8 s.
  void start() const {
    constexpr std::uint8_t cycles_8192 = 0xA, enable = 1U << 1U;
    registers_.write8(control, 0);
    static_cast<void>(wait_until_clear(registers_, synchronization, everything));
    registers_.write8(configuration, cycles_8192);  // only while it is off, 20.6.2.1
    registers_.write8(control, enable);
    static_cast<void>(wait_until_clear(registers_, synchronization, everything));
  }

  /// A second one while the first is on its way is not needed: a write takes some cycles of its slow clock.
  void feed() const {
    constexpr std::uint8_t key = 0xA5;
    constexpr std::uint32_t clear_bit = 1U << 4U;
    if ((registers_.read32(synchronization) & clear_bit) == 0) {
      registers_.write8(clear, key);
    }
  }

 private:
  static constexpr std::uint32_t control = 0x00, configuration = 0x01, synchronization = 0x08, clear = 0x0C;
  static constexpr std::uint32_t everything = 0x1E;

  Registers registers_{0x40002000};
};
