// Where the point, the zeros and the exponent of a number go.
#pragma once

#include <cstddef>

#include "prometheus_express/base/number_text.hpp"

namespace prometheus_express {

/// Writes `-` if the number is negative and returns where its digits begin.
inline char* write_sign(NumberText& out, bool negative) {
  out[0] = '-';
  return out.data() + (negative ? 1 : 0);
}

/// Writes `e`, the sign and up to three digits, and returns the end. 41 / 2^12 and 103 / 2^10 are 1/100 and
/// 1/10 exactly enough.
inline char* write_exponent(char* out, int exponent) {
  out[0] = 'e';
  out[1] = exponent < 0 ? '-' : '+';
  out += 2;
  auto rest = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
  if (rest >= 10) {
    if (rest >= 100) {
      const unsigned hundreds = rest * 41 >> 12;
      *out++ = static_cast<char>('0' + hundreds);
      rest -= hundreds * 100;
    }
    const unsigned tens = rest * 103 >> 10;
    *out++ = static_cast<char>('0' + tens);
    rest -= tens * 10;
  }
  *out = static_cast<char>('0' + rest);
  return out + 1;
}

/// Divides the digits [first, last) by 10^places: trailing zeros behind the point go, zeros in front of the
/// digits come where needed. The digits must not all be zero unless `places` is 0. Returns the end of the
/// text.
char* place_point(char* first, char* last, unsigned places);

/// Lays out the digits [first, last), times 10^exponent, as ECMA-262, section 6.1.6.1.20 says. Returns the
/// end of the text.
char* lay_out(char* first, char* last, int exponent);

/// `+Inf`, `-Inf` or `NaN`.
std::size_t write_infinity_or_nan(NumberText& out, bool negative, bool nan);

}  // namespace prometheus_express
