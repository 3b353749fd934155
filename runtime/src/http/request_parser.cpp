#include "prometheus_express/http/request_parser.hpp"

#include "characters.hpp"
#include "prometheus_express/http/target.hpp"
#include "text.hpp"

namespace prometheus_express::http {
namespace {

constexpr std::string_view version_text = "HTTP/1.1";
constexpr std::uint8_t major_place = 5;
constexpr std::uint8_t minor_place = 7;

constexpr std::uint16_t longest_method = 7;

constexpr std::uint32_t largest_body = 0x0FFFFFFF;  // so that one hexadecimal digit more still fits 32 bits

}  // namespace

void RequestParser::attach(std::span<char> storage, std::uint16_t header_bytes) {
  *this = RequestParser();
  storage_ = storage;
  header_bytes_ = header_bytes;
}

void RequestParser::start() { attach(storage_, header_bytes_); }

RequestParser::Event RequestParser::next(std::string_view& input) {
  if (state_ == State::failed) {
    return Event::error;
  }
  if (state_ == State::complete) {
    return Event::complete;
  }
  if (state_ == State::head_done) {
    remaining_ = framing_.content_length();
    state_ = framing_.chunked() ? State::chunk_size_start
             : remaining_ != 0  ? State::content
                                : State::complete;
    if (state_ == State::complete) {
      return Event::complete;
    }
  }
  while (!input.empty()) {
    if (state_ == State::content || state_ == State::chunk_data) {
      body_part_ = front(input, smaller(remaining_, input.size()));
      input.remove_prefix(body_part_.size());
      remaining_ -= static_cast<std::uint32_t>(body_part_.size());
      if (remaining_ == 0) {
        state_ = state_ == State::content ? State::complete : State::chunk_data_return;
      }
      return Event::body;
    }
    const char c = input.front();
    input.remove_prefix(1);
    if (const Event event = read(c); event != Event::more) {
      return event;
    }
  }
  return Event::more;
}

bool RequestParser::limit_body(std::uint32_t bytes) {
  body_limit_ = bytes < largest_body ? bytes : largest_body;
  return framing_.content_length() <= bytes;
}

RequestParser::Event RequestParser::read(char c) {
  if (state_ >= State::chunk_size_start) {
    return read_chunk_framing(c);
  }
  if (count() == Event::error) {
    return Event::error;
  }
  return state_ < State::field_start ? read_request_line(c) : read_field(c);
}

RequestParser::Event RequestParser::read_request_line(char c) {
  switch (state_) {
    case State::start:
      if (c == '\r' && !empty_line_) {
        empty_line_ = true;
        state_ = State::empty_line_feed;
        return Event::more;
      }
      state_ = State::method;
      [[fallthrough]];
    case State::method:
      if (c == ' ' && stored_ != 0) {
        end_method();
        state_ = State::target;
        return Event::more;
      }
      if (!token_characters.contains(c)) {
        return fail(400);
      }
      if (stored_ <= longest_method && !store(c)) {
        return fail(414);
      }
      return Event::more;
    case State::target:
      if (c == ' ' && stored_ != 0) {
        return end_target();
      }
      if (!is_visible(c)) {
        return fail(400);
      }
      return store(c) ? Event::more : fail(414);
    case State::version:
      if (position_ == version_text.size()) {
        return expect(c, '\r', State::line_feed);
      }
      if (position_ == major_place || position_ == minor_place) {
        if (!is_digit(c)) {
          return fail(400);
        }
        if (position_ == major_place && c != '1') {
          error_ = 505;
        }
        minor_ = static_cast<std::uint8_t>(c - '0');
      } else if (c != version_text[position_]) {
        return fail(400);
      }
      ++position_;
      return Event::more;
    case State::line_feed:
      if (c != '\n') {
        return fail(400);
      }
      if (error_ != 0) {
        return fail(error_);
      }
      state_ = State::field_start;
      return Event::request_line;
    default:
      return expect(c, '\n', State::start);
  }
}

void RequestParser::end_method() {
  method_ = static_cast<std::uint8_t>(find(method_names, {storage_.data(), stored_}));
  stored_ = 0;
}

RequestParser::Event RequestParser::end_target() {
  state_ = State::version;
  if (method_known()) {
    const Target target = take_apart_target(storage_.first(stored_), method());
    if (!target.valid) {
      return fail(400);
    }
    path_size_ = target.path;
    query_size_ = target.query;
  } else if (storage_[0] == '*') {
    return fail(400);  // the opening of HTTP/2 looks like this (RFC 9113 section 3.4)
  }
  stored_ = static_cast<std::uint16_t>(path_size_ + query_size_);
  return Event::more;
}

RequestParser::Event RequestParser::read_chunk_framing(char c) {
  const unsigned digit = hexadecimal(c);
  switch (state_) {
    case State::chunk_size_start:
      remaining_ = 0;
      if (digit > 15) {
        return fail(400);
      }
      state_ = State::chunk_size;
      [[fallthrough]];
    case State::chunk_size:
      if (digit < 16) {
        remaining_ = remaining_ * 16 + digit;
        if (remaining_ > body_limit_) {
          return fail(413);
        }
        return remaining_ != 0 ? Event::more : count();
      }
      [[fallthrough]];
    case State::chunk_size_space:
      if (is_space(c)) {
        state_ = State::chunk_size_space;
        return count();
      }
      if (c == ';') {
        state_ = State::chunk_extension;
        return count();
      }
      return state_ == State::chunk_size ? expect(c, '\r', State::chunk_size_line_feed) : fail(400);
    case State::chunk_extension:
      if (c == '\r') {
        state_ = State::chunk_size_line_feed;
        return Event::more;
      }
      return is_field_content(c) ? count() : fail(400);
    case State::chunk_size_line_feed:
      trailer_ = remaining_ == 0;
      body_limit_ -= remaining_;
      return expect(c, '\n', trailer_ ? State::field_start : State::chunk_data);
    case State::chunk_data_return:
      return expect(c, '\r', State::chunk_data_line_feed);
    default:
      return expect(c, '\n', State::chunk_size_start);
  }
}

RequestParser::Event RequestParser::fail(std::uint16_t status) {
  error_ = status;
  state_ = State::failed;
  return Event::error;
}

RequestParser::Event RequestParser::expect(char c, char expected, State next) {
  if (c != expected) {
    return fail(400);
  }
  state_ = next;
  return Event::more;
}

RequestParser::Event RequestParser::count() { return ++read_ > header_bytes_ ? fail(431) : Event::more; }

bool RequestParser::store(char c) {
  if (stored_ == storage_.size()) {
    return false;
  }
  storage_[stored_++] = c;
  return true;
}

}  // namespace prometheus_express::http
