// The parser's part for bodies: what stands around chunks, and how much there is.
#pragma once

#include "prometheus_express/http/definitions/characters.hpp"
#include "prometheus_express/http/definitions/text.hpp"
#include "prometheus_express/http/request_parser.hpp"

namespace prometheus_express::http {
namespace request_parsing {

/// So that one hexadecimal digit more still fits 32 bits.
inline constexpr std::uint32_t largest_body = 0x0FFFFFFF;

}  // namespace request_parsing

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
void BasicRequestParser<parts>::count() {
  if (++read_ > header_bytes_) {
    fail(431);
  }
}

}  // namespace prometheus_express::http
