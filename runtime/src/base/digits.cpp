#include "digits.hpp"

#include "eight_digits.hpp"
#include "text_copy.hpp"

namespace prometheus_express::digits {

char* write(char* out, std::uint32_t value) {
  if constexpr (has_wide_registers) {
    return write_wide(out, value);
  }
  char text[10];
  return copy(out, write_backwards(text + 10, value), text + 10);
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
