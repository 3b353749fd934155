// What may be looked up as a host's name. Ports ask before they ask a name server, so that a mistyped address is told from
// a name that is not known yet.
#pragma once

#include <cstddef>
#include <string_view>

namespace prometheus_express::transport {

/// True for up to 253 bytes of labels with points between them and perhaps behind the last one, each of 1 to 63 letters,
/// digits, hyphens and underscores (RFC 1123, 2.1; the underscore is not in it, but in many a local network), the last
/// one not of digits only: that would be an address. Other scripts stand in a name as RFC 5891 writes them, `xn--…`.
[[nodiscard]] constexpr bool is_host_name(std::string_view text) {
  if (text.ends_with('.')) {
    text.remove_suffix(1);
  }
  std::size_t label = 0;
  bool only_digits = true;
  for (const char c : text) {
    if (c == '.') {
      if (label == 0 || label > 63) {
        return false;
      }
      label = 0;
      only_digits = true;
      continue;
    }
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_digit && !is_letter && c != '-' && c != '_') {
      return false;
    }
    only_digits = only_digits && is_digit;
    ++label;
  }
  return label != 0 && label <= 63 && !only_digits && text.size() <= 253;
}

}  // namespace prometheus_express::transport
