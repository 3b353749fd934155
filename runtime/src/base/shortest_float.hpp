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
static constexpr FloatDecimal shortest_float(std::uint32_t bits) {
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
  const auto product = [&](std::uint32_t factor) {  // without the lowest 32 of its 96 bits
    const std::uint64_t low = multiply(static_cast<std::uint32_t>(power), factor);
    return multiply(static_cast<std::uint32_t>(power >> 32), factor) + (low >> 32);
  };

  if (!narrow_below) {
    const std::uint64_t scaled = product(c << shift);
    const auto whole = static_cast<std::uint32_t>(scaled >> 32);
    const auto part = static_cast<std::uint32_t>(scaled);
    const std::uint32_t digit = whole - static_cast<std::uint32_t>(multiply(whole, 0xcccc'cccd) >> 35) * 10;
    const std::uint32_t above_ten = digit << 28 | part >> 4;
    const std::uint32_t half = static_cast<std::uint32_t>(power >> 32) >> (5 - shift);
    constexpr std::uint32_t ten = std::uint32_t{10} << 28;
    constexpr std::uint32_t middle = std::uint32_t{1} << 31;
    if (above_ten <= half + 2) {
      if (above_ten + 2 <= half) {
        return {whole - digit, k};
      }
    } else if (above_ten + half + 2 >= ten) {
      if (above_ten + half >= ten + 2) {
        return {whole - digit + 10, k};
      }
    } else if (part + 2 - middle > 4) {
      return {whole + (part >> 31), k};
    }
  }

  const auto quarters = [&](std::uint32_t factor) {
    const std::uint64_t scaled = product(factor << shift);
    return static_cast<std::uint32_t>(scaled >> 32) | (static_cast<std::uint32_t>(scaled) != 0 ? 1U : 0U);
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
