// The sum of the Internet checksum (RFC 1071), for lwIP (LWIP_CHKSUM): of words as wide as the processor's, whose carries are
// added at the end, as section 2 allows.
#include <cstdint>
#include <cstring>

#include "words.hpp"

extern "C" std::uint16_t internet_sum(const void* bytes, int size) {
  const char* at = static_cast<const char*>(bytes);
  std::uint64_t sum = 0;
  for (; size >= 32; size -= 32) {
#pragma GCC unroll 8
    for (int place = 0; place < 32; place += 4) {
      sum += load_word(at + place);
    }
    at += 32;
  }
  for (; size >= 4; size -= 4) {
    sum += load_word(at);
    at += 4;
  }
  if (size > 0) {
    std::uint32_t last = 0;
    std::memcpy(&last, at, static_cast<unsigned>(size));
    sum += last;
  }
  while (sum > 0xFFFF) {
    sum = (sum & 0xFFFF) + (sum >> 16U);
  }
  return static_cast<std::uint16_t>(sum);
}
