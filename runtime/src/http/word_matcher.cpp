#include "prometheus_express/http/word_matcher.hpp"

#include "prometheus_express/http/definitions/characters.hpp"

namespace prometheus_express::http {

void WordMatcher::next(const char* words, std::size_t stride, char c) {
  words += length_;
  unsigned kept = 0;
  for (unsigned bit = 1; bit <= left_; bit <<= 1U) {
    if ((left_ & bit) != 0 && *words == folded(c)) {
      kept |= bit;
    }
    words += stride;
  }
  if (kept != 0 || length_ == 0) {
    ++length_;
  }
  left_ = static_cast<std::uint8_t>(kept);
}

std::uint8_t WordMatcher::found(const char* words, std::size_t stride) const {
  words += length_;
  std::uint8_t number = 0;
  for (unsigned left = left_; left != 0; left >>= 1U) {
    if ((left & 1U) != 0 && *words == '\0') {
      return number;
    }
    words += stride;
    ++number;
  }
  return none;
}

}  // namespace prometheus_express::http
