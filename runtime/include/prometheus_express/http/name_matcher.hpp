// Finds which of some names is being spelled, a character at a time and without storing what was read, so
// that names and tokens of any length need no room.
//
//   NameMatcher matcher;
//   for (char c : text) { matcher.next(names, c); }
//   if (matcher.found(names) == 2) { … }                 // the text was names[2], in whatever case
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace prometheus_express::http {

class NameMatcher {
 public:
  /// What `found` says of a text that is none of the names.
  static constexpr std::uint8_t none = 255;

  /// Takes the next character. `names`, at most 254, is the same list at every call.
  void next(std::span<const std::string_view> names, char c);

  /// Number of the name that was spelled exactly, or `none`.
  [[nodiscard]] std::uint8_t found(std::span<const std::string_view> names) const;

  /// False once the text starts like none of the names.
  [[nodiscard]] constexpr bool possible() const { return candidate_ != none; }

 private:
  std::uint8_t candidate_ = 0;  // first name that starts like the text
  std::uint16_t length_ = 0;    // of the text, as long as there is a candidate
};

}  // namespace prometheus_express::http
