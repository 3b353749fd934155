// What goes wrong around the chip, by command.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "prometheus_express/ports/simulated_w5500/findings.hpp"
#include "registers.hpp"

namespace prometheus_express::simulated_w5500 {

struct Faults {
  std::array<Microseconds, sockets> stuck_until = {};
  std::array<Microseconds, sockets> stalled_until = {};
  std::array<bool, sockets> vanished = {};
  double flip_mosi = 0;
  double flip_miso = 0;
  double tear = 0;
  Microseconds deaf_until = 0;
  std::uint8_t deaf_miso = 0;
  bool link = true;
  unsigned lose_interrupts = 0;

  [[nodiscard]] bool is_deaf(Microseconds now) const { return now < deaf_until; }
  [[nodiscard]] bool flips() const { return flip_mosi > 0 || flip_miso > 0; }

  /// `words` behind `fault`, for those that are a state; false: not understood.
  [[nodiscard]] bool set(const std::vector<std::string_view>& words, Microseconds now);
};

}  // namespace prometheus_express::simulated_w5500
