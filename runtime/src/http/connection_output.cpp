// The sending half of a connection: heads, bodies and chunks on their way through the output buffer.
#include <cstring>

#include "prometheus_express/http/connection.hpp"
#include "text.hpp"

namespace prometheus_express::http {
namespace {

constexpr std::size_t chunk_size_room = 6;  // "ffff\r\n"
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view last_chunk = "0\r\n\r\n";

/// Writes a chunk's size line right in front of its data; returns where it starts.
char* put_chunk_size(char* data, std::size_t size) {
  *--data = '\n';
  *--data = '\r';
  for (; size != 0; size >>= 4U) {
    *--data = "0123456789abcdef"[size & 15U];
  }
  return data;
}

}  // namespace

void Connection::begin_response() {
  phase_ = Phase::sending;
  rest_ = Rest::nothing;
  const bool bodiless = response_.code_ == 204 || response_.code_ == 304;
  if (bodiless) {
    response_.clear();
  }
  std::size_t head = response_.well_formed() ? compose() : 0;
  if (head == 0) {
    say(500);
    head = compose();
  }
  if (bodiless || (parser_.method_known() && parser_.method() == Method::head)) {
    output_ = front(output_, head);
    rest_ = Rest::nothing;
  }
}

Head Connection::head(Head::Length length, std::size_t stated) const {
  const auto persistence = closing_                       ? Head::Persistence::close
                           : parser_.minor_version() == 0 ? Head::Persistence::keep_alive
                                                          : Head::Persistence::unsaid;
  return {response_, length, static_cast<std::uint32_t>(stated), persistence};
}

/// Puts the head and as much of the body as fits into the output buffer, so that they leave together. Returns
/// the size of the head; 0 when it does not fit.
std::size_t Connection::compose() {
  if (response_.content_ == Response::Content::page) {
    return compose_page();
  }
  const std::span<char> out = response_.buffer_;
  const bool copied = response_.content_ == Response::Content::copied;
  const std::size_t length = copied ? response_.copied_ : response_.body_.size();
  const bool none = response_.code_ == 204;  // RFC 9110 section 8.6: no Content-Length
  const Head head = this->head(none ? Head::Length::none : Head::Length::stated, length);
  const std::size_t size = head.size();
  if (size + (copied ? length : 0) > out.size()) {
    return 0;
  }
  const std::size_t first = smaller(length, out.size() - size);
  if (copied) {
    std::memmove(out.data() + size, out.data(), first);
  } else {
    append(out.data() + size, front(response_.body_, first));
    response_.body_.remove_prefix(first);
    rest_ = Rest::constant;
  }
  head.write(out.data());
  output_ = {out.data(), size + first};
  return size;
}

/// The same for a page. Whether it fits is seen by rendering it behind the place of the largest head that it
/// may need: the head is then written right in front of it.
std::size_t Connection::compose_page() {
  const std::span<char> out = response_.buffer_;
  const std::size_t front = head(Head::Length::chunked, 0).size() + chunk_size_room;
  if (front + line_end.size() > out.size()) {
    return 0;
  }
  const std::size_t room = out.size() - front - line_end.size();
  const std::size_t size = response_.renderer_.fill(out.subspan(front, room));
  char* begin = out.data() + front;
  char* end = begin + size;
  auto length = Head::Length::stated;
  if (size == room && !response_.renderer_.done()) {
    if (parser_.minor_version() == 0) {
      length = Head::Length::closed;
      closing_ = true;
      rest_ = Rest::plain;
    } else {
      length = Head::Length::chunked;
      rest_ = Rest::chunks;
      if (size != 0) {
        begin = put_chunk_size(begin, size);
        end = append(end, line_end);
      }
    }
  }
  const Head head = this->head(length, size);
  const std::size_t head_size = head.size();
  begin -= head_size;
  head.write(begin);
  output_ = {begin, end};
  return head_size;
}

/// Sets the next output, or ends the response when there is none.
void Connection::refill(const Turn& turn) {
  const std::span<char> out = response_.buffer_;
  switch (rest_) {
    case Rest::nothing:
      end_response(turn);
      return;
    case Rest::constant:
      output_ = response_.body_;
      rest_ = Rest::nothing;
      return;
    case Rest::plain:
      output_ = {out.data(), response_.renderer_.fill(out)};
      if (output_.empty()) {
        rest_ = Rest::nothing;
      }
      return;
    case Rest::chunks: {
      const std::size_t room = out.size() - chunk_size_room - line_end.size() - last_chunk.size();
      char* begin = out.data() + chunk_size_room;
      const std::size_t size = response_.renderer_.fill({begin, room});
      char* end = begin + size;
      if (size != 0) {
        begin = put_chunk_size(begin, size);
        end = append(end, line_end);
      }
      if (size < room || response_.renderer_.done()) {
        end = append(end, last_chunk);
        rest_ = Rest::nothing;
      }
      output_ = {begin, end};
      return;
    }
  }
}

void Connection::end_response(const Turn& turn) {
  touched_ = turn.now;
  if (!closing_) {
    parser_.start();
    phase_ = Phase::reading;
  } else if (ended_) {
    turn.transport.close(turn.slot);
    release();
  } else {
    turn.transport.finish(turn.slot);
    phase_ = Phase::draining;
  }
}

}  // namespace prometheus_express::http
