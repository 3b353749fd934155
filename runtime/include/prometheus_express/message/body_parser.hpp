// Reads a body as its message's framing tells it: of a stated length, or in chunks (RFC 9112 sections 6 and 7.1). What stands
// around the data of chunks is read a character at a time; the trailer section behind the last one is read by others.
//
//   body.limit(512);
//   body.begin_chunks();
//   switch (body.next(c)) {
//     case ChunkEvent::more: case ChunkEvent::padding: break;       // on to the next character
//     case ChunkEvent::data: …                          // `take` until nothing remains, then on to the next character
//     case ChunkEvent::last: …                          // the trailer section comes next
//     case ChunkEvent::malformed: case ChunkEvent::too_large: return;
//   }
#pragma once

#include <cstddef>
#include <cstdint>

#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::message {

/// What a character means that stands around the data of chunks.
enum class ChunkEvent : std::uint8_t {
  more,
  padding,    // nothing, and there may be any number of it: a zero, white space, an extension
  data,       // the chunk's data comes next
  last,       // there is no further chunk
  malformed,  // what was read is no chunk
  too_large,  // the data is more than allowed
};

class BodyParser {
 public:
  /// So that one hexadecimal digit more still fits 32 bits.
  static constexpr std::uint32_t largest_body = 0x0FFFFFFF;

  /// Bytes of data that all chunks may have, at most `largest_body`.
  constexpr void limit(std::uint32_t bytes) { limit_ = bytes < largest_body ? bytes : largest_body; }

  /// A body of stated length comes next.
  constexpr void begin(std::uint32_t content_length) { remaining_ = content_length; }

  /// The first chunk comes next.
  constexpr void begin_chunks() { state_ = State::size_start; }

  /// Takes the next character of what stands around the data.
  [[nodiscard]] ChunkEvent next(char c);

  /// Takes what stands of the body, or of the chunk, at the front of `size` bytes; returns how many of them that are.
  std::size_t take(std::size_t size) {
    const std::size_t taken = smaller(size, remaining_);
    remaining_ -= static_cast<std::uint32_t>(taken);
    return taken;
  }

  /// Bytes of it that are still to come.
  [[nodiscard]] constexpr std::uint32_t remaining() const { return remaining_; }

 private:
  enum class State : std::uint8_t { size_start, size, space, extension, size_feed, data_return, data_feed };

  ChunkEvent expect(char c, char expected, State next);

  State state_ = State::size_start;
  std::uint32_t remaining_ = 0;
  std::uint32_t limit_ = 0;  // what is left of it
};

// Here since a program has one caller of it, into which it is inlined: calls would take more flash.

inline ChunkEvent BodyParser::next(char c) {
  const unsigned digit = hexadecimal(c);
  switch (state_) {
    case State::size_start:
      remaining_ = 0;
      if (digit > 15) {
        return ChunkEvent::malformed;
      }
      state_ = State::size;
      [[fallthrough]];
    case State::size:
      if (digit < 16) {
        remaining_ = remaining_ * 16 + digit;
        return remaining_ > limit_ ? ChunkEvent::too_large
               : remaining_ == 0   ? ChunkEvent::padding
                                   : ChunkEvent::more;
      }
      [[fallthrough]];
    case State::space:
      if (is_space(c)) {
        state_ = State::space;
        return ChunkEvent::padding;
      }
      if (c == ';') {
        state_ = State::extension;
        return ChunkEvent::padding;
      }
      return state_ == State::size ? expect(c, '\r', State::size_feed) : ChunkEvent::malformed;
    case State::extension:
      if (c == '\r') {
        state_ = State::size_feed;
        return ChunkEvent::more;
      }
      return is_field_content(c) ? ChunkEvent::padding : ChunkEvent::malformed;
    case State::size_feed:
      if (c != '\n') {
        return ChunkEvent::malformed;
      }
      state_ = State::data_return;
      limit_ -= remaining_;
      return remaining_ == 0 ? ChunkEvent::last : ChunkEvent::data;
    case State::data_return:
      return expect(c, '\r', State::data_feed);
    case State::data_feed:
      break;
  }
  return expect(c, '\n', State::size_start);
}

inline ChunkEvent BodyParser::expect(char c, char expected, State next) {
  state_ = next;
  return c == expected ? ChunkEvent::more : ChunkEvent::malformed;
}

}  // namespace prometheus_express::message
