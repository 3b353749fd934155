// What the application returns for series that it supplies itself (`read: function` in the schema).
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/decimal.hpp"

namespace prometheus_express {

/// For unevaluated expressions.
template <class T>
const T& no_value();

template <class Returned, class Value>
consteval bool supplies() {
  if constexpr (requires(const Returned& returned) {
                  { returned.has_value() } -> std::same_as<bool>;
                  *returned;
                }) {
    return supplies<std::remove_cvref_t<decltype(*no_value<Returned>())>, Value>();
  } else {
    return std::is_arithmetic_v<Returned> || std::is_same_v<Returned, Value>;
  }
}

/// What an application's function may return for series stored as `Value`: a number, or an optional of one.
template <class Returned, class Value>
concept Supplies = supplies<std::remove_cvref_t<Returned>, Value>();

/// Text of what the application returned, as a `Value`; 0 where that has none: for an empty optional, which means that there is no
/// value now, and for a number that a metric of this type would refuse.
template <class Value, class Returned>
std::size_t format_returned(NumberText& text, const Returned& returned) {
  if constexpr (requires { returned.has_value(); }) {
    return returned.has_value() ? format_returned<Value>(text, *returned) : 0;
  } else if constexpr (std::is_same_v<Returned, Value>) {
    return format(text, returned);
  } else {
    Value value{};
    return convert(returned, value) ? format(text, value) : 0;
  }
}

}  // namespace prometheus_express
