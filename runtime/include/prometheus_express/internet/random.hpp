// Numbers that others should not guess easily: transactions, ports, jitter. Marsaglia's xorshift; no cryptography.
#pragma once

#include <cstdint>

namespace prometheus_express::internet {

class Random {
 public:
  constexpr explicit Random(std::uint32_t seed) : state_(seed == 0 ? 1 : seed) {}

  /// Mixes in something that differs from start to start, such as the time of the first packet.
  constexpr void stir(std::uint32_t value) {
    state_ ^= value * 0x9E3779B1U;
    state_ = state_ == 0 ? 1 : state_;
  }

  constexpr std::uint32_t next() {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    return state_;
  }

 private:
  std::uint32_t state_;
};

}  // namespace prometheus_express::internet
