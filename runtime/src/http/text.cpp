#include "text.hpp"

#include <cstring>

#include "characters.hpp"

namespace prometheus_express::http {

bool equal(std::string_view one, std::string_view other) {
  return one.size() == other.size() &&
         (one.empty() || std::memcmp(one.data(), other.data(), one.size()) == 0);
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

std::size_t find(std::span<const std::string_view> texts, std::string_view text) {
  std::size_t at = 0;
  while (at < texts.size() && !equal(texts[at], text)) {
    ++at;
  }
  return at;
}

char* append(char* to, std::string_view text) {
  if (!text.empty()) {
    std::memcpy(to, text.data(), text.size());
  }
  return to + text.size();
}

}  // namespace prometheus_express::http
