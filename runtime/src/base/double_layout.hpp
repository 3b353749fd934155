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

/// Writes the text of `decimal` and returns its end.
char* lay_out(char* first, DoubleDecimal decimal);

/// Whether lay_out_long() takes the decimal: 16 or 17 digits, and below 10^8 or in exponent form.
constexpr bool is_long(DoubleDecimal decimal) {
  return decimal.digits >= 1'000'000'000'000'000 && (decimal.exponent <= -9 || decimal.exponent > 5);
}

/// The same as lay_out() without a loop over characters. Most doubles that are no integers have 16 or 17
/// digits.
static inline char* lay_out_long(char* first, DoubleDecimal decimal) {
  using digits::eight_digits;
  using digits::store_text;
  constexpr std::uint64_t zeros = 0x3030'3030'3030'3030;
  constexpr std::uint64_t power = 10'000'000'000'000'000;
  constexpr std::uint64_t hundred_million = 100'000'000;
  std::uint64_t value = decimal.digits;
  int point = decimal.exponent + 17;  // the value is 0.digits times 10^point
  if (value < power) {
    value *= 10;
    --point;
  }
  const std::uint64_t both = value / hundred_million;
  const std::uint64_t top = both / hundred_million;
  const std::uint64_t upper = eight_digits(both - top * hundred_million);
  std::uint64_t lower = value - both * hundred_million;
  std::ptrdiff_t last_place = 0;  // of the digits behind the first
  if (lower != 0) {
    lower = eight_digits(lower);
    last_place = 16 - (std::countl_zero(lower) >> 3);
  } else {
    last_place = 8 - (std::countl_zero(upper) >> 3);
  }
  if (point > -6 && point <= 0) {
    store_text(first, 0x3030'3030'3030'2e30);
    first += 2 - point;
    first[0] = static_cast<char>('0' + top);
    store_text(first + 1, upper | zeros);
    store_text(first + 9, lower | zeros);
    return first + 1 + last_place;
  }
  first[0] = static_cast<char>('0' + top);
  store_text(first + 10, lower | zeros);
  char* const last = first + 2 + last_place;
  if (point <= 0 || point > 8) {
    first[1] = '.';
    store_text(first + 2, upper | zeros);
    return write_exponent(last_place == 0 ? first + 1 : last, point - 1);
  }
  // The point comes into the upper eight digits: those behind it move by one.
  const int shift = 8 * (point - 1);
  const std::uint64_t text = upper | zeros;
  const std::uint64_t in_front = (std::uint64_t{1} << shift) - 1;
  store_text(first + 2, text);
  store_text(first + 1, (text & in_front) | std::uint64_t{'.'} << shift | (text & ~in_front) << 8);
  return last;
}

}  // namespace prometheus_express
