// The text of a double with either table of powers.
#pragma once

#include <bit>

#include "double_layout.hpp"
#include "shortest_double.hpp"

namespace prometheus_express {

template <typename Powers>
std::size_t format_with(NumberText& out, double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const bool negative = bits >> 63 != 0;
  const std::uint64_t magnitude = bits & 0x7fff'ffff'ffff'ffff;
  if (magnitude >= 0x7ff0'0000'0000'0000) {
    return write_infinity_or_nan(out, negative, magnitude != 0x7ff0'0000'0000'0000);
  }
  const DoubleDecimal decimal = shortest_double<Powers>(magnitude);
  char* const first = write_sign(out, negative);
  if constexpr (digits::has_wide_registers) {
    if (is_long(decimal)) {
      return static_cast<std::size_t>(lay_out_long(first, decimal) - out.data());
    }
  }
  return static_cast<std::size_t>(lay_out(first, decimal) - out.data());
}

}  // namespace prometheus_express
