#include "number_layout.hpp"

namespace prometheus_express {

std::size_t write_infinity_or_nan(NumberText& out, bool negative, bool nan) {
  const char* text = nan ? "NaN" : negative ? "-Inf" : "+Inf";
  std::size_t length = 0;
  for (; text[length] != '\0'; ++length) {
    out[length] = text[length];
  }
  return length;
}

}  // namespace prometheus_express
