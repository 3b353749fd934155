// Copies of text, mostly some twenty to eighty characters, from any place to any other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "prometheus_express/base/config.hpp"
#include "prometheus_express/base/short_copy.hpp"

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

/// The same for a text that is mostly some eight characters, and not empty, where up to `copy_overrun` characters behind `in` and
/// `out` may be read and written too.
inline char* copy_short_text(char* out, const char* in, std::size_t size) {
  return has_unaligned_words ? copy(out, in, in + size) : copy_text(out, in, size);
}

}  // namespace prometheus_express
