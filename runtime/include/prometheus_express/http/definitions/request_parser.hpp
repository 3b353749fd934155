// Definitions of the parser, for those who leave parts out.
#pragma once

#include "prometheus_express/http/definitions/characters.hpp"
#include "prometheus_express/http/definitions/text.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/http/target.hpp"

namespace prometheus_express::http {
namespace request_parsing {

inline constexpr std::string_view version_text = "HTTP/d.d\r\n";  // each d a digit
inline constexpr std::uint8_t major_place = 5;
inline constexpr std::uint8_t minor_place = 7;

inline constexpr std::uint16_t longest_method = 7;

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
  empty_line_ = false;
  trailer_ = false;
  read_ = 0;
  stored_ = 0;
  path_size_ = 0;
  query_size_ = 0;
  error_ = 0;
  framing_.restart();
  keep({});
  if constexpr (parts.bodies) {
    body_limit_ = 0;
  }
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::next(std::string_view& input) {
  if (state_ == State::failed) {
    return Event::error;
  }
  if (state_ == State::complete) {
    return Event::complete;
  }
  if (!parts.bodies && state_ == State::head_done) {
    state_ = State::complete;
    return Event::complete;
  }
  if (state_ == State::head_done) {
    remaining_ = framing_.content_length();
    state_ = framing_.chunked() ? State::chunk_size_start
             : remaining_ != 0  ? State::content
                                : State::complete;
    if (state_ == State::complete) {
      return Event::complete;
    }
  }
  while (!input.empty()) {
    if (parts.bodies && (state_ == State::content || state_ == State::chunk_data)) {
      body_part_ = front(input, smaller(remaining_, input.size()));
      input.remove_prefix(body_part_.size());
      remaining_ -= static_cast<std::uint32_t>(body_part_.size());
      if (remaining_ == 0) {
        state_ = state_ == State::content ? State::complete : State::chunk_data_return;
      }
      return Event::body;
    }
    const std::size_t size = unwanted(input);
    read_ = static_cast<std::uint16_t>(read_ + size);
    input.remove_prefix(size);
    if (input.empty()) {
      break;
    }
    const char c = input.front();
    input.remove_prefix(1);
    if (const Event event = read(c); event != Event::more) {
      return event;
    }
  }
  return Event::more;
}

template <Parts parts>
bool BasicRequestParser<parts>::limit_body(std::uint32_t bytes) {
  body_limit_ = bytes < request_parsing::largest_body ? bytes : request_parsing::largest_body;
  return framing_.content_length() <= bytes;
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::read(char c) {
  if (parts.bodies && state_ >= State::chunk_size_start) {
    return read_chunk_framing(c);
  }
  if (count() == Event::error) {
    return Event::error;
  }
  return state_ < State::field_start ? read_request_line(c) : read_field(c);
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::read_request_line(char c) {
  switch (state_) {
    case State::start:
      if (c == '\r' && !empty_line_) {
        empty_line_ = true;
        state_ = State::empty_line_feed;
        return Event::more;
      }
      state_ = State::method;
      [[fallthrough]];
    case State::method:
      if (c == ' ' && stored_ != 0) {
        method_ = method_number();
        stored_ = 0;
        state_ = State::target;
        return Event::more;
      }
      if (!token_characters.contains(c)) {
        return fail(400);
      }
      if (stored_ <= request_parsing::longest_method && !store(c)) {
        return fail(414);
      }
      return Event::more;
    case State::target:
      if (c == ' ' && stored_ != 0) {
        return end_target();
      }
      if (!is_visible(c)) {
        return fail(400);
      }
      return store(c) ? Event::more : fail(414);
    case State::version: {
      const std::uint8_t place = position_++;
      if (place == request_parsing::major_place || place == request_parsing::minor_place) {
        if (!is_digit(c)) {
          return fail(400);
        }
        if (place == request_parsing::major_place && c != '1') {
          error_ = 505;
        }
        minor_ = static_cast<std::uint8_t>(c - '0');
      } else if (c != request_parsing::version_text[place]) {
        return fail(400);
      }
      if (c != '\n') {
        return Event::more;
      }
      if (error_ != 0) {
        return fail(error_);
      }
      state_ = State::field_start;
      return Event::request_line;
    }
    default:
      return expect(c, '\n', State::start);
  }
}

template <Parts parts>
std::uint8_t BasicRequestParser<parts>::method_number() const {
  std::uint8_t number = 0;
  for (; number != method_count; ++number) {
    const char* name = method_names[number];
    std::size_t at = 0;
    while (at != stored_ && storage_[at] == *name) {
      ++at;
      ++name;
    }
    if (at == stored_ && *name == '\0') {
      break;
    }
  }
  return number;
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::end_target() {
  state_ = State::version;
  if (!store('\0')) {
    return fail(414);
  }
  stored_ = 0;
  if (!method_known()) {
    // The opening of HTTP/2 has an asterisk (RFC 9113 section 3.4).
    return storage_[0] == '*' ? fail(400) : Event::more;
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
  return Event::more;
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::read_chunk_framing(char c) {
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
        return remaining_ != 0 ? Event::more : count();
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
        return Event::more;
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
ParserEvents::Event BasicRequestParser<parts>::fail(std::uint16_t status) {
  error_ = status;
  state_ = State::failed;
  return Event::error;
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::expect(char c, char expected, State next) {
  if (c != expected) {
    return fail(400);
  }
  state_ = next;
  return Event::more;
}

template <Parts parts>
ParserEvents::Event BasicRequestParser<parts>::count() {
  return ++read_ > header_bytes_ ? fail(431) : Event::more;
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
