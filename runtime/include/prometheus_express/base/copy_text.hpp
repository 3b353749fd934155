// Copies of text, mostly some twenty to eighty characters, from any place to any other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "prometheus_express/base/config.hpp"

namespace prometheus_express {

/// The same for devices. Their C library copies byte by byte where the two places are not aligned, in six instructions each
/// on Cortex-M0+; with unaligned words its routine is seven times as long as this one.
char* copy_text_on_device(char* out, const char* in, std::size_t size);

/// Copies `size` characters, which do not overlap, and returns the end of the copy.
inline char* copy_text(char* out, const char* in, std::size_t size) {
  if constexpr (sizeof(std::size_t) >= sizeof(std::uint64_t)) {
    if (size != 0) {  // where there is none, `in` may be null
      std::memcpy(out, in, size);
    }
    return out + size;
  }
  return copy_text_on_device(out, in, size);
}

}  // namespace prometheus_express
