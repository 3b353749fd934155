// Where the digits, the point, the zeros and the exponent of a double go.
#pragma once

#include "eight_digits.hpp"
#include "number_layout.hpp"

namespace prometheus_express {

/// Digits and exponent of a positive number.
struct DoubleDecimal {
  std::uint64_t digits;
  int exponent;
};

/// Writes the text of the decimal and returns its length.
std::size_t write(NumberText& out, bool negative, DoubleDecimal decimal);

/// Whether write_long() takes the decimal: 16 or 17 digits, and below 10^8 or in exponent form.
constexpr bool is_long(DoubleDecimal decimal) {
  return decimal.digits >= 1'000'000'000'000'000 && (decimal.exponent <= -9 || decimal.exponent > 5);
}

/// The same as write() without a loop over characters, for a processor with wide registers. Most doubles that
/// are no integers have 16 or 17 digits.
static inline std::size_t write_long(NumberText& out, bool negative, DoubleDecimal decimal) {
  using digits::eight_digits;
  using digits::store_text;
  constexpr std::uint64_t zeros = 0x3030'3030'3030'3030;
  constexpr std::uint64_t power = 10'000'000'000'000'000;
  constexpr std::uint32_t hundred_million = 100'000'000;
  const auto bytes = [](std::uint64_t digits) {
    return static_cast<unsigned>(std::bit_width(digits) + 7) >> 3;
  };
  std::uint64_t value = decimal.digits;
  int point = decimal.exponent + 17;  // the value is 0.digits times 10^point
  if (value < power) {
    value *= 10;
    --point;
  }
  char* first = write_sign(out, negative);
  const auto both = static_cast<std::uint32_t>(value / hundred_million);
  const auto rest = static_cast<std::uint32_t>(value - std::uint64_t{both} * hundred_million);
  const std::uint32_t top = both / hundred_million;
  const std::uint64_t upper = eight_digits(both - top * hundred_million);
  std::uint64_t lower = 0;
  unsigned last_place = 0;  // of the digits behind the first
  if (rest != 0) {
    lower = eight_digits(rest);
    last_place = 8 + bytes(lower);
  } else {
    last_place = bytes(upper);
  }
  if (point < -5 || point > 8) {
    first[0] = static_cast<char>('0' + top);
    first[1] = '.';
    store_text(first + 2, upper | zeros);
    store_text(first + 10, lower | zeros);
    char* const last = last_place == 0 ? first + 1 : first + 2 + last_place;
    return static_cast<std::size_t>(write_exponent(last, point - 1) - out.data());
  }
  if (point <= 0) {
    store_text(first, 0x3030'3030'3030'2e30);
    first += 2 - point;
    first[0] = static_cast<char>('0' + top);
    store_text(first + 1, upper | zeros);
    store_text(first + 9, lower | zeros);
    return static_cast<std::size_t>(first + 1 + last_place - out.data());
  }
  first[0] = static_cast<char>('0' + top);
  store_text(first + 10, lower | zeros);
  // The point comes into the upper eight digits: those behind it move by one.
  const int shift = 8 * (point - 1);
  const std::uint64_t text = upper | zeros;
  const std::uint64_t in_front = (std::uint64_t{1} << shift) - 1;
  store_text(first + 2, text);
  store_text(first + 1, (text & in_front) | std::uint64_t{'.'} << shift | (text & ~in_front) << 8);
  return static_cast<std::size_t>(first + 2 + last_place - out.data());
}

}  // namespace prometheus_express
