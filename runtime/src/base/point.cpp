#include <bit>
#include <cstring>

#include "eight_digits.hpp"
#include "number_layout.hpp"
#include "prometheus_express/base/short_copy.hpp"

namespace prometheus_express {
namespace {

// Takes zeros from the end of [first, last), and from `places`, which counts them. Returns the new end.
char* trim(const char* first, char* last, unsigned& places) {
  if constexpr (digits::has_wide_registers && std::endian::native == std::endian::little) {
    // Eight at once; the digits of a short number as a double often end in ten zeros and more.
    while (places >= 8 && last - first >= 8) {
      std::uint64_t text;
      std::memcpy(&text, last - 8, 8);
      const unsigned zeros = static_cast<unsigned>(std::countl_zero(text ^ 0x3030'3030'3030'3030)) >> 3;
      last -= zeros;
      places -= zeros;
      if (zeros < 8) {
        return last;
      }
    }
  }
  for (; places != 0 && last[-1] == '0'; --places) {
    --last;
  }
  return last;
}

}  // namespace

char* place_point(char* first, char* last, unsigned places) {
  last = trim(first, last, places);
  if (places == 0) {
    return last;
  }
  const auto length = static_cast<unsigned>(last - first);
  if (length > places) {
    char* const point = last - places;
    move_back(point, last, 1);
    *point = '.';
    return last + 1;
  }
  const unsigned shift = places - length + 2;
  move_back(first, last, shift);
  write_zeros(first, shift);
  first[1] = '.';
  return last + shift;
}

}  // namespace prometheus_express
