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
#include "prometheus_express/metrics/nearest_whole.hpp"

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

  // Each of these says false where no such decimal is, and leaves `result` as it was.

  /// The decimal nearest to `value`, halves away from zero. There is none of NaN, an infinity, and what does not fit.
  static constexpr bool find_nearest(double value, Decimal& result) {
    return nearest_whole(value * static_cast<double>(scale), result.count);
  }

  /// A whole number, which may not fit.
  static constexpr bool find_integer(std::integral auto value, Decimal& result) {
    Scaled product{};
    const bool fits = !__builtin_mul_overflow(+value, scale, &product);
    result.count = fits ? product : result.count;
    return fits;
  }

  /// `count` / `parts`, rounded to the nearest, halves up; to the ninth place, where there are more. It may not fit.
  template <std::uint32_t parts>
  static constexpr bool find_fraction(std::uint32_t count, Decimal& result) {
    constexpr std::uint64_t units = scale;  // in one
    if constexpr (units % parts == 0) {
      return multiply(count, units / parts, result);
    } else if constexpr (parts % units == 0) {
      constexpr auto divisor = static_cast<std::uint32_t>(parts / units);
      return multiply(count / divisor + (count % divisor >= divisor - divisor / 2 ? 1U : 0U), 1, result);
    } else {
      constexpr std::uint64_t whole =
          units < 1'000'000'000 ? units : 1'000'000'000;  // the product fits 64 bits
      return multiply((count * whole + parts / 2) / parts, units / whole, result);
    }
  }

  /// The decimal nearest to `value`, which is known to have one: where it has none, the nearest end of the range, and 0 for NaN.
  /// Metrics, which refuse such values, do not ask here.
  static constexpr Decimal nearest(double value) {
    Decimal result{value < 0   ? (std::numeric_limits<Scaled>::min)()
                   : value > 0 ? (std::numeric_limits<Scaled>::max)()
                               : 0};
    static_cast<void>(find_nearest(value, result));
    return result;
  }

  friend constexpr bool operator==(Decimal, Decimal) = default;
  friend constexpr auto operator<=>(Decimal left, Decimal right) { return left.count <=> right.count; }

 private:
  static constexpr bool multiply(std::unsigned_integral auto count, std::uint64_t factor, Decimal& result) {
    Scaled product{};
    const bool fits = !__builtin_mul_overflow(count, static_cast<Scaled>(factor), &product);
    result.count = fits ? product : result.count;
    return fits;
  }
};

template <class T>
inline constexpr bool is_decimal = false;
template <unsigned places, class Scaled>
inline constexpr bool is_decimal<Decimal<places, Scaled>> = true;

template <unsigned places, class Scaled>
[[nodiscard]] constexpr bool is_zero(Decimal<places, Scaled> value) {
  return value.count == 0;
}

template <unsigned places, class Scaled>
std::size_t format(NumberText& out, Decimal<places, Scaled> value) {
  return format_decimal(out, value.count, places);
}

}  // namespace prometheus_express
