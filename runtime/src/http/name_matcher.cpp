#include "prometheus_express/http/name_matcher.hpp"

#include "prometheus_express/http/definitions/characters.hpp"
#include "prometheus_express/http/definitions/text.hpp"

namespace prometheus_express::http {

void NameMatcher::next(std::span<const std::string_view> names, char c) {
  const std::size_t seen = candidate_;  // spells the text so far
  for (std::size_t at = seen; at < names.size(); ++at) {
    const std::string_view name = names[at];
    if (name.size() > length_ && lower(name[length_]) == lower(c) &&
        same_name(front(name, length_), front(names[seen], length_))) {
      candidate_ = static_cast<std::uint8_t>(at);
      ++length_;
      return;
    }
  }
  candidate_ = none;
}

std::uint8_t NameMatcher::found(std::span<const std::string_view> names) const {
  // A later name may be the text itself where the candidate only starts with it.
  for (std::size_t at = candidate_; at < names.size(); ++at) {
    if (same_name(names[at], front(names[candidate_], length_))) {
      return static_cast<std::uint8_t>(at);
    }
  }
  return none;
}

}  // namespace prometheus_express::http
