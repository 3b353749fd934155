// What the fields of a header section say about the message itself: its body's length, and what becomes of the
// connection (RFC 9112 sections 6 and 9). Values are understood as they arrive; none is stored.
//
//   if (!framing.begin(field)) { … }                  // the line of field number `field`: it may not stand again
//   if (framing.parse(at, end) != end) { … }           // a part of its value, which is malformed
//   if (!framing.end()) { … }                         // the value was malformed
#pragma once

#include <cstdint>

#include "prometheus_express/message/word_matcher.hpp"

namespace prometheus_express::message {

class Framing {
 public:
  /// Numbers of its fields: whoever finds the names has them in this order. The first is that of a field of one value which
  /// is its user's, as Host is in requests. Expect is in requests only, too (RFC 9110 section 10.1.1).
  enum Field : std::uint8_t {
    own_field,
    content_length_field,
    transfer_encoding_field,
    connection_field,
    expect_field,
  };

  /// Forgets the section. The rest is set when a line begins.
  constexpr void restart() {
    facts_ = 0;
    content_length_ = 0;
  }

  /// A line of field number `field` begins, `WordMatcher::none` for one of another name. False for the second line of a
  /// field that holds one value: a recipient may refuse even two equal lengths (RFC 9110 section 8.6).
  bool begin(std::uint8_t field);

  /// Whether the line belongs to the framing. Otherwise its value may be passed over.
  [[nodiscard]] constexpr bool reading() const { return field_ != WordMatcher::none; }

  /// Takes the next characters of the line's value, white space included. Returns `end`, or the first one that makes the value
  /// malformed. The value of `own_field` is read by its user instead.
  const char* parse(const char* at, const char* end);

  /// The line ends; false when its value is malformed.
  bool end();

  /// What the whole section comes to for a message of HTTP/1.`minor`: 0 if the end of its body can be found,
  /// else the status to refuse a request with. 400 where two readers might see different lengths
  /// (RFC 9112 sections 6.1, 6.3), 501 for an unknown transfer coding.
  [[nodiscard]] std::uint16_t error(std::uint8_t minor) const;

  /// Length of the body as stated, 0 without a statement, `too_long` for what is far beyond any limit.
  [[nodiscard]] constexpr std::uint32_t content_length() const { return content_length_; }
  static constexpr std::uint32_t too_long = 0xFFFFFFFF;

  [[nodiscard]] constexpr bool has_length() const { return has(content_length_seen); }
  [[nodiscard]] constexpr bool chunked() const { return has(chunked_coding); }
  [[nodiscard]] constexpr bool(close)() const { return has(close_option); }
  [[nodiscard]] constexpr bool keep_alive() const { return has(keep_alive_option); }
  [[nodiscard]] constexpr bool expects_continue() const { return has(continue_expected); }
  [[nodiscard]] constexpr bool has_unknown_expectation() const { return has(unknown_expectation); }

 protected:
  [[nodiscard]] constexpr std::uint8_t field() const { return field_; }
  [[nodiscard]] constexpr bool seen(std::uint8_t field) const { return (facts_ & (1U << field)) != 0; }

 private:
  enum Fact : std::uint16_t {
    // That a field was there: 1 << its number.
    content_length_seen = 1U << content_length_field,
    transfer_encoding_seen = 1U << transfer_encoding_field,
    // What it said.
    close_option = 256,
    keep_alive_option = 512,
    chunked_coding = 1024,
    unknown_coding = 2048,
    continue_expected = 4096,
    unknown_expectation = 8192,
  };

  [[nodiscard]] constexpr bool has(Fact fact) const { return (facts_ & fact) != 0; }
  constexpr void set(unsigned fact) { facts_ = static_cast<std::uint16_t>(facts_ | fact); }
  bool next(char c);
  bool end_token();

  // What begins anew with each line or element first: it is set at once.
  bool started_ = false;  // the value, for white space in front of it does not count
  bool gap_ = false;      // white space after the start: nothing may follow it but, in a list, a comma
  WordMatcher token_;
  std::uint8_t field_ = 0;
  std::uint16_t facts_ = 0;
  std::uint32_t content_length_ = 0;
};

inline std::uint16_t Framing::error(std::uint8_t minor) const {
  if (has(transfer_encoding_seen)) {
    if (minor == 0 || has(content_length_seen) || !has(chunked_coding)) {
      return 400;
    }
    if (has(unknown_coding)) {
      return 501;
    }
  }
  return 0;
}

}  // namespace prometheus_express::message
