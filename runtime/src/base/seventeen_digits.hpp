// The text of a double with 16 or 17 digits, as most have that are no integers, without a loop over
// characters: what a host does instead of digits::write() and lay_out().
#pragma once

#include "eight_digits.hpp"
#include "number_layout.hpp"

namespace prometheus_express {

/// Whether lay_out_seventeen() takes the decimal: digits * 10^exponent below 10^8 or in exponent form.
constexpr bool has_seventeen_digits(std::uint64_t digits) { return digits >= 1'000'000'000'000'000; }

/// Returns the end of the text.
inline char* lay_out_seventeen(char* first, std::uint64_t value, int exponent) {
  using digits::eight_digits;
  using digits::store_text;
  constexpr std::uint64_t zeros = 0x3030'3030'3030'3030;
  constexpr std::uint64_t power = 10'000'000'000'000'000;
  constexpr std::uint64_t hundred_million = 100'000'000;
  int point = exponent + 17;  // the value is 0.digits times 10^point
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
