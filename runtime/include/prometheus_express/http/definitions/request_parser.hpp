// Definitions of the parser, for those who leave parts out: its states, and the request line.
#pragma once

#include "prometheus_express/http/definitions/characters.hpp"
#include "prometheus_express/http/definitions/text.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/http/target.hpp"

namespace prometheus_express::http {
namespace request_parsing {

inline constexpr char version_text[] = "HTTP/0.0\r\n";  // each 0 stands for any digit
inline constexpr std::uint8_t major_place = 5;

}  // namespace request_parsing

template <Parts parts>
void BasicRequestParser<parts>::attach(std::span<char> storage, std::uint16_t header_bytes) {
  storage_ = storage.data();
  storage_size_ = static_cast<std::uint16_t>(storage.size());
  header_bytes_ = header_bytes;
  start();
}

template <Parts parts>
void BasicRequestParser<parts>::start() {
  state_ = State::start;
  method_ = 0;
  minor_ = 0;
  position_ = 0;
  trailer_ = false;
  read_ = 0;
  stored_ = 0;
  path_size_ = 0;
  error_ = 0;
  word_ = WordMatcher(method_count);
  framing_.restart();
  if constexpr (parts.handlers) {
    query_size_ = 0;
  }
  if constexpr (parts.headers) {
    keep({});
  }
  if constexpr (parts.bodies) {
    body_limit_ = 0;
  }
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::next(std::string_view& input) {
  if (state_ == State::line_done) {
    state_ = State::field_start;
  } else if (state_ == State::head_done) {
    begin_body();
  }
  while (state_ < State::line_done && !input.empty()) {
    if constexpr (parts.bodies) {
      if (state_ == State::content || state_ == State::chunk_data) {
        return read_body(input);
      }
      if (state_ >= State::chunk_size_start) {
        read_chunk_framing(input.front());
        input.remove_prefix(1);
        continue;
      }
    }
    read_section(input);
  }
  static_assert(static_cast<int>(Event::error) - static_cast<int>(Event::request_line) ==
                static_cast<int>(State::failed) - static_cast<int>(State::line_done));
  if (state_ < State::line_done) {
    return Event::more;
  }
  const int passed = static_cast<int>(state_) - static_cast<int>(State::line_done);
  return static_cast<Event>(passed + static_cast<int>(Event::request_line));
}

/// Reads a piece of the header or trailer section, which is as long as the limit at most.
template <Parts parts>
void BasicRequestParser<parts>::read_section(std::string_view& input) {
  const char* const begin = input.data();
  const char* const end = begin + smaller(input.size(), static_cast<std::size_t>(header_bytes_ - read_));
  if (begin == end) {
    return fail(431);
  }
  const char* const stop =
      state_ < State::field_start ? read_request_line(begin, end) : read_fields(begin, end);
  const auto size = static_cast<std::size_t>(stop - begin);
  read_ = static_cast<std::uint16_t>(read_ + size);
  input.remove_prefix(size);
}

template <Parts parts>
const char* BasicRequestParser<parts>::read_request_line(const char* at, const char* end) {
  do {
    const char c = *at++;
    switch (state_) {
      case State::start:
        if (c == '\r') {
          state_ = State::empty_line_feed;
          break;
        }
        [[fallthrough]];
      case State::method_start:
        state_ = State::method;
        [[fallthrough]];
      case State::method:
        read_method(c);
        break;
      case State::target:
        read_target(c);
        break;
      case State::version:
        read_version(c);
        break;
      default:
        expect(c, '\n', State::method_start);
    }
  } while (at != end && state_ < State::field_start);
  return at;
}

template <Parts parts>
void BasicRequestParser<parts>::read_method(char c) {
  if (c == ' ' && !word_.empty()) {
    method_ = word_.found(method_names);
    state_ = State::target;
  } else if (token_characters.contains(c)) {
    word_.next(method_names, c);
  } else {
    fail(400);
  }
}

template <Parts parts>
void BasicRequestParser<parts>::read_target(char c) {
  if (c == ' ' && stored_ != 0) {
    end_target();
  } else if (!is_visible(c)) {
    fail(400);
  } else if (!store(c)) {
    fail(414);
  }
}

template <Parts parts>
void BasicRequestParser<parts>::read_version(char c) {
  const std::uint8_t place = position_++;
  const char expected = request_parsing::version_text[place];
  const auto above = static_cast<std::uint8_t>(c - expected);
  if (above > (expected == '0' ? 9 : 0)) {
    return fail(400);
  }
  if (expected == '0') {
    if (place == request_parsing::major_place && above != 1) {
      error_ = 505 - no_error;
    }
    minor_ = above;
  }
  if (c == '\n') {
    state_ = error_ == 0 ? State::line_done : State::failed;
  }
}

template <Parts parts>
void BasicRequestParser<parts>::end_target() {
  state_ = State::version;
  if (!store('\0')) {
    return fail(414);
  }
  stored_ = 0;
  if (!method_known()) {
    // The opening of HTTP/2 has an asterisk (RFC 9113 section 3.4).
    if (storage_[0] == '*') {
      fail(400);
    }
    return;
  }
  const Target target = take_apart_target(storage_, method());
  if (target.path == 0) {
    return fail(400);
  }
  path_size_ = target.path;
  if constexpr (parts.handlers) {
    query_size_ = target.query;
    stored_ = static_cast<std::uint16_t>(path_size_ + query_size_);
  }
}

template <Parts parts>
void BasicRequestParser<parts>::fail(std::uint16_t status) {
  error_ = static_cast<std::uint8_t>(status - no_error);
  state_ = State::failed;
}

template <Parts parts>
void BasicRequestParser<parts>::expect(char c, char expected, State next) {
  state_ = next;
  if (c != expected) {
    fail(400);
  }
}

template <Parts parts>
bool BasicRequestParser<parts>::store(char c) {
  if (stored_ == storage_size_) {
    return false;
  }
  storage_[stored_++] = c;
  return true;
}

}  // namespace prometheus_express::http
