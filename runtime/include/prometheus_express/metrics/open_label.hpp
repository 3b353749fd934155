// Labels of open families: a text of bounded length, or an enum as in closed families.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "prometheus_express/metrics/labels.hpp"

namespace prometheus_express {

/// A label whose values are texts of at most `max_length` bytes.
template <std::size_t max_length>
struct OpenLabel {};

template <class T>
inline constexpr bool is_open_label = false;
template <std::size_t max_length>
inline constexpr bool is_open_label<OpenLabel<max_length>> = true;

/// What `labels()` takes for a label: a text, or an enumerator.
template <class L>
using LabelArgument = std::conditional_t<is_open_label<L>, std::string_view, L>;

/// How many series the values of a label make of one place of an open family.
template <class L>
constexpr std::size_t closed_count() {
  if constexpr (is_open_label<L>) {
    return 1;
  } else {
    return label_count<L>;
  }
}

/// Position of an argument among the closed series of a place: the last label varies fastest.
template <class L>
constexpr std::size_t advance_index(std::size_t index, const LabelArgument<L>& value) {
  if constexpr (is_open_label<L>) {
    return index;
  } else {
    return index * label_count<L> + label_position(value);
  }
}

}  // namespace prometheus_express
