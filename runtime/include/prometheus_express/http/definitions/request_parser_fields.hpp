// The parser's part for header and trailer fields: framing, and what is kept.
#pragma once

#include "prometheus_express/http/definitions/characters.hpp"
#include "prometheus_express/http/definitions/text.hpp"
#include "prometheus_express/http/request_parser.hpp"

namespace prometheus_express::http {
namespace request_parsing {

inline void reverse(char* begin, char* end) {
  while (begin < --end) {
    const char c = *begin;
    *begin++ = *end;
    *end = c;
  }
}

}  // namespace request_parsing

template <Parts parts>
std::size_t BasicRequestParser<parts>::find_kept(std::size_t wanted) const {
  std::size_t at = path_size_ + query_size_;
  while (at < stored_ && static_cast<unsigned char>(storage_[at]) != wanted + 1) {
    while (storage_[++at] != '\0') {
    }
    ++at;
  }
  return at;
}

template <Parts parts>
std::string_view BasicRequestParser<parts>::kept(std::size_t wanted) const {
  const std::size_t at = find_kept(wanted);
  return at < stored_ ? std::string_view(storage_ + at + 1) : std::string_view();
}

template <Parts parts>
const char* BasicRequestParser<parts>::read_fields(const char* at, const char* end) {
  do {
    const char* const begin = at;
    switch (state_) {
      case State::field_start:
        if (*at == '\r') {
          ++at;
          state_ = State::head_line_feed;
          break;
        }
        word_ = WordMatcher(Framing::name_count);
        if constexpr (parts.headers) {
          wanted_name_ = {};
        }
        state_ = State::field_name;
        [[fallthrough]];
      case State::field_name:
        at = behind_token(at, end);
        read_name({begin, at});
        if (at != end) {
          begin_value(*at++);
        }
        break;
      case State::field_value:
        at = behind_field_content(at, end);
        read_value({begin, at});
        if (at != end && state_ == State::field_value) {
          end_value(*at++);
        }
        break;
      case State::field_line_feed:
        expect(*at++, '\n', State::field_start);
        break;
      default:
        end_head(*at++);
    }
  } while (at != end && state_ <= State::head_line_feed);
  return at;
}

/// Takes a part of a name. Most names are asked for by nobody, which shows after a few characters.
template <Parts parts>
void BasicRequestParser<parts>::read_name(std::string_view name) {
  for (const char c : name) {
    const bool may_be_wanted = parts.headers && wanted_name_.possible();
    if (!word_.possible() && !may_be_wanted) {
      return;
    }
    word_.next(Framing::names, folded(c));
    if constexpr (parts.headers) {
      wanted_name_.next(names(), c);
    }
  }
}

/// Decides who reads the value behind `c`.
template <Parts parts>
void BasicRequestParser<parts>::begin_value(char c) {
  const bool dropped = parts.bodies && trailer_;
  if (c != ':' || word_.empty() ||
      !framing_.begin(dropped ? WordMatcher::none : word_.found(Framing::names))) {
    return fail(400);
  }
  state_ = State::field_value;
  if constexpr (parts.headers) {
    const std::uint8_t wanted = wanted_name_.found(names());
    keeping_ = wanted != NameMatcher::none && !dropped;
    if (keeping_ && !open_value(wanted)) {
      fail(431);
    }
  }
}

/// Takes a part of a value, which nobody may have asked for.
template <Parts parts>
void BasicRequestParser<parts>::read_value(std::string_view value) {
  const bool framing = framing_.reading();
  const bool keeping = parts.headers && keeping_;
  if (!framing && !keeping) {
    return;
  }
  for (const char c : value) {
    if (framing && !framing_.next(c)) {
      return fail(400);
    }
    if (keeping && !(is_space(c) && stored_ == value_start_) && !store(c)) {
      return fail(431);
    }
  }
}

/// Makes room for a value behind all others; that of an earlier line of the same name comes before it, with a
/// comma between them (RFC 9110 section 5.3). False when the storage is full.
template <Parts parts>
bool BasicRequestParser<parts>::open_value(std::uint8_t wanted) {
  const std::size_t at = find_kept(wanted);
  bool room = true;
  if (at == stored_) {
    room = store(static_cast<char>(wanted + 1));
  } else {
    char* const begin = storage_ + at;
    char* const end = storage_ + stored_;
    char* const next = begin + kept(wanted).size() + 2;
    request_parsing::reverse(begin, next);
    request_parsing::reverse(next, end);
    request_parsing::reverse(begin, end);
    --stored_;
    room = store(',') && store(' ');
  }
  value_start_ = stored_;
  return room;
}

template <Parts parts>
void BasicRequestParser<parts>::end_value(char c) {
  if (c != '\r' || !framing_.end()) {
    return fail(400);
  }
  state_ = State::field_line_feed;
  if constexpr (parts.headers) {
    if (keeping_) {
      while (stored_ > value_start_ && is_space(storage_[stored_ - 1U])) {
        --stored_;
      }
      if (!store('\0')) {
        fail(431);
      }
    }
  }
}

template <Parts parts>
void BasicRequestParser<parts>::end_head(char c) {
  if (c != '\n') {
    return fail(400);
  }
  if (parts.bodies && trailer_) {
    state_ = State::complete;
    return;
  }
  state_ = State::head_done;
  if (const std::uint16_t status = framing_.verdict(minor_); status != 0) {
    fail(status);
  }
}

}  // namespace prometheus_express::http
