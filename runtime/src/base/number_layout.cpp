#include "number_layout.hpp"

#include "prometheus_express/base/short_copy.hpp"

namespace prometheus_express {

char* lay_out(char* first, char* last, int exponent) {
  const int point = static_cast<int>(last - first) + exponent;  // the value is 0.digits times 10^point
  if (point > -6 && point <= 21) {
    return exponent >= 0 ? write_zeros(last, static_cast<unsigned>(exponent))
                         : place_point(first, last, static_cast<unsigned>(-exponent));
  }
  last = place_point(first, last, static_cast<unsigned>(last - first) - 1);
  return write_exponent(last, point - 1);
}

std::size_t write_infinity_or_nan(NumberText& out, bool negative, bool nan) {
  const char* text = nan ? "NaN" : negative ? "-Inf" : "+Inf";
  std::size_t length = 0;
  for (; text[length] != '\0'; ++length) {
    out[length] = text[length];
  }
  return length;
}

}  // namespace prometheus_express
