// The parser's part for header and trailer fields: framing, and what is kept.
#include "characters.hpp"
#include "prometheus_express/http/request_parser.hpp"

namespace prometheus_express::http {
namespace {

void reverse(char* begin, char* end) {
  while (begin < --end) {
    const char c = *begin;
    *begin++ = *end;
    *end = c;
  }
}

}  // namespace

std::size_t RequestParser::find_kept(std::size_t wanted) const {
  std::size_t at = path_size_ + query_size_;
  while (at < stored_ && static_cast<unsigned char>(storage_[at]) != wanted + 1) {
    while (storage_[++at] != '\0') {
    }
    ++at;
  }
  return at;
}

std::string_view RequestParser::kept(std::size_t wanted) const {
  const std::size_t at = find_kept(wanted);
  return at < stored_ ? std::string_view(storage_.data() + at + 1) : std::string_view();
}

RequestParser::Event RequestParser::read_field(char c) {
  switch (state_) {
    case State::field_start:
      if (c == '\r') {
        state_ = State::head_line_feed;
        return Event::more;
      }
      framing_name_ = {};
      wanted_name_ = {};
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
      wanted_name_.next(wanted_, c);
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
      if (keeping_ && !(is_space(c) && stored_ == value_start_) && !store(c)) {
        return fail(431);
      }
      return Event::more;
    case State::field_line_feed:
      return expect(c, '\n', State::field_start);
    default:
      return c == '\n' ? end_head() : fail(400);
  }
}

RequestParser::Event RequestParser::begin_value() {
  state_ = State::field_value;
  keeping_ = false;
  in_framing_ = false;
  if (trailer_) {
    return Event::more;
  }
  const std::uint8_t field = framing_name_.found(Framing::names);
  in_framing_ = field != NameMatcher::none;
  if (in_framing_ && !framing_.begin(field)) {
    return fail(400);
  }
  const std::uint8_t wanted = wanted_name_.found(wanted_);
  keeping_ = wanted != NameMatcher::none;
  return !keeping_ || open_value(wanted) ? Event::more : fail(431);
}

/// Makes room for a value behind all others; that of an earlier line of the same name comes before it, with a
/// comma between them (RFC 9110 section 5.3). False when the storage is full.
bool RequestParser::open_value(std::uint8_t wanted) {
  const std::size_t at = find_kept(wanted);
  bool room = true;
  if (at == stored_) {
    room = store(static_cast<char>(wanted + 1));
  } else {
    char* const begin = storage_.data() + at;
    char* const end = storage_.data() + stored_;
    char* const next = begin + kept(wanted).size() + 2;
    reverse(begin, next);
    reverse(next, end);
    reverse(begin, end);
    --stored_;
    room = store(',') && store(' ');
  }
  value_start_ = stored_;
  return room;
}

RequestParser::Event RequestParser::end_field() {
  state_ = State::field_line_feed;
  if (in_framing_ && !framing_.end()) {
    return fail(400);
  }
  if (!keeping_) {
    return Event::more;
  }
  while (stored_ > value_start_ && is_space(storage_[stored_ - 1U])) {
    --stored_;
  }
  return store('\0') ? Event::more : fail(431);
}

RequestParser::Event RequestParser::end_head() {
  if (trailer_) {
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
