#include "prometheus_express/message/characters.hpp"

#include <cstring>

#include "prometheus_express/base/config.hpp"

namespace prometheus_express::message {
namespace {

/// Whether none of four characters is a control character. A bit for each stands in its place's top bit: whether it is below
/// a space, and whether it is DEL.
[[maybe_unused]] inline bool four_are_plain(const char* text) {
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

const char* end_of_token(const char* at, const char* end) {
  while (at != end && (is_letter(*at) || token_characters.contains(*at))) {
    ++at;
  }
  return at;
}

const char* end_of_field_content(const char* at, const char* end) {
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

}  // namespace prometheus_express::message
