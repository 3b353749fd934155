#include "prometheus_express/message/framing.hpp"

#include "prometheus_express/message/characters.hpp"

namespace prometheus_express::message {
namespace {

enum Token : std::uint8_t { close_token, keep_alive_token, chunked_token, continue_token };
constexpr char tokens[4][13] = {"close", "keep-alive", "chunked", "100-continue"};
constexpr WordMatcher any_token(4);

constexpr bool is_list(std::uint8_t field) { return field > Framing::content_length_field; }

}  // namespace

bool Framing::begin(std::uint8_t field) {
  field_ = field;
  started_ = false;
  gap_ = false;
  token_ = any_token;
  if (!reading()) {
    return true;
  }
  if (!is_list(field) && seen(field)) {
    return false;
  }
  set(1U << field);
  return true;
}

const char* Framing::parse(const char* at, const char* end) {
  while (at != end && next(*at)) {
    ++at;
  }
  return at;
}

inline bool Framing::next(char c) {
  if (is_space(c)) {
    gap_ = started_;
    return true;
  }
  if (is_list(field_)) {
    if (c == ',') {
      return end_token();
    }
    started_ = true;
    if (gap_) {
      token_.invalidate();
    } else {
      token_.next(tokens, folded(c));
    }
    return true;
  }
  if (gap_) {
    return false;
  }
  started_ = true;
  if (!is_digit(c)) {
    return false;
  }
  const auto digit = static_cast<std::uint32_t>(c - '0');
  content_length_ = content_length_ < too_long / 16 ? content_length_ * 10 + digit : too_long;
  return true;
}

bool Framing::end() { return is_list(field_) ? end_token() : started_ || field_ != content_length_field; }

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
    if (token <= keep_alive_token) {
      static_assert(close_option << close_token == close_option &&
                    close_option << keep_alive_token == keep_alive_option);
      set(unsigned{close_option} << token);
    }
  } else if (field_ == expect_field) {
    set(token == continue_token ? continue_expected : unknown_expectation);
  } else {
    // Chunked comes last and once (RFC 9112 section 6.1).
    if (has(chunked_coding)) {
      return false;
    }
    set(token == chunked_token ? chunked_coding : unknown_coding);
  }
  return true;
}

}  // namespace prometheus_express::message
