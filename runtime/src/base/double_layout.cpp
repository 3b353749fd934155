#include "double_layout.hpp"

#include "digits.hpp"

namespace prometheus_express {

std::size_t write(NumberText& out, bool negative, DoubleDecimal decimal) {
  char* const first = write_sign(out, negative);
  char* const last = digits::write(first, decimal.digits);
  return static_cast<std::size_t>(lay_out(first, last, decimal.exponent) - out.data());
}

}  // namespace prometheus_express
