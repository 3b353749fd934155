#include "prometheus_express/message/text.hpp"

#include "prometheus_express/base/copy_text.hpp"
#include "prometheus_express/message/characters.hpp"

namespace prometheus_express::message {

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

char* append(char* to, std::string_view text) { return copy_text(to, text.data(), text.size()); }

}  // namespace prometheus_express::message
