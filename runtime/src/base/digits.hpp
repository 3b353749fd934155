// Decimal digits of unsigned integers without a division, which a Cortex-M0+ does not have.
#pragma once

#include <cstdint>

#include "wide_multiply.hpp"

namespace prometheus_express::digits {

/// value / 10. Inlined everywhere, for in the loops below a call would cost as much again.
[[gnu::always_inline]] inline std::uint32_t tenth(std::uint32_t value) {
  if constexpr (multiplies_wide) {
    return static_cast<std::uint32_t>(multiply(value, 0xcccc'cccd) >>
                                      35);  // 2^35 / 10 in 32 bits is exact enough
  }
  if (value < 1U << 16) {
    return value * 52'429 >> 19;  // 2^19 / 10, exact enough up to 81,919 and in 32 bits
  }
  // 8 / 10 as a binary fraction, 0.110011001100…, too small by at most one.
  std::uint32_t quotient = (value >> 1) + (value >> 2);
  quotient += quotient >> 4;
  quotient += quotient >> 8;
  quotient += quotient >> 16;
  quotient >>= 3;
  return value - quotient * 10 > 9 ? quotient + 1 : quotient;
}

/// Takes the last digit from `value` and returns its character.
[[gnu::always_inline]] inline char take_last(std::uint32_t& value) {
  const std::uint32_t quotient = tenth(value);
  const std::uint32_t digit = value - quotient * 10;
  value = quotient;
  return static_cast<char>('0' + digit);
}

/// Writes the digits of `value` in front of `end` and returns where they begin.
char* write_backwards(char* end, std::uint32_t value);

/// The same for `value` / 10^places: without zeros at the end, and with one in front of a point.
char* write_backwards(char* end, std::uint32_t value, unsigned places);

/// Writes the digits of `value` and returns the end of the text. The thirteen characters behind `out` must be writable.
char* write(char* out, std::uint32_t value);

/// The same; here the 21 characters behind `out` must be writable.
char* write(char* out, std::uint64_t value);

}  // namespace prometheus_express::digits
