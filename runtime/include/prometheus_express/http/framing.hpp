// What the header section says about the message itself: its host, its body's length, what becomes of the
// connection. Values are understood as they arrive; none is stored.
#pragma once

#include <cstdint>

#include "prometheus_express/http/host_syntax.hpp"
#include "prometheus_express/http/word_matcher.hpp"

namespace prometheus_express::http {

class Framing {
 public:
  /// The fields that belong to it, by their number in `names`.
  static constexpr char names[5][18] = {"host", "content-length", "transfer-encoding", "connection",
                                        "expect"};
  static constexpr unsigned name_count = 5;

  /// Forgets the section. The rest is set when a line begins.
  constexpr void restart() {
    host_ = {};
    facts_ = 0;
    content_length_ = 0;
  }

  /// A line of field number `field` begins, `WordMatcher::none` for one of another name. False when it may stand
  /// only once and stood already: Host (RFC 9112 section 3.2) and Content-Length, for which a recipient may refuse
  /// even equal values (RFC 9110 section 8.6).
  bool begin(std::uint8_t field);

  /// Whether the line belongs to the framing. Otherwise its value may be passed over.
  [[nodiscard]] constexpr bool reading() const { return field_ != WordMatcher::none; }

  /// Takes the next character of the line's value, white space included; false when the value is malformed.
  bool next(char c);

  /// The line ends; false when its value is malformed.
  bool end();

  /// What the whole section comes to, for a request of HTTP/1.`minor`: 0 if it can be read, else the status
  /// to refuse it with. 400 for a missing Host (RFC 9112 section 3.2) and for a body whose length two readers
  /// might see differently (RFC 9112 sections 6.1, 6.3), 501 for an unknown transfer coding, 417 for an
  /// unknown expectation.
  [[nodiscard]] std::uint16_t verdict(std::uint8_t minor) const;

  /// Length of the body as stated, 0 without a statement, `too_long` for what is far beyond any limit.
  [[nodiscard]] constexpr std::uint32_t content_length() const { return content_length_; }
  static constexpr std::uint32_t too_long = 0xFFFFFFFF;

  [[nodiscard]] constexpr bool has_length() const { return has(content_length_seen); }
  [[nodiscard]] constexpr bool chunked() const { return has(chunked_coding); }
  [[nodiscard]] constexpr bool close() const { return has(close_asked); }
  [[nodiscard]] constexpr bool keep_alive() const { return has(keep_alive_asked); }
  [[nodiscard]] constexpr bool expects_continue() const { return has(continue_expected); }

 private:
  enum Fact : std::uint16_t {
    // That a field was there, in the order of its names.
    host_seen = 1,
    content_length_seen = 2,
    transfer_encoding_seen = 4,
    // What it said.
    close_asked = 32,
    keep_alive_asked = 64,
    chunked_coding = 128,
    unknown_coding = 256,
    continue_expected = 512,
    unknown_expectation = 1024,
  };

  [[nodiscard]] constexpr bool has(Fact fact) const { return (facts_ & fact) != 0; }
  constexpr void note(Fact fact) { facts_ = static_cast<std::uint16_t>(facts_ | fact); }
  bool end_token();

  std::uint8_t field_ = 0;
  bool started_ = false;  // the value, for white space in front of it does not count
  bool gap_ = false;      // white space after the start: nothing may follow it but, in a list, a comma
  HostSyntax host_;
  WordMatcher token_;
  std::uint16_t facts_ = 0;
  std::uint32_t content_length_ = 0;
};

}  // namespace prometheus_express::http
