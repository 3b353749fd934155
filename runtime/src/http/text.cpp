#include "prometheus_express/http/definitions/text.hpp"

#include <cstring>

#include "prometheus_express/base/copy_text.hpp"
#include "prometheus_express/http/definitions/characters.hpp"

namespace prometheus_express::http {
namespace {

/// Whether none of four characters is a control character. A bit for each stands in its place's top bit: whether it is below
/// a space, and whether it is DEL.
inline bool four_are_plain(const char* text) {
  std::uint32_t four = 0;
  std::memcpy(&four, text, sizeof four);
  const std::uint32_t below_space = (four - 0x20202020U) & ~four;
  const std::uint32_t zero_for_del = four ^ 0x7F7F7F7FU;
  const std::uint32_t del = (zero_for_del - 0x01010101U) & ~zero_for_del;
  return ((below_space | del) & 0x80808080U) == 0;
}

}  // namespace

unsigned hexadecimal(char c) {
  if (is_digit(c)) {
    return static_cast<unsigned>(c - '0');
  }
  const char letter = folded(c);
  return letter >= 'a' && letter <= 'f' ? static_cast<unsigned>(letter - 'a' + 10) : 16;
}

bool equal(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) {
    return false;
  }
  // Texts are short: memcmp would be more flash than this, and no faster.
  const char* to = other.data();
  for (const char c : one) {
    if (c != *to++) {
      return false;
    }
  }
  return true;
}

bool same_name(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) {
    return false;
  }
  for (std::size_t at = 0; at < one.size(); ++at) {
    if (lower(one[at]) != lower(other[at])) {
      return false;
    }
  }
  return true;
}

const char* behind_token(const char* at, const char* end) {
  while (at != end && (is_letter(*at) || token_characters.contains(*at))) {
    ++at;
  }
  return at;
}

const char* behind_field_content(const char* at, const char* end) {
  for (;;) {
    if constexpr (has_unaligned_words) {
      while (end - at >= 4 && four_are_plain(at)) {
        at += 4;
      }
    }
    if (at == end || !is_field_content(*at)) {
      return at;
    }
    ++at;
  }
}

char* append(char* to, std::string_view text) { return copy_text(to, text.data(), text.size()); }

}  // namespace prometheus_express::http
