#include "prometheus_express/message/word_matcher.hpp"

namespace prometheus_express::message {

void WordMatcher::next(const char* words, std::size_t stride, char c) {
  if (left_ == 0) {
    return;
  }
  words += length_++;
  unsigned kept = 0;
  for (unsigned bit = 1; bit <= left_; bit <<= 1U) {
    if ((left_ & bit) != 0 && *words == c) {
      kept |= bit;
    }
    words += stride;
  }
  left_ = static_cast<std::uint8_t>(kept);
}

std::uint8_t WordMatcher::found(const char* words, std::size_t stride) const {
  words += length_;
  unsigned number = 0;
  for (unsigned left = left_; left != 0; left >>= 1U) {
    if ((left & 1U) != 0 && *words == '\0') {
      return static_cast<std::uint8_t>(number);
    }
    words += stride;
    ++number;
  }
  return none;
}

}  // namespace prometheus_express::message
