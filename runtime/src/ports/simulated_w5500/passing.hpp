// Something that lasts a number of windows, or 200 µs when the bus is quiet, so that a driver sees it whatever its speed.
#pragma once

#include "prometheus_express/ports/simulated_w5500/findings.hpp"

namespace prometheus_express::simulated_w5500 {

class Passing {
 public:
  static constexpr Microseconds longest = 200;

  void begin(unsigned windows, Microseconds now) {
    windows_ = windows;
    ends_ = now + longest;
  }
  /// A further window begins.
  void window() { windows_ -= windows_ > 0 ? 1 : 0; }
  [[nodiscard]] bool is_over(Microseconds now) const { return windows_ == 0 || now >= ends_; }

 private:
  unsigned windows_ = 0;
  Microseconds ends_ = 0;
};

}  // namespace prometheus_express::simulated_w5500
