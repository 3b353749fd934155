// Arm's PL011, the RP2040's UART, sending only. Source: RP2040 Datasheet, section 4.2; Arm DDI 0183.
#pragma once

#include <cstdint>
#include <string_view>

#include "registers.hpp"

class Pl011 {
 public:
  explicit constexpr Pl011(std::uintptr_t base) : registers_(base) {}

  void start(std::uint32_t clock, std::uint32_t baud) const {
    constexpr std::uint32_t eight_bits_with_queue = 7U << 4U;
    constexpr std::uint32_t enable = 1U << 0U, transmit = 1U << 8U;
    const std::uint32_t divider = (8 * clock / baud + 1) / 2;  // in 64ths: the bit's length over 16
    registers_.write(integer_divider, divider >> 6U);
    registers_.write(fractional_divider, divider & 0x3FU);
    registers_.write(line_control, eight_bits_with_queue);
    registers_.write(control, enable | transmit);
  }

  void write(std::string_view text) const {
    for (const char character : text) {
      put(character);
    }
  }

  void write(std::uint8_t number) const {
    const unsigned tens = number / 10U;
    if (tens != 0) {
      write(static_cast<std::uint8_t>(tens));
    }
    put(static_cast<char>('0' + number - 10U * tens));
  }

 private:
  void put(char character) const {
    constexpr std::uint32_t queue_is_full = 1U << 5U;
    while ((registers_.read(flags) & queue_is_full) != 0) {
    }
    registers_.write(data, static_cast<std::uint8_t>(character));
  }

  static constexpr std::uint32_t data = 0x00, flags = 0x18, integer_divider = 0x24, fractional_divider = 0x28,
                                 line_control = 0x2C, control = 0x30;

  Registers registers_;
};
