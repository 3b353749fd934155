// The shortest decimal of a float; see shortest_double.hpp for the method.
#pragma once

#include "logarithm.hpp"
#include "wide_multiply.hpp"

namespace prometheus_express {

struct FloatDecimal {
  std::uint32_t digits;
  int exponent;
};

/// `bits` without the sign, of a finite float.
template <typename Powers>
constexpr FloatDecimal shortest_float(std::uint32_t bits) {
  const std::uint32_t fraction = bits & 0x7f'ffff;
  const int biased = static_cast<int>(bits >> 23);
  const std::uint32_t c = biased != 0 ? fraction | 0x80'0000 : fraction;
  const int q = biased != 0 ? biased - 150 : -149;
  if (q <= 0 && q > -24 && (c & ((1U << -q) - 1)) == 0) {
    return {c >> -q, 0};
  }
  if (c == 0) {
    return {0, 0};
  }

  const bool narrow_below = fraction == 0 && biased > 1;
  const int k = narrow_below ? log10_of_three_quarters(q) : log10_of_power_of_two(q);
  const int shift = q + log2_of_power_of_ten(-k) + 1;
  const std::uint64_t power = Powers::at(-k);
  const auto quarters = [&](std::uint32_t factor) {
    factor <<= shift;
    const std::uint64_t low = multiply(static_cast<std::uint32_t>(power), factor);
    const std::uint64_t high = multiply(static_cast<std::uint32_t>(power >> 32), factor) + (low >> 32);
    return static_cast<std::uint32_t>(high >> 32) | (static_cast<std::uint32_t>(high) != 0 ? 1U : 0U);
  };
  const std::uint32_t odd = c & 1;
  const std::uint32_t lower = quarters(4 * c - (narrow_below ? 1 : 2)) + odd;
  const std::uint32_t value = quarters(4 * c);
  const std::uint32_t upper = quarters(4 * c + 2) - odd;

  const std::uint32_t floor = value >> 2;
  const std::uint32_t tens = static_cast<std::uint32_t>(multiply(floor, 0xcccc'cccd) >> 35) * 10;
  const bool tens_below = lower <= 4 * tens;
  const bool tens_above = 4 * tens + 40 <= upper;
  if (tens_below != tens_above) {
    return {tens_below ? tens : tens + 10, k};
  }
  const bool below = lower <= 4 * floor;
  const bool above = 4 * floor + 4 <= upper;
  if (below != above) {
    return {below ? floor : floor + 1, k};
  }
  const std::uint32_t middle = 4 * floor + 2;
  return {value < middle || (value == middle && floor % 2 == 0) ? floor : floor + 1, k};
}

}  // namespace prometheus_express
