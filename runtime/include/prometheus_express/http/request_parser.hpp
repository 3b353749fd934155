// Reads requests from bytes as they arrive, in any portions: the result is the same byte by byte and all at
// once. Strict by RFC 9112 where leniency would let two readers see two messages.
//
//   RequestParser<all_parts> parser;
//   parser.attach(storage);
//   parser.start(limits.header_bytes);
//   for (;;) {
//     switch (parser.next(input)) {                       // takes what it reads off the front of `input`
//       case ParserEvent::more: return;                   // all was read: call again with further bytes
//       case ParserEvent::request_line: parser.keep(names_of_wanted_headers); break;
//       case ParserEvent::head: parser.limit_body(512); break;
//       case ParserEvent::body: append(parser.take_body(input)); break;
//       case ParserEvent::complete: respond(); parser.start(limits.header_bytes); break;
//       case ParserEvent::error: respond(parser.error()); return;
//     }
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/request_fields.hpp"
#include "prometheus_express/http/request_framing.hpp"
#include "prometheus_express/http/request_line.hpp"
#include "prometheus_express/message/body_parser.hpp"
#include "prometheus_express/message/empty_chunks.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {

enum class ParserEvent : std::uint8_t { more, body, request_line, head, complete, error };

/// Of the parts, it knows `headers` and `bodies`.
template <Parts parts>
class RequestParser {
 public:
  constexpr RequestParser() = default;

  /// Keeps the target and the wanted headers in `storage`, of 65,535 bytes at most.
  void attach(std::span<char> storage) { fields_.storage().attach(storage); }

  /// Forgets the request and awaits the next one. Its header section, request line included, may have `header_bytes`,
  /// and so may, together with it, what stands around the data of a chunked body. One empty line in front of it is
  /// ignored (RFC 9112 section 2.2).
  void start(std::uint16_t header_bytes);

  /// Reads from the front of `input` up to the next event and removes what it has read. Call again, with an
  /// empty input too, until it returns `more`.
  [[nodiscard]] ParserEvent next(std::string_view& input);

  /// At `request_line`: the header fields whose values are to be kept, at most 254. The list must outlive the
  /// request.
  void keep(std::span<const std::string_view> names) { fields_.keep(names); }

  /// At `head`: the largest body that is taken. False when the stated length is above it; a chunked body that
  /// grows beyond it later is an error 413.
  [[nodiscard]] bool limit_body(std::uint32_t bytes) {
    body_.limit(bytes);
    return framing().content_length() <= bytes;
  }

  /// Where the storage ends.
  [[nodiscard]] constexpr char* storage_end() const { return fields_.storage().end(); }

  /// True once the first byte of a request was read.
  [[nodiscard]] constexpr bool begun() const { return line_.begun(); }

  // From `request_line` on:

  /// False when the method is none of `method_names`.
  [[nodiscard]] constexpr bool method_known() const { return line_.method_known(); }
  [[nodiscard]] constexpr Method method() const { return line_.method(); }

  /// The percent-decoded path, `*` for the asterisk-form; empty when the method is not known.
  [[nodiscard]] constexpr std::string_view path() const { return fields_.storage().path(); }

  /// Empty as well where it was too long for the storage, which `query_dropped` says.
  [[nodiscard]] constexpr std::string_view query() const { return fields_.storage().query(); }
  [[nodiscard]] constexpr bool query_dropped() const { return line_.query_dropped(); }

  /// Minor version: 0 for HTTP/1.0, more for HTTP/1.1 and what follows it.
  [[nodiscard]] constexpr std::uint8_t minor_version() const { return line_.minor_version(); }

  // From `head` on:

  [[nodiscard]] constexpr const RequestFraming& framing() const { return fields_.framing(); }
  [[nodiscard]] constexpr bool has_body() const {
    return framing().chunked() || framing().content_length() != 0;
  }

  /// Value of the wanted header number `wanted`; a view without data when the request does not have it.
  [[nodiscard]] std::string_view kept(std::size_t wanted) const { return fields_.storage().value(wanted); }

  /// At `body`: takes off the front of `input` what stands there of it.
  std::string_view take_body(std::string_view& input);

  /// At `error`: 400, 413, 414, 417, 431, 501 or 505. Nothing of the connection can be read after it.
  [[nodiscard]] constexpr std::uint16_t error() const {
    return static_cast<std::uint16_t>(RequestLine::no_error + error_);
  }

