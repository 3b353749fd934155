// A pin of the PORT: who uses it, and its level. SAM D5x/E5x Family Data Sheet (DS60001507), chapter 32; the peripherals of each
// pin: table 6-1.
#pragma once

#include <cstdint>

#include "registers.hpp"

class Pin {
 public:
  enum class Group : std::uint8_t { a = 0, b = 1 };
  enum class Function : std::uint8_t { c = 2, d = 3 };  // a peripheral, by its column of the table

  constexpr Pin(Group group, std::uint8_t number)
      : registers_(0x41008000 + 0x80 * static_cast<std::uintptr_t>(group)), number_(number) {}

  void give_to(Function function) const {
    const std::uint32_t offset = multiplexing + number_ / 2U;
    const unsigned shift = number_ % 2U * 4;
    const unsigned others = registers_.read8(offset) & ~(0xFU << shift);
    registers_.write8(offset, static_cast<std::uint8_t>(others | static_cast<unsigned>(function) << shift));
    registers_.write8(configuration + number_, input_enable | to_peripheral);
  }

  /// The program reads it, and drives it where told.
  void take() const { registers_.write8(configuration + number_, input_enable); }

  void set(bool high) const { registers_.write32(high ? output_set : output_clear, bit()); }
  void drive(bool on) const { registers_.write32(on ? direction_set : direction_clear, bit()); }
  [[nodiscard]] bool is_high() const { return (registers_.read32(input) & bit()) != 0; }

 private:
  static constexpr std::uint32_t direction_clear = 0x04, direction_set = 0x08, output_clear = 0x14,
                                 output_set = 0x18, input = 0x20, multiplexing = 0x30, configuration = 0x40;
  static constexpr std::uint8_t to_peripheral = 1U << 0U, input_enable = 1U << 1U;

  [[nodiscard]] constexpr std::uint32_t bit() const { return 1U << number_; }

  Registers registers_;
  std::uint8_t number_;
};
