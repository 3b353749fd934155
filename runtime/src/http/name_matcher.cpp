#include "prometheus_express/http/name_matcher.hpp"

#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {

void NameMatcher::next(std::span<const std::string_view> names, char c) {
  const std::size_t seen = candidate_;  // spells the text so far
  for (std::size_t at = seen; at < names.size(); ++at) {
    const std::string_view name = names[at];
    if (name.size() > length_ && message::lower(name[length_]) == message::lower(c) &&
        message::same_name(message::front(name, length_), message::front(names[seen], length_))) {
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
    if (message::same_name(names[at], message::front(names[candidate_], length_))) {
      return static_cast<std::uint8_t>(at);
    }
  }
  return none;
}

}  // namespace prometheus_express::http
