// The whole number nearest to a floating-point one, where there is such.
//
//   std::uint32_t whole = 0;
//   nearest_whole(2.5, whole);                // true, and 3
//   nearest_whole(-0.5, whole);               // false: -1 does not fit
#pragma once

#include <concepts>
#include <limits>

namespace prometheus_express {

/// The nearest whole number to `value`, halves away from zero. False, and `result` stays as it was, for NaN and for what does not
/// fit after rounding.
template <std::integral Whole, std::floating_point Real>
constexpr bool nearest_whole(Real value, Whole& result) {
  constexpr Whole least = (std::numeric_limits<Whole>::min)();
  constexpr Whole most = (std::numeric_limits<Whole>::max)();
  // A power of two: the first number that does not fit, exact in any Real. The least is 0 or another power of two.
  constexpr Real end = static_cast<Real>(most / 2 + 1) * Real{2};
  if (!(value < end)) {
    return false;
  }
  if (value < static_cast<Real>(least)) {
    if (!(value > static_cast<Real>(least) - Real{0.5})) {
      return false;
    }
    result = least;
    return true;
  }
  const auto whole = static_cast<Whole>(value);
  const Real rest = value - static_cast<Real>(whole);
  if (rest >= Real{0.5}) {
    if (whole == most) {
      return false;
    }
    result = static_cast<Whole>(whole + 1);
  } else {
    result = rest <= Real{-0.5} ? static_cast<Whole>(whole - 1) : whole;
  }
  return true;
}

}  // namespace prometheus_express
