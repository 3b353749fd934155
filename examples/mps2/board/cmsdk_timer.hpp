// The CMSDK's 32-bit timer, running free, as a clock of milliseconds since start.
// Source: Arm Cortex-M System Design Kit Technical Reference Manual (DDI 0479), "APB timer".
#pragma once

#include <cstdint>

#include "registers.hpp"

class CmsdkTimer {
 public:
  constexpr CmsdkTimer(std::uintptr_t base, std::uint32_t ticks_per_second)
      : registers_(base), ticks_per_millisecond_(ticks_per_second / 1000) {}

  void start() {
    registers_.write(reload, 0xFFFFFFFF);
    registers_.write(value, 0xFFFFFFFF);
    registers_.write(control, 1);
  }

  /// To be asked at least once in the 2^32 ticks (172 s at 25 MHz) after which the timer is where it was.
  [[nodiscard]] std::uint64_t milliseconds() {
    const std::uint32_t now = ~registers_.read(value);  // it counts down
    const std::uint32_t passed = (now - seen_) / ticks_per_millisecond_;
    seen_ += passed * ticks_per_millisecond_;
    milliseconds_ += passed;
    return milliseconds_;
  }

 private:
  static constexpr std::uint32_t control = 0x00, value = 0x04, reload = 0x08;

  Registers registers_;
  std::uint32_t ticks_per_millisecond_;
  std::uint32_t seen_ = 0;  // ticks that the milliseconds stand for
  std::uint64_t milliseconds_ = 0;
};
