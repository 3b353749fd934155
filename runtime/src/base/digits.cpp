#include "digits.hpp"

#include "eight_digits.hpp"
#include "short_copy.hpp"

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

[[gnu::noinline]] char* write_backwards(char* end, std::uint32_t value) {  // once in flash
  do {
    *--end = take_last(value);
  } while (value != 0);
  return end;
}

char* write_backwards(char* end, std::uint32_t value, unsigned places) {
  if (places != 0) {
    char digit;
    do {
      digit = take_last(value);
      --places;
    } while (digit == '0' && places != 0);
    if (digit != '0') {
      *--end = digit;
      for (; places != 0; --places) {
        *--end = take_last(value);
      }
      *--end = '.';
    }
  }
  return write_backwards(end, value);
}

}  // namespace prometheus_express::digits
