// Where the point, the zeros and the exponent go. Works on text: the digits stand there already.
#pragma once

#include <cstddef>

#include "prometheus_express/base/number_text.hpp"

namespace prometheus_express {

/// Writes `-` if the number is negative and returns where its digits begin.
inline char* write_sign(NumberText& out, bool negative) {
  out[0] = '-';
  return out.data() + (negative ? 1 : 0);
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
