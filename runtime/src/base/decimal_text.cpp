#include "digits.hpp"
#include "eight_digits.hpp"
#include "number_layout.hpp"
#include "prometheus_express/base/short_copy.hpp"

namespace prometheus_express {

std::size_t format_decimal(NumberText& out, std::int32_t scaled, unsigned places) {
  const auto bits = static_cast<std::uint32_t>(scaled);
  if constexpr (digits::has_wide_registers) {
    char* const first = write_sign(out, scaled < 0);
    char* const last = digits::write(first, scaled < 0 ? 0 - bits : bits);
    return static_cast<std::size_t>(place_point(first, last, scaled == 0 ? 0 : places) - out.data());
  }
  char text[12 + copy_overrun];  // a sign, ten digits, a point
  char* const end = text + 12;
  char* first = digits::write_backwards(end, scaled < 0 ? 0 - bits : bits, places);
  if (scaled < 0) [[unlikely]] {
    *--first = '-';
  }
  return static_cast<std::size_t>(copy(out.data(), first, end) - out.data());
}

}  // namespace prometheus_express
