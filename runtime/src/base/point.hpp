// The point of a decimal. Works on text: the digits stand there already.
#pragma once

#include <bit>
#include <cstring>

#include "eight_digits.hpp"

namespace prometheus_express {

/// Takes zeros from the end of [first, last), and from `places`, which counts them. Returns the new end.
inline char* trim(const char* first, char* last, unsigned& places) {
  if constexpr (digits::has_wide_registers && std::endian::native == std::endian::little) {
    // Eight at once; the digits of a short number as a double often end in ten zeros and more.
    while (places >= 8 && last - first >= 8) {
      std::uint64_t text;
      std::memcpy(&text, last - 8, 8);
      const unsigned zeros = static_cast<unsigned>(std::countl_zero(text ^ 0x3030'3030'3030'3030)) >> 3;
      last -= zeros;
      places -= zeros;
      if (zeros < 8) {
        return last;
      }
    }
  }
  for (; places != 0 && last[-1] == '0'; --places) {
    --last;
  }
  return last;
}

/// Divides the digits [first, last) by 10^places: trailing zeros behind the point go, zeros in front of the
/// digits come where needed. The digits must not all be zero unless `places` is 0. Returns the end of the
/// text.
inline char* place_point(char* first, char* last, unsigned places) {
  last = trim(first, last, places);
  if (places == 0) {
    return last;
  }
  const auto length = static_cast<unsigned>(last - first);
  if (length > places) {
    char* const point = last - places;
    std::memmove(point + 1, point, places);
    *point = '.';
    return last + 1;
  }
  const unsigned shift = places - length + 2;
  std::memmove(first + shift, first, length);
  std::memset(first, '0', shift);
  first[1] = '.';
  return first + places + 2;
}

}  // namespace prometheus_express
