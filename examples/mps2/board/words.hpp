// Words of memory at any address, which Cortex-M3 and larger read in one instruction.
#pragma once

#include <cstdint>
#include <cstring>

inline std::uint32_t load_word(const void* at) {
  std::uint32_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}
