// Reads a chunked body that has no data, which is its last chunk alone (RFC 9112 section 7.1): `0\r\n`, with zeros and an extension
// where others write them. For readers that take no other body; the trailer section behind it is read by others.
//
//   chunks.begin_chunks();
//   switch (chunks.next(c)) {
//     case ChunkEvent::padding: break;                  // on to the next character
//     case ChunkEvent::last: …                          // the trailer section comes next
//     case ChunkEvent::malformed: case ChunkEvent::too_large: return;
//   }
#pragma once

#include <cstdint>

#include "prometheus_express/message/body_parser.hpp"
#include "prometheus_express/message/characters.hpp"

namespace prometheus_express::message {

class EmptyChunks {
 public:
  /// The first chunk comes next.
  constexpr void begin_chunks() { state_ = State::start; }

  /// Takes the next character; `too_large` for a digit of a chunk that has data.
  [[nodiscard]] ChunkEvent next(char c);

 private:
  enum class State : std::uint8_t { start, zeros, extension, line_feed };

  State state_ = State::start;
};

inline ChunkEvent EmptyChunks::next(char c) {
  switch (state_) {
    case State::zeros:
      if (c == ';') {
        state_ = State::extension;
      }
      [[fallthrough]];
    case State::extension:
      if (c == '\r') {
        state_ = State::line_feed;
        return ChunkEvent::padding;
      }
      if (state_ == State::extension) {
        return is_field_content(c) ? ChunkEvent::padding : ChunkEvent::malformed;
      }
      [[fallthrough]];
    case State::start:
      state_ = State::zeros;
      return c == '0'              ? ChunkEvent::padding
             : hexadecimal(c) < 16 ? ChunkEvent::too_large
                                   : ChunkEvent::malformed;
    default:
      return c == '\n' ? ChunkEvent::last : ChunkEvent::malformed;
  }
}

}  // namespace prometheus_express::message
