// The text of a double with either table of powers.
#pragma once

#include <bit>

#include "double_layout.hpp"
#include "shortest_double.hpp"

namespace prometheus_express {

// Rare, and a function of its own, so that the usual way needs no register saved.
template <typename Powers>
[[gnu::noinline]] static std::size_t write_exactly(NumberText& out, bool negative, std::uint64_t magnitude) {
  return write(out, negative, decide_exactly(scale<Powers>(magnitude, is_narrow_below(magnitude))));
}

template <typename Powers>
std::size_t format_with(NumberText& out, double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const bool negative = bits >> 63 != 0;
  const std::uint64_t magnitude = bits & 0x7fff'ffff'ffff'ffff;
  if (magnitude >= 0x7ff0'0000'0000'0000) {
    return write_infinity_or_nan(out, negative, magnitude != 0x7ff0'0000'0000'0000);
  }
  DoubleDecimal decimal{0, 0};
  if (is_small_integer(magnitude, decimal.digits)) {
    return write(out, negative, decimal);
  }
  if (is_narrow_below(magnitude) || !decide_quickly(scale<Powers>(magnitude, false), decimal)) {
    return write_exactly<Powers>(out, negative, magnitude);
  }
  if constexpr (digits::has_wide_registers) {
    if (is_long(decimal)) {
      return write_long(out, negative, decimal);
    }
  }
  return write(out, negative, decimal);
}

}  // namespace prometheus_express