 private:
  enum class State : std::uint8_t {
    line,
    fields,
    // what is over: the events that say so
    line_done = static_cast<std::uint8_t>(ParserEvent::request_line),
    head_done = static_cast<std::uint8_t>(ParserEvent::head),
    complete = static_cast<std::uint8_t>(ParserEvent::complete),
    failed = static_cast<std::uint8_t>(ParserEvent::error),
    // the body
    chunk_framing,
    chunk_data,
    content,
  };

  /// True where something is to be read, and nothing to be said.
  [[nodiscard]] bool reading() const { return state_ < State::line_done || state_ > State::failed; }
  void read_section(std::string_view& input);
  void end_section();
  void begin_body();
  void read_chunk_framing(char c);
  void fail(std::uint16_t status);

  // The small ones first: a Cortex-M0+ reaches them in one instruction.

  std::uint16_t room_ = 0;  // what may still come of the header section, and of what stands around chunks
  State state_ = State::line;
  std::uint8_t error_ = 0;  // what the status is above no_error
  RequestLine line_;
  RequestFields<parts> fields_;
  std::conditional_t<parts.bodies, message::BodyParser, message::EmptyChunks> body_;
};

template <Parts parts>
void RequestParser<parts>::start(std::uint16_t header_bytes) {
  state_ = State::line;
  room_ = header_bytes;
  line_.start();
  fields_.start();
  if constexpr (parts.bodies) {
    body_.limit(0);
  }
}

template <Parts parts>
ParserEvent RequestParser<parts>::next(std::string_view& input) {
  if (state_ == State::line_done) {
    state_ = State::fields;
  } else if (state_ == State::head_done) {
    begin_body();
  }
  while (reading() && !input.empty()) {
    if (parts.bodies && state_ >= State::chunk_data) {
      return ParserEvent::body;
    }
    if (room_ == 0) {
      fail(line_.complete() ? 431 : 414);
    } else if (state_ == State::chunk_framing) {
      read_chunk_framing(input.front());
      input.remove_prefix(1);
    } else {
      read_section(input);
    }
  }
  return reading() ? ParserEvent::more : static_cast<ParserEvent>(state_);
}

/// Reads a piece of the header or trailer section, which is as long as the limit at most.
template <Parts parts>
void RequestParser<parts>::read_section(std::string_view& input) {
  const char* const begin = input.data();
  const char* const end = begin + message::smaller(input.size(), room_);
  const bool in_line = state_ == State::line;
  const char* const stop = in_line ? line_.parse(begin, end, fields_.storage()) : fields_.parse(begin, end);
  const auto size = static_cast<std::size_t>(stop - begin);
  room_ = static_cast<std::uint16_t>(room_ - size);
  input.remove_prefix(size);
  if (in_line) {
    if (line_.complete()) {
      state_ = State::line_done;
    } else if (line_.failed()) {
      fail(line_.error());
    }
  } else if (fields_.complete()) {
    end_section();
  } else if (fields_.malformed()) {
    fail(400);
  } else if (parts.headers && fields_.refused()) {
    fail(431);
  }
}

template <Parts parts>
void RequestParser<parts>::end_section() {
  if (fields_.trailer()) {
    state_ = State::complete;
    return;
  }
  state_ = State::head_done;
  if (const std::uint16_t status = framing().error(line_.minor_version()); status != 0) {
    fail(status);
  }
}

template <Parts parts>
void RequestParser<parts>::begin_body() {
  state_ = State::complete;
  if (framing().chunked()) {
    body_.begin_chunks();
    state_ = State::chunk_framing;
  } else if constexpr (parts.bodies) {
    body_.begin(framing().content_length());
    if (body_.remaining() != 0) {
      state_ = State::content;
    }
  }
}

template <Parts parts>
std::string_view RequestParser<parts>::take_body(std::string_view& input) {
  std::string_view part;
  if constexpr (parts.bodies) {
    part = message::front(input, body_.take(input.size()));
    input.remove_prefix(part.size());
    if (body_.remaining() == 0) {
      state_ = state_ == State::content ? State::complete : State::chunk_framing;
    }
  }
  return part;
}

template <Parts parts>
void RequestParser<parts>::read_chunk_framing(char c) {
  using Event = message::ChunkEvent;
  switch (body_.next(c)) {
    case Event::more:
      return;
    case Event::padding:
      --room_;
      return;
    case Event::data:
      state_ = State::chunk_data;
      return;
    case Event::last:
      fields_.start_trailer();
      state_ = State::fields;
      return;
    case Event::too_large:
      return fail(413);
    case Event::malformed:
      break;
  }
  fail(400);
}

template <Parts parts>
void RequestParser<parts>::fail(std::uint16_t status) {
  error_ = static_cast<std::uint8_t>(status - RequestLine::no_error);
  state_ = State::failed;
}

}  // namespace prometheus_express::http
