// Reads the first line of a request (RFC 9112 section 3) from bytes as they arrive: `GET /metrics HTTP/1.1`.
#pragma once

#include <cstdint>

#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/request_storage.hpp"
#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/word_matcher.hpp"

namespace prometheus_express::http {

class RequestLine {
 public:
  /// Awaits a line. One empty line in front of it is ignored (RFC 9112 section 2.2).
  void start();

  /// Reads from `at`, which is before `end`, to the line's end at most, and puts the target into `storage`, where nothing
  /// else is yet. Returns where it stopped.
  const char* parse(const char* at, const char* end, RequestStorage& storage);

  /// True once the first byte of the line was read.
  [[nodiscard]] constexpr bool begun() const { return state_ > State::method_start; }

  /// True once the line has ended.
  [[nodiscard]] constexpr bool complete() const { return state_ == State::complete; }

  /// True when it is none that can be taken.
  [[nodiscard]] constexpr bool failed() const { return state_ == State::failed; }

  /// The status to refuse the request with then: 400, 414 or 505.
  [[nodiscard]] constexpr std::uint16_t error() const {
    return static_cast<std::uint16_t>(no_error + error_);
  }

  static constexpr std::uint16_t no_error = 399;  // statuses are kept as what they are above it, in a byte

  // Once it is complete:

  /// False when the method is none of `method_names`. The target was then not looked at.
  [[nodiscard]] constexpr bool method_known() const { return method_ < method_count; }
  [[nodiscard]] constexpr Method method() const { return static_cast<Method>(method_); }

  /// 0 for HTTP/1.0, more for HTTP/1.1 and what follows it.
  [[nodiscard]] constexpr std::uint8_t minor_version() const { return minor_; }

  /// True when there was no room for the query: of it then nothing is kept, and nothing was looked at but where it ends.
  [[nodiscard]] constexpr bool query_dropped() const { return query_dropped_; }

 private:
  enum class State : std::uint8_t {
    start,
    method_start,  // behind an empty line
    empty_line_feed,
    method,
    target,
    version,
    complete,
    failed,
  };

  static constexpr char version_text[] = "HTTP/0.0\r\n";  // each 0 stands for any digit
  static constexpr std::uint8_t major_place = 5;

  void read_method(char c);
  void read_target(char c, RequestStorage& storage);
  void read_version(char c);
  void fail(std::uint16_t status);
  alignas(4) State state_ = State::start;  // so that four are set at once
  std::uint8_t method_ = 0;
  std::uint8_t minor_ = 0;
  std::uint8_t position_ = 0;  // in the version
  bool query_dropped_ = false;
  std::uint8_t error_ = 0;     // what the status is above no_error
  message::WordMatcher word_;  // the method
};

// Here since each has one caller, into which it is inlined: calls would take more flash.

inline void RequestLine::start() {
  state_ = State::start;
  method_ = 0;
  minor_ = 0;
  position_ = 0;
  query_dropped_ = false;
  error_ = 0;
  word_ = message::WordMatcher(method_count);
}

inline const char* RequestLine::parse(const char* at, const char* end, RequestStorage& storage) {
  do {
    const char c = *at++;
    switch (state_) {
      case State::start:
        if (c == '\r') {
          state_ = State::empty_line_feed;
          continue;
        }
        [[fallthrough]];
      case State::method_start:
        state_ = State::method;
        [[fallthrough]];
      case State::method:
        read_method(c);
        continue;
      case State::target:
        read_target(c, storage);
        continue;
      case State::version:
        read_version(c);
        continue;
      case State::empty_line_feed:
      case State::complete:
      case State::failed:
        break;
    }
    // The empty line's end.
    state_ = State::method_start;
    if (c != '\n') {
      fail(400);
    }
  } while (at != end && state_ < State::complete);
  return at;
}

inline void RequestLine::read_method(char c) {
  if (c == ' ' && !word_.empty()) {
    method_ = word_.found(method_names);
    state_ = State::target;
  } else if (message::token_characters.contains(c)) {
    word_.next(method_names, c);
  } else {
    fail(400);
  }
}

inline void RequestLine::read_target(char c, RequestStorage& storage) {
  const bool ends = c == ' ' && !storage.empty();
  if (ends) {
    c = '\0';
    state_ = State::version;
  } else if (!message::is_visible(c)) {
    return fail(400);
  }
  if (!query_dropped_ && !storage.put(c)) {
    query_dropped_ = storage.drop_query();
    if (!query_dropped_) {
      return fail(414);
    }
  }
  if (ends && !(method_known() ? storage.take_target(method()) : storage.drop_target())) {
    fail(400);
  }
}

inline void RequestLine::read_version(char c) {
  const std::uint8_t place = position_++;
  const char expected = version_text[place];
  const auto above = static_cast<std::uint8_t>(c - expected);
  if (above > (expected == '0' ? 9 : 0)) {
    return fail(400);
  }
  if (expected == '0') {
    if (place == major_place && above != 1) {
      error_ = 505 - no_error;
    }
    minor_ = above;
  }
  if (c == '\n') {
    state_ = error_ == 0 ? State::complete : State::failed;
  }
}

inline void RequestLine::fail(std::uint16_t status) {
  error_ = static_cast<std::uint8_t>(status - no_error);
  state_ = State::failed;
}

}  // namespace prometheus_express::http
