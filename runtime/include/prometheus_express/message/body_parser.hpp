// Reads a body as its message's framing tells it: of a stated length, or in chunks (RFC 9112 sections 6 and 7.1). What stands
// around the data of chunks is read a character at a time; the trailer section behind the last one is read by others.
//
//   body.limit(512);
//   body.begin_chunks();
//   switch (body.next(c)) {
//     case BodyParser::Event::more: case BodyParser::Event::padding: break;       // on to the next character
//     case BodyParser::Event::data: …                   // `take` until nothing remains, then on to the next character
//     case BodyParser::Event::last: …                   // the trailer section comes next
//     case BodyParser::Event::malformed: case BodyParser::Event::too_large: return;
//   }
#pragma once

#include <cstdint>
#include <string_view>

namespace prometheus_express::message {

class BodyParser {
 public:
  enum class Event : std::uint8_t {
    more,
    padding,  // a character that means nothing, of which there may be any number: a zero, white space, an extension
    data,       // the chunk's data comes next
    last,       // there is no further chunk
    malformed,  // what was read is no chunk
    too_large,  // the data is more than allowed
  };

  /// So that one hexadecimal digit more still fits 32 bits.
  static constexpr std::uint32_t largest_body = 0x0FFFFFFF;

  /// Bytes of data that all chunks may have, at most `largest_body`.
  constexpr void limit(std::uint32_t bytes) { limit_ = bytes < largest_body ? bytes : largest_body; }

  /// A body of stated length comes next.
  constexpr void begin(std::uint32_t content_length) { remaining_ = content_length; }

  /// The first chunk comes next.
  constexpr void begin_chunks() { state_ = State::size_start; }

  /// Takes the next character of what stands around the data.
  [[nodiscard]] Event next(char c);

  /// Takes what `input` has of the body, or of the chunk, off its front.
  std::string_view take(std::string_view& input);

  /// Bytes of it that are still to come.
  [[nodiscard]] constexpr std::uint32_t remaining() const { return remaining_; }

 private:
  enum class State : std::uint8_t { size_start, size, space, extension, size_feed, data_return, data_feed };

  Event expect(char c, char expected, State next);

  State state_ = State::size_start;
  std::uint32_t remaining_ = 0;
  std::uint32_t limit_ = 0;  // what is left of it
};

}  // namespace prometheus_express::message
