#include "digits.hpp"
#include "number_layout.hpp"

namespace prometheus_express {

std::size_t format_decimal(NumberText& out, std::int32_t scaled, unsigned places) {
  const auto bits = static_cast<std::uint32_t>(scaled);
  char* const first = write_sign(out, scaled < 0);
  char* const last = digits::write(first, scaled < 0 ? 0 - bits : bits);
  return static_cast<std::size_t>(place_point(first, last, scaled == 0 ? 0 : places) - out.data());
}

}  // namespace prometheus_express
