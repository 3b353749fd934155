#include "prometheus_express/http/framing.hpp"

#include "prometheus_express/http/definitions/characters.hpp"

namespace prometheus_express::http {
namespace {

enum FieldNumber : std::uint8_t { host_field, length_field, coding_field, connection_field, expect_field };

enum Token : std::uint8_t { close_token, keep_alive_token, chunked_token, continue_token };
constexpr char tokens[4][13] = {"close", "keep-alive", "chunked", "100-continue"};
constexpr WordMatcher any_token(4);

}  // namespace

bool Framing::begin(std::uint8_t field) {
  field_ = field;
  started_ = false;
  gap_ = false;
  token_ = any_token;
  if (!reading()) {
    return true;
  }
  const auto seen = static_cast<Fact>(1U << field);
  if (field <= length_field && has(seen)) {
    return false;
  }
  note(seen);
  return true;
}

bool Framing::next(char c) {
  if (is_space(c)) {
    gap_ = started_;
    return true;
  }
  if (field_ > length_field) {
    if (c == ',') {
      return end_token();
    }
    started_ = true;
    if (gap_) {
      token_.spoil();
    } else {
      token_.next(tokens, folded(c));
    }
    return true;
  }
  if (gap_) {
    return false;
  }
  started_ = true;
  if (field_ == host_field) {
    return host_.next(c);
  }
  if (!is_digit(c)) {
    return false;
  }
  const auto digit = static_cast<std::uint32_t>(c - '0');
  content_length_ = content_length_ < too_long / 16 ? content_length_ * 10 + digit : too_long;
  return true;
}

bool Framing::end() {
  if (field_ == host_field) {
    return host_.complete();
  }
  if (field_ == length_field) {
    return started_;
  }
  return end_token();
}

/// Takes one element of a list; empty ones are ignored (RFC 9110 section 5.6.1.2).
bool Framing::end_token() {
  if (token_.empty()) {
    return true;
  }
  const std::uint8_t token = token_.found(tokens);
  token_ = any_token;
  started_ = false;
  gap_ = false;
  if (field_ == connection_field) {
    if (token == close_token) {
      note(close_asked);
    }
    if (token == keep_alive_token) {
      note(keep_alive_asked);
    }
  } else if (field_ == expect_field) {
    note(token == continue_token ? continue_expected : unknown_expectation);
  } else {
    // Chunked comes last and once (RFC 9112 section 6.1).
    if (has(chunked_coding)) {
      return false;
    }
    note(token == chunked_token ? chunked_coding : unknown_coding);
  }
  return true;
}

std::uint16_t Framing::verdict(std::uint8_t minor) const {
  if (minor != 0 && !has(host_seen)) {
    return 400;
  }
  if (has(transfer_encoding_seen)) {
    if (minor == 0 || has(content_length_seen) || !has(chunked_coding)) {
      return 400;
    }
    if (has(unknown_coding)) {
      return 501;
    }
  }
  return minor != 0 && has(unknown_expectation) ? 417 : 0;
}

}  // namespace prometheus_express::http
