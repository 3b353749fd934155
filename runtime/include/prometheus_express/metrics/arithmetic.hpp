// Numbers of any type as values of cells, and sums of such values. What a cell cannot hold never becomes another number.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "prometheus_express/base/is_zero.hpp"
#include "prometheus_express/metrics/decimal.hpp"
#include "prometheus_express/metrics/nearest_whole.hpp"

namespace prometheus_express {

template <class T>
concept StoredInteger = std::same_as<T, std::uint32_t> || std::same_as<T, std::uint64_t> || ScaledInteger<T>;

/// What a cell holds.
template <class T>
concept StoredValue = StoredInteger<T> || std::same_as<T, float> || std::same_as<T, double> || is_decimal<T>;

/// What a value may be given as.
template <class T>
concept Arithmetic = std::is_arithmetic_v<T>;

/// What a decimal may be given as without floating point: its scaled integer.
template <class T, class Value>
concept CountOf = std::integral<T> && is_decimal<Value>;

/// The number 1 as a `Value`.
template <StoredValue Value>
constexpr Value one() {
  if constexpr (is_decimal<Value>) {
    return Value::scaled(Value::scale);
  } else {
    return Value{1};
  }
}

template <std::floating_point Real>
constexpr bool is_infinite(Real value) {
  return value > (std::numeric_limits<Real>::max)() || value < -(std::numeric_limits<Real>::max)();
}

/// `number` as a `Value` in `result`: of integers and decimals the nearest, halves away from zero. False where there is none, for
/// NaN, infinities and what does not fit; a float or double has these, and only a finite double that no float can hold has none.
template <StoredValue Value, Arithmetic Number>
constexpr bool convert(Number number, Value& result) {
  if constexpr (is_decimal<Value> && std::integral<Number>) {
    return Value::find_integer(number, result);
  } else if constexpr (is_decimal<Value>) {
    return Value::find_nearest(static_cast<double>(number), result);
  } else if constexpr (std::integral<Value> && std::integral<Number>) {
    return !__builtin_add_overflow(+number, Value{0}, &result);
  } else if constexpr (std::integral<Value>) {
    return nearest_whole(number, result);
  } else if constexpr (std::integral<Number> || sizeof(Number) <= sizeof(Value)) {
    result = static_cast<Value>(number);
    return true;
  } else {
    const auto narrowed = static_cast<Value>(number);
    if (is_infinite(narrowed) && !is_infinite(number)) {
      return false;
    }
    result = narrowed;
    return true;
  }
}

/// The same for what is to be added: an amount that is not 0, and would be, is none.
template <StoredValue Value, class Number>
constexpr bool convert_amount(Number number, Value& result) {
  return convert(number, result) && (is_zero(number) || !is_zero(result));
}

// What a gauge comes to. False, and `sum` is of no use, where it does not fit; a float or double then is an infinity.

template <std::integral Value, std::integral Amount>
constexpr bool add_within(Value left, Amount right, Value& sum) {
  return !__builtin_add_overflow(left, +right, &sum);
}
template <std::integral Value, std::integral Amount>
constexpr bool subtract_within(Value left, Amount right, Value& difference) {
  return !__builtin_sub_overflow(left, +right, &difference);
}
template <std::floating_point Value>
constexpr bool add_within(Value left, Value right, Value& sum) {
  sum = left + right;
  return true;
}
template <std::floating_point Value>
constexpr bool subtract_within(Value left, Value right, Value& difference) {
  difference = left - right;
  return true;
}
template <unsigned places, class Scaled>
constexpr bool add_within(Decimal<places, Scaled> left, Decimal<places, Scaled> right,
                          Decimal<places, Scaled>& sum) {
  return add_within(left.count, right.count, sum.count);
}
template <unsigned places, class Scaled>
constexpr bool subtract_within(Decimal<places, Scaled> left, Decimal<places, Scaled> right,
                               Decimal<places, Scaled>& difference) {
  return subtract_within(left.count, right.count, difference.count);
}

// What a total comes to, which goes on for ever: at the end of its range it starts again at 0 and goes on with the rest, so that
// one of amounts from 0 on never falls below 0.

template <std::unsigned_integral Value>
constexpr Value wrapping_add(Value left, Value right) {
  return static_cast<Value>(left + right);
}
template <std::signed_integral Value>
constexpr Value wrapping_add(Value left, Value right) {
  Value sum{};
  // That is half of what the processor's own wrapping takes off: the other half is the highest bit.
  return __builtin_add_overflow(left, right, &sum)
             ? static_cast<Value>(sum ^ (std::numeric_limits<Value>::min)())
             : sum;
}
template <std::floating_point Value>
constexpr Value wrapping_add(Value left, Value right) {
  return left + right;
}
template <unsigned places, class Scaled>
constexpr Decimal<places, Scaled> wrapping_add(Decimal<places, Scaled> left, Decimal<places, Scaled> right) {
  return {wrapping_add(left.count, right.count)};
}

}  // namespace prometheus_express
