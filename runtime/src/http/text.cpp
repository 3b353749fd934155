#include "prometheus_express/http/definitions/text.hpp"

#include "prometheus_express/base/copy_text.hpp"
#include "prometheus_express/http/definitions/characters.hpp"

namespace prometheus_express::http {

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
  for (std::size_t at = 0; at < one.size(); ++at) {
    if (one[at] != other[at]) {
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

char* append(char* to, std::string_view text) { return copy_text(to, text.data(), text.size()); }

}  // namespace prometheus_express::http
