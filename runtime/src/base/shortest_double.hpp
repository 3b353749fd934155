// The shortest decimal of a double, closest to the value among the shortest, and even if two are equally
// close.
//
// The method is Raffaello Giulietti's Schubfach ("The Schubfach way to render doubles", 2020). A double is c
// * 2^q. With the greatest k for which 10^k is not longer than the interval of decimals that read back as
// this double, the interval holds at least one multiple of 10^k and at most one of 10^(k + 1). Value and
// interval ends are taken in quarters of 10^k and rounded to odd: an odd number stands for anything between
// its even neighbours, so that comparing these integers with multiples of four compares the exact values. The
// paper's section 9.9 shows that 10^-k in 126 bits, rounded up, is enough; here it has 128, which only brings
// the product closer to the exact one.
#pragma once

#include "double_layout.hpp"
#include "logarithm.hpp"
#include "wide_multiply.hpp"

namespace prometheus_express {

/// value % 10. In 32 bits: 2^32, 2^16 and 2^8 are 1 modulo 5, so that the pieces' sum tells the remainder by
/// 5, and the lowest bit tells which of the two digits.
constexpr std::uint32_t last_digit(std::uint64_t value) {
  if constexpr (digits::has_wide_registers) {
    return static_cast<std::uint32_t>(value % 10);
  }
  const auto low = static_cast<std::uint32_t>(value);
  const auto high = static_cast<std::uint32_t>(value >> 32);
  std::uint32_t sum = (low >> 16) + (low & 0xffff) + (high >> 16) + (high & 0xffff);
  sum = (sum >> 8) + (sum & 0xff);
  const std::uint32_t five = sum - (sum * 6554 >> 15) * 5;
  return five + ((five ^ low) & 1) * 5;
}

/// A positive double c * 2^q beside the grid of multiples of 10^k.
struct ScaledDouble {
  std::uint64_t c;
  int k;
  int shift;      // 2^q / 10^k is power * 2^(shift - 128)
  Uint128 power;  // the upper bits of 10^-k
  bool narrow_below;
};

/// Of an integer below 2^53, of which no digit is to be left out, and of nothing else: its value.
constexpr bool is_small_integer(std::uint64_t bits, std::uint64_t& value) {
  const int q = static_cast<int>(bits >> 52) - 1075;
  value = (bits & 0xf'ffff'ffff'ffff) | 0x10'0000'0000'0000;
  if (q > 0 || q < -52 || (value & ((std::uint64_t{1} << -q) - 1)) != 0) {
    value = 0;
    return bits == 0;
  }
  value >>= -q;
  return true;
}

/// Whether the double below is only half as far as the one above: powers of two.
constexpr bool is_narrow_below(std::uint64_t bits) {
  return (bits & 0xf'ffff'ffff'ffff) == 0 && bits >> 52 > 1;
}

/// `bits` without the sign, of a finite double that is not zero.
template <typename Powers>
static constexpr ScaledDouble scale(std::uint64_t bits, bool narrow_below) {
  const std::uint64_t fraction = bits & 0xf'ffff'ffff'ffff;
  const int biased = static_cast<int>(bits >> 52);
  const int q = biased != 0 ? biased - 1075 : -1074;
  const int k = narrow_below ? log10_of_three_quarters(q) : log10_of_power_of_two(q);
  return {.c = biased != 0 ? fraction | 0x10'0000'0000'0000 : fraction,
          .k = k,
          .shift = q + log2_of_power_of_ten(-k) + 1,
          .power = Powers::at(-k),
          .narrow_below = narrow_below};
}

/// Unless the interval is narrow below, one multiplication decides nearly always: the value and half the
/// interval in units of 10^k, with 60 bits of fraction, each less than one of these bits too small. False if
/// something is too close to a limit for that.
static constexpr bool decide_quickly(const ScaledDouble& from, DoubleDecimal& result) {
  const Uint192 product = multiply(from.power, from.c << from.shift);
  const std::uint32_t digit = last_digit(product.high);
  const std::uint64_t above_ten = std::uint64_t{digit} << 60 | product.middle >> 4;
  const std::uint64_t half = from.power.high >> (5 - from.shift);
  constexpr std::uint64_t ten = std::uint64_t{10} << 60;
  constexpr std::uint64_t middle = std::uint64_t{1} << 63;
  result.exponent = from.k;
  if (above_ten <= half + 2) {
    result.digits = product.high - digit;
    return above_ten + 2 <= half;
  }
  if (above_ten + half + 2 >= ten) {
    result.digits = product.high - digit + 10;
    return above_ten + half >= ten + 2;
  }
  result.digits = product.high + (product.middle >> 63);
  return product.middle + 2 - middle > 4;
}

/// The exact decision.
static constexpr DoubleDecimal decide_exactly(const ScaledDouble& from) {
  const auto quarters = [&from](std::uint64_t factor) {
    const Uint192 product = multiply(from.power, factor << from.shift);
    return product.high | (product.middle != 0 ? 1 : 0);
  };
  const std::uint64_t odd = from.c & 1;
  const std::uint64_t lower = quarters(4 * from.c - (from.narrow_below ? 1 : 2)) + odd;
  const std::uint64_t value = quarters(4 * from.c);
  const std::uint64_t upper = quarters(4 * from.c + 2) - odd;

  const std::uint64_t floor = value >> 2;
  const std::uint64_t tens = floor - last_digit(floor);
  const bool tens_below = lower <= 4 * tens;
  const bool tens_above = 4 * tens + 40 <= upper;
  if (tens_below != tens_above) {
    return {tens_below ? tens : tens + 10, from.k};
  }
  const bool below = lower <= 4 * floor;
  const bool above = 4 * floor + 4 <= upper;
  if (below != above) {
    return {below ? floor : floor + 1, from.k};
  }
  const std::uint64_t middle = 4 * floor + 2;
  return {value < middle || (value == middle && floor % 2 == 0) ? floor : floor + 1, from.k};
}

}  // namespace prometheus_express
