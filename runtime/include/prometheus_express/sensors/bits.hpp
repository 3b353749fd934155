// Fields of a sensor's reply, and the arithmetic that generated drivers share.
//
//   std::uint32_t code = bits(reply, 13, 10);       // ten bits after the first thirteen, as the datasheet
//   draws them
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>

#include "prometheus_express/base/is_zero.hpp"

namespace prometheus_express::sensors {

/// `count` bits (1 to 32) from bit `first` on, where bit 0 is the highest of the first byte.
[[nodiscard]] std::uint32_t bits(const std::uint8_t* bytes, unsigned first, unsigned count);
/// The same as two's complement.
[[nodiscard]] std::int32_t signed_bits(const std::uint8_t* bytes, unsigned first, unsigned count);

/// `count` bytes (1 to 4), the lowest first.
[[nodiscard]] std::uint32_t little(const std::uint8_t* bytes, unsigned count);
[[nodiscard]] std::int32_t signed_little(const std::uint8_t* bytes, unsigned count);

/// Writes the low `count` bytes of a number, the highest first.
void put(std::uint8_t* bytes, std::uint32_t number, unsigned count);
/// Writes the low `count` bytes of a number, the lowest first.
void put_little(std::uint8_t* bytes, std::uint32_t number, unsigned count);

/// The low `count` bits (1 to 32) as two's complement.
[[nodiscard]] constexpr std::int32_t sign_extend(std::int64_t number, unsigned count) {
  const unsigned unused = 32U - count % 32U;
  if (unused == 32U) {
    return static_cast<std::int32_t>(number);
  }
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(number) << unused) >> unused;
}

template <class Number>
[[nodiscard]] constexpr Number lesser(Number left, Number right) {
  return right < left ? right : left;
}

template <class Number>
[[nodiscard]] constexpr Number greater(Number left, Number right) {
  return left < right ? right : left;
}

template <class Number>
[[nodiscard]] constexpr Number clamp(Number value, Number low, Number high) {
  return lesser(greater(value, low), high);
}

template <class Number>
[[nodiscard]] constexpr Number magnitude(Number value) {
  return value < Number{} ? -value : value;
}

/// `value` to the power of 2, 3 or 4; of the type of products, which holds more than an int8 or int16 does.
template <unsigned exponent, class Number>
[[nodiscard]] constexpr auto power(Number value) {
  if constexpr (exponent == 2) {
    return value * value;
  } else if constexpr (exponent == 3) {
    return value * value * value;
  } else {
    return power<2>(value * value);
  }
}

/// The largest whole number that is not above `value`, which must fit.
template <std::signed_integral Whole, std::floating_point Real>
[[nodiscard]] constexpr Whole floor(Real value) {
  const auto whole = static_cast<Whole>(value);
  return static_cast<Real>(whole) > value ? static_cast<Whole>(whole - 1) : whole;
}

/// e to the power of `value`, which lies between -80 and 80.
template <std::floating_point Real>
[[nodiscard]] constexpr Real exponential(Real value) {
  // e^x = 2^k * e^r, where r is at most ln 2 / 2 from 0 and its series ends soon.
  constexpr double ln2 = 0.693147180559945309;
  const auto doublings = floor<std::int32_t>(value / Real(ln2) + Real(0.5));
  const Real rest = value - static_cast<Real>(doublings) * Real(ln2);
  Real sum{1};
  for (int term = sizeof(Real) > 4 ? 14 : 8; term > 0; --term) {
    sum = Real{1} + sum * rest / static_cast<Real>(term);
  }
  for (std::int32_t count = doublings; count > 0; --count) {
    sum = sum * Real{2};
  }
  for (std::int32_t count = doublings; count < 0; ++count) {
    sum = sum / Real{2};
  }
  return sum;
}

/// `numerator / denominator` to the nearest whole number, halves away from zero. The denominator is above 0,
/// and half of it may be added to the numerator without overflow.
template <std::signed_integral Whole>
[[nodiscard]] constexpr Whole rounded_quotient(Whole numerator, Whole denominator) {
  const Whole half = denominator / 2;
  return (numerator < 0 ? numerator - half : numerator + half) / denominator;
}

/// The nearest number that fits an int32.
[[nodiscard]] constexpr std::int32_t saturated(std::int64_t number) {
  return static_cast<std::int32_t>(clamp<std::int64_t>(number, INT32_MIN, INT32_MAX));
}

/// `value` in units of 1/`scale`, to the nearest, halves away from zero; the nearest end of an int32 where it
/// does not fit, 0 for NaN.
[[nodiscard]] std::int32_t scaled(float value, float scale);

using prometheus_express::is_zero;  // of formulas

/// `left == right`, meant exactly; false for NaN.
template <std::floating_point Real>
[[nodiscard]] constexpr bool same(Real left, Real right) {
  return left <= right && left >= right;
}

/// False for NaN too.
template <std::floating_point Real>
[[nodiscard]] constexpr bool within(Real value, Real low, Real high) {
  return value >= low && value <= high;
}

/// False for infinities and NaN.
template <std::floating_point Real>
[[nodiscard]] constexpr bool is_finite(Real value) {
  const Real size = magnitude(value);
  return size <= (std::numeric_limits<Real>::max)();
}

}  // namespace prometheus_express::sensors
