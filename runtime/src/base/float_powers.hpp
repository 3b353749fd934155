// 10^n in 64 bits for every n that a float needs.
#pragma once

#include "power_of_ten.hpp"
#include "wide_multiply.hpp"

namespace prometheus_express {

inline constexpr int float_power_first = -31;
inline constexpr std::size_t float_power_count = 77;

/// Recovered as 10^(13 a - 31) * 5^b, both in tables: 124 bytes where 77 significands would take 616.
struct FloatPowers {
  /// floor(10^n / 2^(floor(log2(10^n)) - 63)) + 1
  static constexpr std::uint64_t at(int n) {
    const auto index = static_cast<unsigned>(n - float_power_first);
    const unsigned base = index * 79 >> 10;  // index / 13
    const Base& words = bases[base];
    const std::uint32_t factor = fives[index - base * 13];
    const std::uint64_t low = multiply(words[2], factor);
    const std::uint64_t middle = multiply(words[1], factor) + (low >> 32);
    const std::uint64_t high = multiply(words[0], factor) + (middle >> 32);
    return (high >> 63 != 0 ? high : high << 1 | (middle >> 31 & 1)) + 1;
  }

 private:
  using Base = std::array<std::uint32_t, 3>;

  static constexpr auto bases = [] {
    std::array<Base, 6> result{};
    const auto exact = significands<float_power_first, 6, 13>();
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = {exact[i].words[0], exact[i].words[1], exact[i].words[2] + 1};
    }
    return result;
  }();

  static constexpr auto fives = [] {
    std::array<std::uint32_t, 13> result{};
    std::uint32_t five = 1;
    for (std::uint32_t& entry : result) {
      entry = five << std::countl_zero(five);
      five *= 5;
    }
    return result;
  }();
};

}  // namespace prometheus_express
