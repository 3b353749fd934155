// Closed label sets: an enum in generated code, whose label values a function beside it states.
//
//   enum class Sensor : std::uint8_t { bme680, si7021 };
//   consteval auto label_values(Sensor) { return std::to_array<std::string_view>({"bme680", "si7021"}); }
//   using prometheus_express::to_string;
//
//   to_string(Sensor::si7021)            // "si7021"
//   from_string("bme680", sensor)        // true, and sensor = Sensor::bme680
//   for (Sensor sensor : all<Sensor>) …
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace prometheus_express {

/// An enum whose enumerators are the values 0, 1, … of a closed label set, or a Subset of one.
template <class T>
concept Label = requires(T value) {
  label_values(value).size();  // found beside the enum
};

template <Label L>
inline constexpr auto label_texts = label_values(L{});

/// Number of values in the set.
template <Label L>
inline constexpr std::size_t label_count = label_values(L{}).size();

/// Value number `position` of the set, which must have so many.
template <Label L>
constexpr L label_at(std::size_t position) {
  if constexpr (std::is_enum_v<L>) {
    return static_cast<L>(position);
  } else {
    return L::at(position);
  }
}

/// Which value of the set it is. `value` must be an enumerator.
template <Label L>
constexpr std::size_t label_position(L value) {
  if constexpr (std::is_enum_v<L>) {
    return static_cast<std::size_t>(value);
  } else {
    return value.position();
  }
}

/// Every value of the set, in the order of the schema.
template <Label L>
inline constexpr auto all = [] {
  std::array<L, label_count<L>> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = label_at<L>(i);
  }
  return values;
}();

/// Number of a combination of label values: the last label varies fastest, as on the page.
template <Label... Labels>
constexpr std::size_t label_index(Labels... values) {
  std::size_t index = 0;
  ((index = index * label_count<Labels> + label_position(values)), ...);
  return index;
}

/// The label value as written in the schema. `value` must be an enumerator.
template <Label L>
constexpr std::string_view to_string(L value) {
  return label_texts<L>[label_position(value)];
}

/// Finds the enumerator of a label value; false, and `value` as it was, when the set has no such text.
template <Label L>
[[nodiscard]] constexpr bool from_string(std::string_view text, L& value) {
  for (const L candidate : all<L>) {
    if (to_string(candidate) == text) {
      value = candidate;
      return true;
    }
  }
  return false;
}

}  // namespace prometheus_express
