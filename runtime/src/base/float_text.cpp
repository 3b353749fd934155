#include <bit>

#include "digits.hpp"
#include "eight_digits.hpp"
#include "float_powers.hpp"
#include "number_layout.hpp"
#include "prometheus_express/base/short_copy.hpp"
#include "shortest_float.hpp"

namespace prometheus_express {
namespace {

constexpr std::uint32_t powers[] = {1, 10, 100, 1000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000};

// The digits that `value` has, at most nine.
int length_of(std::uint32_t value) {
  int length = 9;
  while (length != 1 && value < powers[length - 1]) {
    --length;
  }
  return length;
}

// As ECMA-262, section 6.1.6.1.20 lays out, from the last character to the first. Returns where the text begins.
char* lay_out_backwards(char* end, FloatDecimal decimal) {
  const int point = length_of(decimal.digits) + decimal.exponent;  // the value is 0.digits times 10^point
  if (point > -6 && point <= 21) {
    if (decimal.exponent > 0) {
      char* const zeros = end - decimal.exponent;
      write_zeros(zeros, static_cast<unsigned>(decimal.exponent));
      return digits::write_backwards(zeros, decimal.digits);
    }
    return digits::write_backwards(end, decimal.digits, static_cast<unsigned>(-decimal.exponent));
  }
  end = digits::write_backwards(end, static_cast<std::uint32_t>(point > 0 ? point - 1 : 1 - point));
  *--end = point > 0 ? '+' : '-';
  *--end = 'e';
  return digits::write_backwards(end, decimal.digits, static_cast<unsigned>(point - decimal.exponent - 1));
}

}  // namespace

std::size_t format(NumberText& out, float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const bool negative = bits >> 31 != 0;
  const std::uint32_t magnitude = bits & 0x7fff'ffff;
  if (magnitude >= 0x7f80'0000) {
    return write_infinity_or_nan(out, negative, magnitude != 0x7f80'0000);
  }
  const FloatDecimal decimal = shortest_float<FloatPowers>(magnitude);
  if constexpr (digits::has_wide_registers) {
    char* const first = write_sign(out, negative);
    char* const last = digits::write(first, decimal.digits);
    return static_cast<std::size_t>(lay_out(first, last, decimal.exponent) - out.data());
  }
  char text[24 + copy_overrun];  // a sign, 21 digits; the exponent form is shorter
  char* const end = text + 24;
  char* first = lay_out_backwards(end, decimal);
  if (negative) {
    *--first = '-';
  }
  return static_cast<std::size_t>(copy(out.data(), first, end) - out.data());
}

}  // namespace prometheus_express
