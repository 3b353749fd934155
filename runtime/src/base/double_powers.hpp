// 10^n in 128 bits for every n that a double needs, in two sizes with the same values.
#pragma once

#include "power_of_ten.hpp"
#include "wide_multiply.hpp"

namespace prometheus_express {

inline constexpr int double_power_first = -292;
inline constexpr std::size_t double_power_count = 617;

constexpr Uint128 upper_bits(const Significand& from) {
  return {std::uint64_t{from.words[0]} << 32 | from.words[1],
          std::uint64_t{from.words[2]} << 32 | from.words[3]};
}

constexpr void increment(Uint128& value) {
  ++value.low;
  value.high += value.low == 0 ? 1U : 0U;
}

/// For hosts: 9,872 bytes and nothing to compute.
struct FullDoublePowers {
  /// floor(10^n / 2^(floor(log2(10^n)) - 127)) + 1
  static constexpr Uint128 at(int n) { return table[static_cast<std::size_t>(n - double_power_first)]; }

 private:
  static constexpr auto table = [] {
    std::array<Uint128, double_power_count> result{};
    const auto exact = significands<double_power_first, double_power_count>();
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = upper_bits(exact[i]);
      increment(result[i]);
    }
    return result;
  }();
};

/// For devices: 10^(27 a - 303) * 5^b from two tables, and a bit that says whether the product is already
/// rounded up. 680 bytes.
struct CompactDoublePowers {
  static constexpr Uint128 at(int n) {
    const auto index = static_cast<unsigned>(n - double_power_first);
    Uint128 result = product(index);
    if ((rounded_up[index / 32] >> index % 32 & 1) == 0) {
      increment(result);
    }
    return result;
  }

 private:
  // With this step and this start every product is the wanted value or one less. With most others some are
  // one more.
  static constexpr int base_first = -303;
  static constexpr unsigned step = 27;

  static constexpr Uint128 product(unsigned index) {
    const unsigned offset = index + (double_power_first - base_first);
    const unsigned base = offset * 607 >> 14;  // offset / 27
    const Uint192 full = multiply(bases[base], fives[offset - base * step]);
    if (full.high >> 63 != 0) {
      return {full.high, full.middle};
    }
    return {full.high << 1 | full.middle >> 63, full.middle << 1 | full.low >> 63};
  }

  static constexpr auto bases = [] {
    std::array<Uint128, 24> result{};
    const auto exact = significands<base_first, 24, step>();
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = upper_bits(exact[i]);
      if (!exact[i].exact) {
        increment(result[i]);
      }
    }
    return result;
  }();

  static constexpr auto fives = [] {
    std::array<std::uint64_t, step> result{};
    std::uint64_t five = 1;
    for (std::uint64_t& entry : result) {
      entry = five << std::countl_zero(five);
      five *= 5;
    }
    return result;
  }();

  static const std::array<std::uint32_t, 20> rounded_up;
};

inline constexpr std::array<std::uint32_t, 20> CompactDoublePowers::rounded_up = [] {
  std::array<std::uint32_t, 20> result{};
  const auto exact = significands<double_power_first, double_power_count>();
  for (unsigned i = 0; i < exact.size(); ++i) {
    const std::uint32_t bit = product(i) == upper_bits(exact[i]) ? 0 : 1;
    result[i / 32] |= bit << i % 32;
  }
  return result;
}();

}  // namespace prometheus_express
