// How the renderer reads values whose type it does not know: one small function for each type of cell, so
// that firmware links the number formats that it uses and no others.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

#include "prometheus_express/exposition/page.hpp"
#include "prometheus_express/metrics/decimal.hpp"
#include "prometheus_express/metrics/family.hpp"

namespace prometheus_express {

/// A ReadValue for the series of a stored metric. `first` is the address of the metric's first child.
template <class Metric>
std::size_t read_series(const void* first, std::size_t series, NumberText& text) {
  using Child = typename ChildOf<Metric>::Type;
  static_assert(std::is_standard_layout_v<Metric> && sizeof(Metric) % sizeof(Child) == 0);
  const Child& child = static_cast<const Child*>(first)[series];
  return child.present() ? format(text, child.value()) : 0;
}

/// What an application's function may return for a series stored as `Value`: a number, or an optional of one.
template <class Returned, class Value>
concept Supplies = (std::is_arithmetic_v<Returned> && (std::is_arithmetic_v<Value> || is_decimal<Value>)) ||
                   std::same_as<Returned, Value> || requires(const Returned& returned) {
  { returned.has_value() } -> std::same_as<bool>;
  static_cast<Value>(*returned);
};

/// Text of what the application returned for a series that it supplies itself, as a `Value`. An empty
/// optional means that there is no value now.
template <class Value, class Returned>
std::size_t format_returned(NumberText& text, const Returned& returned) {
  if constexpr (requires { returned.has_value(); }) {
    return returned.has_value() ? format_returned<Value>(text, *returned) : 0;
  } else if constexpr (is_decimal<Value> && std::is_arithmetic_v<Returned>) {
    return format(text, Value::nearest(static_cast<double>(returned)));
  } else {
    return format(text, static_cast<Value>(returned));
  }
}

}  // namespace prometheus_express
