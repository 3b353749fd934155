// Copies of a few characters. `volatile` keeps the compiler from calling the C library's memcpy, memmove and memset: slow
// for so few, and up to 500 bytes that some firmware has no other use for.
#pragma once

namespace prometheus_express {

/// Copies [first, last), which is not empty, to `out`, somewhere else. Returns the end of the copy.
inline char* copy(char* out, const char* first, const char* last) {
  // One index that counts up to zero: four instructions a character.
  auto index = first - last;
  char* const end = out - index;
  do {
    static_cast<volatile char*>(end)[index] = last[index];
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
