// Character classes of HTTP messages (RFC 9110 section 5, RFC 5234).
#pragma once

#include <cstdint>
#include <string_view>

namespace prometheus_express::message {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_letter(char c) {
  return static_cast<unsigned char>((static_cast<unsigned char>(c) | 0x20U) - 'a') < 26;
}

/// ASCII letters in lower case, everything else as it is.
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// For comparison with lower-case letters, digits, `-`, `/` and `:`: what equals one of them is that character in
/// whatever case, unless it is a control character, and those are refused before.
constexpr char folded(char c) { return static_cast<char>(c | 0x20); }

/// Value of a hexadecimal digit; 16 and more for what is none.
unsigned hexadecimal(char c);

constexpr bool is_space(char c) { return c == ' ' || c == '\t'; }

/// VCHAR of RFC 5234.
constexpr bool is_visible(char c) { return c > ' ' && c < '\x7F'; }

/// What a field's value consists of: visible characters, white space and obs-text (RFC 9110 section 5.5).
constexpr bool is_field_content(char c) {
  const auto code = static_cast<unsigned char>(c);
  return code >= ' ' ? code != 0x7F : c == '\t';
}

/// Letters, digits and some further ASCII characters.
class CharacterSet {
 public:
  consteval explicit CharacterSet(std::string_view further) {
    for (char c = '0'; c <= '9'; ++c) {
      add(c);
    }
    for (char c = 'A'; c <= 'Z'; ++c) {
      add(c);
    }
    for (char c = 'a'; c <= 'z'; ++c) {
      add(c);
    }
    for (const char c : further) {
      add(c);
    }
  }

  // Inlined, it would take three times the flash of a call.
  [[nodiscard, gnu::noinline]] constexpr bool contains(char c) const {
    const auto code = static_cast<unsigned char>(c);
    return code < 0x80 && ((words_[code / 32U] >> (code % 32U)) & 1U) != 0;
  }

 private:
  consteval void add(char c) {
    const auto code = static_cast<unsigned char>(c);
    words_[code / 32U] |= 1U << (code % 32U);
  }

  std::uint32_t words_[4] = {};
};

/// tchar of RFC 9110 section 5.6.2.
inline constexpr CharacterSet token_characters("!#$%&'*+-.^_`|~");

/// The first character of `at` to `end` that may not stand in a token, or `end`.
const char* end_of_token(const char* at, const char* end);

/// The same for the value of a field.
const char* end_of_field_content(const char* at, const char* end);

/// Whether `text` may be a field's name, or another token (RFC 9110 section 5.6.2).
inline bool is_token(std::string_view text) {
  const char* const end = text.data() + text.size();
  return !text.empty() && end_of_token(text.data(), end) == end;
}

/// Whether `text` may be a field's value: no line end, no other control character but the tab.
inline bool is_field_value(std::string_view text) {
  const char* const end = text.data() + text.size();
  return end_of_field_content(text.data(), end) == end;
}

}  // namespace prometheus_express::message
