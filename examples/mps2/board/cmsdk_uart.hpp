// The CMSDK's UART, sending only.
// Source: Arm Cortex-M System Design Kit Technical Reference Manual (DDI 0479), "APB UART".
#pragma once

#include <cstdint>
#include <string_view>

#include "registers.hpp"

class CmsdkUart {
 public:
  explicit constexpr CmsdkUart(std::uintptr_t base) : registers_(base) {}

  /// `clock_ticks_per_bit`: the peripheral clock over the baud rate, at least 16.
  void start(std::uint32_t clock_ticks_per_bit) const {
    registers_.write(baud_divider, clock_ticks_per_bit);
    registers_.write(control, 1);  // the transmitter
  }

  void write(std::string_view text) const {
    for (const char character : text) {
      while ((registers_.read(state) & 1U) != 0) {
      }
      registers_.write(data, static_cast<std::uint8_t>(character));
    }
  }

 private:
  static constexpr std::uint32_t data = 0x00, state = 0x04, control = 0x08, baud_divider = 0x10;

  Registers registers_;
};
