// Whether bytes are UTF-8, the encoding of every text on a page.
#pragma once

#include <string_view>

namespace prometheus_express {

/// True for well-formed UTF-8 (RFC 3629 section 4): no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] constexpr bool is_utf8(std::string_view text) {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char lead = byte(i++);
    if (lead < 0x80) {
      continue;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return false;
    }
    const std::size_t following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (text.size() - i < following) {
      return false;
    }
    // The first byte that follows has a narrower range behind four of the leads.
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(i) < low || byte(i) > high) {
      return false;
    }
    for (std::size_t end = i + following; ++i < end;) {
      if ((byte(i) & 0xC0) != 0x80) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace prometheus_express
