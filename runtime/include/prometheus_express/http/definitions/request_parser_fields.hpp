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

/// How much of a field that nobody asks for, of its name or of its value, stands at the front of the input: most of a request is
/// such, and passed over at once.
template <Parts parts>
std::size_t BasicRequestParser<parts>::unwanted(std::string_view input) const {
  const bool name = state_ == State::field_name;
  if (name ? framing_name_.possible() || (parts.headers && wanted_name_.possible())
           : state_ != State::field_value || in_framing_ || (parts.headers && keeping_)) {
    return 0;
  }
  const char* at = input.data();
  const char* const end = at + smaller(input.size(), static_cast<std::size_t>(header_bytes_ - read_));
  while (at != end && (name ? token_characters.contains(*at) : is_field_content(*at))) {
    ++at;
  }
  return static_cast<std::size_t>(at - input.data());
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::read_field(char c) {
  switch (state_) {
    case State::field_start:
      if (c == '\r') {
        state_ = State::head_line_feed;
        return Event::more;
      }
      framing_name_ = WordMatcher(Framing::name_count);
      if constexpr (parts.headers) {
        wanted_name_ = {};
      }
      state_ = State::field_name;
      [[fallthrough]];
    case State::field_name:
      if (c == ':' && !framing_name_.empty()) {
        return begin_value();
      }
      if (!token_characters.contains(c)) {
        return fail(400);
      }
      framing_name_.next(Framing::names, c);
      if constexpr (parts.headers) {
        wanted_name_.next(names(), c);
      }
      return Event::more;
    case State::field_value:
      if (c == '\r') {
        return end_field();
      }
      if (!is_field_content(c)) {
        return fail(400);
      }
      if (in_framing_ && !framing_.next(c)) {
        return fail(400);
      }
      if (parts.headers && keeping_ && !(is_space(c) && stored_ == value_start_) && !store(c)) {
        return fail(431);
      }
      return Event::more;
    case State::field_line_feed:
      return expect(c, '\n', State::field_start);
    default:
      return c == '\n' ? end_head() : fail(400);
  }
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::begin_value() {
  state_ = State::field_value;
  keeping_ = false;
  in_framing_ = false;
  if (parts.bodies && trailer_) {
    return Event::more;
  }
  const std::uint8_t field = framing_name_.found(Framing::names);
  in_framing_ = field != WordMatcher::none;
  if (in_framing_ && !framing_.begin(field)) {
    return fail(400);
  }
  if constexpr (parts.headers) {
    const std::uint8_t wanted = wanted_name_.found(names());
    keeping_ = wanted != NameMatcher::none;
    if (keeping_ && !open_value(wanted)) {
      return fail(431);
    }
  }
  return Event::more;
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
ParserEvents::Event BasicRequestParser<parts>::end_field() {
  state_ = State::field_line_feed;
  if (in_framing_ && !framing_.end()) {
    return fail(400);
  }
  if constexpr (parts.headers) {
    if (keeping_) {
      while (stored_ > value_start_ && is_space(storage_[stored_ - 1U])) {
        --stored_;
      }
      return store('\0') ? Event::more : fail(431);
    }
  }
  return Event::more;
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::end_head() {
  if (parts.bodies && trailer_) {
    state_ = State::complete;
    return Event::complete;
  }
  if (const std::uint16_t status = framing_.verdict(minor_); status != 0) {
    return fail(status);
  }
  state_ = State::head_done;
  return Event::head;
}

}  // namespace prometheus_express::http
