// Definitions of the parser, for those who leave parts out.
#pragma once

#include "prometheus_express/http/definitions/characters.hpp"
#include "prometheus_express/http/definitions/text.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/http/target.hpp"

namespace prometheus_express::http {
namespace request_parsing {

inline constexpr char version_text[] = "HTTP/0.0\r\n";  // each 0 stands for any digit
inline constexpr std::uint8_t major_place = 5;

inline constexpr std::uint32_t largest_body =
    0x0FFFFFFF;  // so that one hexadecimal digit more still fits 32 bits

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

template <Parts parts>
void BasicRequestParser<parts>::begin_body() {
  state_ = State::complete;
  if constexpr (parts.bodies) {
    remaining_ = framing_.content_length();
    if (framing_.chunked()) {
      state_ = State::chunk_size_start;
    } else if (remaining_ != 0) {
      state_ = State::content;
    }
  }
}

/// Takes what `input` has of the body or chunk.
template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::read_body(std::string_view& input) {
  body_part_ = front(input, smaller(remaining_, input.size()));
  input.remove_prefix(body_part_.size());
  remaining_ -= static_cast<std::uint32_t>(body_part_.size());
  if (remaining_ == 0) {
    state_ = state_ == State::content ? State::complete : State::chunk_data_return;
  }
  return Event::body;
}

template <Parts parts>
bool BasicRequestParser<parts>::limit_body(std::uint32_t bytes) {
  body_limit_ = bytes < request_parsing::largest_body ? bytes : request_parsing::largest_body;
  return framing_.content_length() <= bytes;
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
void BasicRequestParser<parts>::read_chunk_framing(char c) {
  const unsigned digit = hexadecimal(c);
  switch (state_) {
    case State::chunk_size_start:
      remaining_ = 0;
      if (digit > 15) {
        return fail(400);
      }
      state_ = State::chunk_size;
      [[fallthrough]];
    case State::chunk_size:
      if (digit < 16) {
        remaining_ = remaining_ * 16 + digit;
        if (remaining_ > body_limit_) {
          return fail(413);
        }
        if (remaining_ == 0) {
          count();
        }
        return;
      }
      [[fallthrough]];
    case State::chunk_size_space:
      if (is_space(c)) {
        state_ = State::chunk_size_space;
        return count();
      }
      if (c == ';') {
        state_ = State::chunk_extension;
        return count();
      }
      return state_ == State::chunk_size ? expect(c, '\r', State::chunk_size_line_feed) : fail(400);
    case State::chunk_extension:
      if (c == '\r') {
        state_ = State::chunk_size_line_feed;
        return;
      }
      return is_field_content(c) ? count() : fail(400);
    case State::chunk_size_line_feed:
      trailer_ = remaining_ == 0;
      body_limit_ -= remaining_;
      return expect(c, '\n', trailer_ ? State::field_start : State::chunk_data);
    case State::chunk_data_return:
      return expect(c, '\r', State::chunk_data_line_feed);
    default:
      return expect(c, '\n', State::chunk_size_start);
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
void BasicRequestParser<parts>::count() {
  if (++read_ > header_bytes_) {
    fail(431);
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
