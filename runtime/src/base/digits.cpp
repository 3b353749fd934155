#include "digits.hpp"

#include "eight_digits.hpp"
#include "prometheus_express/base/short_copy.hpp"

namespace prometheus_express::digits {

char* write(char* out, std::uint32_t value) {
  if constexpr (has_wide_registers) {
    return write_wide(out, value);
  }
  if (value < 10) {  // as many counts are
    *out = static_cast<char>('0' + value);
    return out + 1;
  }
  char text[10 + copy_overrun];
  return copy(out, write_backwards(text + 10, value), text + 10);
}

namespace {

inline bool ends_in_zero(std::uint32_t value) {
  return (multiplies_wide || value % 2 == 0) && value == tenth(value) * 10;
}

// Where a digit is a few instructions, a call of this would be as many.
[[gnu::always_inline]] inline char* write_integer(char* end, std::uint32_t value) {
  do {
    *--end = take_last(value);
  } while (value != 0);
  return end;
}

}  // namespace

[[gnu::noinline]] char* write_backwards(char* end, std::uint32_t value) { return write_integer(end, value); }

char* write_backwards(char* end, std::uint32_t value, unsigned places) {
  while (places != 0 && ends_in_zero(value)) {
    value = tenth(value);
    --places;
  }
  if (places != 0) {
    char* at = end;
    end -= places;
    do {
      *--at = take_last(value);
    } while (at != end);
    *--end = '.';
  }
  return multiplies_wide ? write_integer(end, value) : write_backwards(end, value);
}

}  // namespace prometheus_express::digits
