#include "double_layout.hpp"

#include "digits.hpp"

namespace prometheus_express {

char* lay_out(char* first, DoubleDecimal decimal) {
  return lay_out(first, digits::write(first, decimal.digits), decimal.exponent);
}

}  // namespace prometheus_express
