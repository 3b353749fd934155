// Reads requests from bytes as they arrive, in any portions: the result is the same byte by byte and all at
// once. Strict by RFC 9112 where leniency would let two readers see two messages.
//
//   RequestParser parser;
//   parser.attach(storage, limits.header_bytes);
//   for (;;) {
//     switch (parser.next(input)) {                       // takes what it reads off the front of `input`
//       case Event::more: return;                         // all was read: call again with further bytes
//       case Event::request_line: parser.keep(names_of_wanted_headers); break;
//       case Event::head: parser.limit_body(512); break;
//       case Event::body: collect(parser.body_part()); break;
//       case Event::complete: answer(); parser.start(); break;
//       case Event::error: refuse(parser.error()); return;
//     }
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/http/framing.hpp"
#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/name_matcher.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/word_matcher.hpp"

namespace prometheus_express::http {

/// What is the same for all parts.
class ParserEvents {
 public:
  enum class Event : std::uint8_t { more, body, request_line, head, complete, error };
};

/// Of the parts, it knows `handlers` (the query is kept), `headers` and `bodies`.
template <Parts parts>
class BasicRequestParser : public ParserEvents {
 public:
  constexpr BasicRequestParser() = default;

  /// Keeps the target and the wanted headers in `storage`, and refuses header sections, request line included, of
  /// more than `header_bytes`. The storage has 65,535 bytes at most.
  void attach(std::span<char> storage, std::uint16_t header_bytes);

  /// Forgets the request and awaits the next one. One empty line in front of it is ignored (RFC 9112
  /// section 2.2).
  void start();

  /// Reads from the front of `input` up to the next event and removes what it has read. Call again, with an
  /// empty input too, until it returns `more`.
  [[nodiscard]] Event next(std::string_view& input);

  /// At `request_line`: the header fields whose values are to be kept, at most 254. The list must outlive the
  /// request.
  void keep(std::span<const std::string_view> names) {
    wanted_ = names.data();
    wanted_count_ = static_cast<std::uint8_t>(names.size());
  }

  /// At `head`: the largest body that is taken. False when the stated length is above it; a chunked body that
  /// grows beyond it later is an error 413.
  [[nodiscard]] bool limit_body(std::uint32_t bytes);

  /// True once the first byte of a request was read.
  [[nodiscard]] constexpr bool begun() const { return state_ > State::method_start; }

  // From `request_line` on:

  /// False when the method is none of `method_names`.
  [[nodiscard]] constexpr bool method_known() const { return method_ < method_count; }
  [[nodiscard]] constexpr Method method() const { return static_cast<Method>(method_); }

  /// The percent-decoded path, `*` for the asterisk-form; empty when the method is not known.
  [[nodiscard]] constexpr std::string_view path() const { return {storage_, path_size_}; }
  [[nodiscard]] constexpr std::string_view query() const { return {storage_ + path_size_, query_size_}; }

  /// Minor version: 0 for HTTP/1.0, more for HTTP/1.1 and what follows it.
  [[nodiscard]] constexpr std::uint8_t minor_version() const { return minor_; }

  // From `head` on:

  [[nodiscard]] constexpr const Framing& framing() const { return framing_; }
  [[nodiscard]] constexpr bool has_body() const {
    return framing_.chunked() || framing_.content_length() != 0;
  }

  /// Value of the wanted header number `wanted`; a view without data when the request does not have it.
  [[nodiscard]] std::string_view kept(std::size_t wanted) const;

  /// At `body`: the bytes, which stand in the input.
  [[nodiscard]] constexpr std::string_view body_part() const { return body_part_; }

  /// At `error`: 400, 413, 414, 417, 431, 501 or 505. Nothing of the connection can be read after it.
  [[nodiscard]] constexpr std::uint16_t error() const {
    return static_cast<std::uint16_t>(no_error + error_);
  }

 private:
  enum class State : std::uint8_t {
    // the request line
    start,
    method_start,  // behind an empty line
    empty_line_feed,
    method,
    target,
    version,
    // header and trailer fields
    field_start,
    field_name,
    field_value,
    field_line_feed,
    head_line_feed,
    // the body, with what stands around chunks
    chunk_size_start,
    chunk_size,
    chunk_size_space,
    chunk_extension,
    chunk_size_line_feed,
    chunk_data_return,
    chunk_data_line_feed,
    content,
    chunk_data,
    // what is over, in the order of the events that say so
    line_done,
    head_done,
    complete,
    failed,
  };

  [[nodiscard]] constexpr std::span<const std::string_view> names() const { return {wanted_, wanted_count_}; }

  // What reads takes characters of `at` to `end`, one at least, and returns where it stopped.
  void read_section(std::string_view& input);
  const char* read_request_line(const char* at, const char* end);
  void read_method(char c);
  void read_target(char c);
  void end_target();
  void read_version(char c);
  const char* read_fields(const char* at, const char* end);
  void read_name(std::string_view name);
  void begin_value(char c);
  void read_value(std::string_view value);
  void end_value(char c);
  void end_head(char c);
  [[nodiscard]] std::size_t find_kept(std::size_t wanted) const;
  bool open_value(std::uint8_t wanted);
  void begin_body();
  Event read_body(std::string_view& input);
  void read_chunk_framing(char c);

  void expect(char c, char expected, State next);
  void fail(std::uint16_t status);
  void count();
  bool store(char c);

  static constexpr std::uint16_t no_error = 399;

  // The small ones first: a Cortex-M0+ reaches them in one instruction.
  State state_ = State::start;
  std::uint8_t method_ = 0;
  std::uint8_t minor_ = 0;
  std::uint8_t position_ = 0;  // in the version
  bool trailer_ = false;       // fields behind a chunked body: checked and dropped
  bool keeping_ = false;       // the value of the current line
  std::uint8_t wanted_count_ = 0;
  std::uint8_t error_ = 0;  // what the status is above no_error
  std::uint16_t header_bytes_ = 0;
  std::uint16_t storage_size_ = 0;
  std::uint16_t read_ = 0;  // of the header section, and of what stands around chunks
  std::uint16_t stored_ = 0;
  std::uint16_t value_start_ = 0;  // of the current line's value in the storage
  std::uint16_t path_size_ = 0;
  std::uint16_t query_size_ = 0;
  WordMatcher word_;  // the method, then the name of each field
  NameMatcher wanted_name_;
  Framing framing_;
  std::uint32_t remaining_ = 0;  // bytes of the body or chunk
  std::uint32_t body_limit_ = 0;
  char* storage_ = nullptr;  // path, query, then for each kept header: its number + 1, its value, a NUL
  const std::string_view* wanted_ = nullptr;
  std::string_view body_part_;
};

using RequestParser = BasicRequestParser<all_parts>;
extern template class BasicRequestParser<all_parts>;

}  // namespace prometheus_express::http
