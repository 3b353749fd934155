#include <bit>

#include "digits.hpp"
#include "float_powers.hpp"
#include "number_layout.hpp"
#include "shortest_float.hpp"

namespace prometheus_express {

std::size_t format(NumberText& out, float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const bool negative = bits >> 31 != 0;
  const std::uint32_t magnitude = bits & 0x7fff'ffff;
  if (magnitude >= 0x7f80'0000) {
    return write_infinity_or_nan(out, negative, magnitude != 0x7f80'0000);
  }
  const FloatDecimal decimal = shortest_float<FloatPowers>(magnitude);
  char* const first = write_sign(out, negative);
  char* const last = digits::write(first, decimal.digits);
  return static_cast<std::size_t>(lay_out(first, last, decimal.exponent) - out.data());
}

}  // namespace prometheus_express
