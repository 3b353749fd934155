// A number with a fixed count of decimal places, stored as a scaled integer, so that no floating point stands
// between a sensor's register and the wire.
//
//   Decimal<2> price;
//   price = Decimal<2>::scaled(1999);      // 19.99, no floating point
//   price = Decimal<2>::nearest(19.994);   // 19.99
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "prometheus_express/base/number_text.hpp"

namespace prometheus_express {

template <class T>
concept ScaledInteger = std::same_as<T, std::int32_t> || std::same_as<T, std::int64_t>;

/// A decimal with `decimal_places` places: 0 to 9 in 32 bits, 0 to 18 in 64.
template <unsigned decimal_places, ScaledInteger Scaled = std::int32_t>
struct Decimal {
  static constexpr unsigned places = decimal_places;
  static_assert(places <= std::numeric_limits<Scaled>::digits10, "the scale itself must fit the storage");

  Scaled count = 0;  // the number times 10^places

  static constexpr Scaled scale = [] {
    Scaled power = 1;
    for (unsigned place = 0; place < places; ++place) {
      power = static_cast<Scaled>(power * 10);
    }
    return power;
  }();

  static constexpr Decimal scaled(Scaled value) { return {value}; }

  /// The decimal nearest to `value`, halves away from zero. What is out of range becomes the nearest end of
  /// it, and NaN becomes 0: a decimal has neither infinities nor NaN.
  static constexpr Decimal nearest(double value) {
    const double product = value * static_cast<double>(scale);
    // 2^31 or 2^63: the first value that does not fit, exact in a double; its negative is the lowest that
    // does.
    constexpr double end = -static_cast<double>((std::numeric_limits<Scaled>::min)());
    if (product >= end) {
      return {(std::numeric_limits<Scaled>::max)()};
    }
    if (product <= -end) {
      return {(std::numeric_limits<Scaled>::min)()};
    }
    if (!(product == product)) {
      return {0};
    }
    const auto whole = static_cast<Scaled>(product);
    const double rest = product - static_cast<double>(whole);
    if (rest >= 0.5) {
      return {whole == (std::numeric_limits<Scaled>::max)() ? whole : static_cast<Scaled>(whole + 1)};
    }
    if (rest <= -0.5) {
      return {whole == (std::numeric_limits<Scaled>::min)() ? whole : static_cast<Scaled>(whole - 1)};
    }
    return {whole};
  }

  /// A whole number, or the nearest end of the range.
  static constexpr Decimal from_integer(std::integral auto value) {
    Scaled product{};
    if (!__builtin_mul_overflow(value, scale, &product)) {
      return {product};
    }
    return {value < 0 ? (std::numeric_limits<Scaled>::min)() : (std::numeric_limits<Scaled>::max)()};
  }

  /// `count` / `parts`, rounded to the nearest, halves up; at most the end of the range. To the ninth place, where there are more.
  template <std::uint32_t parts>
  static constexpr Decimal from_fraction(std::uint32_t count) {
    constexpr std::uint64_t units = scale;  // in one
    if constexpr (units % parts == 0) {
      return at_most_the_end(count, units / parts);
    } else if constexpr (parts % units == 0) {
      constexpr auto divisor = static_cast<std::uint32_t>(parts / units);
      return at_most_the_end(count / divisor + (count % divisor >= divisor - divisor / 2 ? 1U : 0U), 1);
    } else {
      constexpr std::uint64_t whole =
          units < 1'000'000'000 ? units : 1'000'000'000;  // the product fits 64 bits
      return at_most_the_end((count * whole + parts / 2) / parts, units / whole);
    }
  }

  friend constexpr bool operator==(Decimal, Decimal) = default;
  friend constexpr auto operator<=>(Decimal, Decimal) = default;

 private:
  static constexpr Decimal at_most_the_end(std::unsigned_integral auto count, std::uint64_t factor) {
    Scaled product{};
    const bool overflows = __builtin_mul_overflow(count, static_cast<Scaled>(factor), &product);
    return {overflows ? (std::numeric_limits<Scaled>::max)() : product};
  }
};

/// The integer type that a decimal is stored as.
template <class T>
struct ScaledCount {
  using Type = std::int32_t;
};
template <unsigned places, class Scaled>
struct ScaledCount<Decimal<places, Scaled>> {
  using Type = Scaled;
};

template <class T>
inline constexpr bool is_decimal = false;
template <unsigned places, class Scaled>
inline constexpr bool is_decimal<Decimal<places, Scaled>> = true;

template <unsigned places, class Scaled>
std::size_t format(NumberText& out, Decimal<places, Scaled> value) {
  return format_decimal(out, value.count, places);
}

}  // namespace prometheus_express
