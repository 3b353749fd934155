// Sums of cell values that stay within their type: a gauge at the end of its range stays there.
#pragma once

#include <concepts>
#include <limits>

#include "prometheus_express/metrics/decimal.hpp"

namespace prometheus_express {

template <class T>
concept StoredValue = std::same_as<T, std::uint32_t> || std::same_as<T, std::uint64_t> || ScaledInteger<T> ||
    std::same_as<T, float> || std::same_as<T, double> || is_decimal<T>;

/// The number 1 as a `Value`.
template <StoredValue Value>
constexpr Value one() {
  if constexpr (is_decimal<Value>) {
    return Value::scaled(Value::scale);
  } else {
    return Value{1};
  }
}

template <std::integral Value>
constexpr Value saturating_add(Value left, Value right) {
  Value sum{};
  if (!__builtin_add_overflow(left, right, &sum)) {
    return sum;
  }
  return left < 0 ? (std::numeric_limits<Value>::min)() : (std::numeric_limits<Value>::max)();
}

template <std::integral Value>
constexpr Value saturating_subtract(Value left, Value right) {
  Value difference{};
  if (!__builtin_sub_overflow(left, right, &difference)) {
    return difference;
  }
  return left < right ? (std::numeric_limits<Value>::min)() : (std::numeric_limits<Value>::max)();
}

template <std::floating_point Value>
constexpr Value saturating_add(Value left, Value right) {
  return left + right;
}

template <std::floating_point Value>
constexpr Value saturating_subtract(Value left, Value right) {
  return left - right;
}

template <unsigned places, class Scaled>
constexpr Decimal<places, Scaled> saturating_add(Decimal<places, Scaled> left,
                                                 Decimal<places, Scaled> right) {
  return {saturating_add(left.count, right.count)};
}

template <unsigned places, class Scaled>
constexpr Decimal<places, Scaled> saturating_subtract(Decimal<places, Scaled> left,
                                                      Decimal<places, Scaled> right) {
  return {saturating_subtract(left.count, right.count)};
}

}  // namespace prometheus_express
