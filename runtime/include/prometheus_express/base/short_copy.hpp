// Copies of a few characters. `volatile` and `asm` keep the compiler from calling the C library's memcpy, memmove and memset:
// slow for so few, and up to 500 bytes that some firmware has no other use for.
#pragma once

#include <cstdint>
#include <cstring>

#include "prometheus_express/base/config.hpp"

namespace prometheus_express {

/// How many characters `copy` may read and write behind the text, whatever they are.
inline constexpr unsigned copy_overrun = has_unaligned_words ? 3 : 0;

/// Copies [first, last), which is not empty, to `out`, somewhere else. Returns the end of the copy.
inline char* copy(char* out, const char* first, const char* last) {
  if constexpr (has_unaligned_words) {
    char* const end = out + (last - first);
    do {
      std::uint32_t word;
      std::memcpy(&word, first, sizeof word);
      std::memcpy(out, &word, sizeof word);
      first += sizeof word;
      out += sizeof word;
      asm("" : "+r"(first));  // else a call of memcpy is made of the loop
    } while (first < last);
    return end;
  }
  // One index that counts up to zero: four instructions a character.
  auto index = first - last;
  char* end = out - index;
  asm("" : "+r"(last), "+r"(end));  // else they are computed anew for each
  do {
    asm("" : "+r"(index));
    end[index] = last[index];
  } while (++index != 0);
  return end;
}

/// Moves [first, last) to the back.
inline void move_back(char* first, char* last, unsigned distance) {
  while (last != first) {
    --last;
    static_cast<volatile char*>(last)[distance] = *last;
  }
}

/// Returns the end of the zeros.
inline char* write_zeros(char* out, unsigned count) {
  for (; count != 0; --count) {
    *static_cast<volatile char*>(out++) = '0';
  }
  return out;
}

}  // namespace prometheus_express
