// The sending half of a connection: heads, bodies and chunks on their way through the output buffer.
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

void Connection::begin_response(const Turn& turn) {
  phase_ = Phase::sending;
  touched_ = turn.now;  // the client has its time to take the answer from here on
  rest_ = Rest::nothing;
  if (bodiless()) {
    response_.clear();
  }
  std::size_t head = response_.well_formed() ? compose() : 0;
  if (head == 0) {
    ++turn.failures;
    say(500);
    head = compose();
  }
  if (bodiless() || (parser_.method_known() && parser_.method() == Method::head)) {
    output_ = front(output_, head);
    rest_ = Rest::nothing;
  }
}

/// RFC 9110 sections 15.3.5 and 15.4.5.
bool Connection::bodiless() const { return response_.code_ == 204 || response_.code_ == 304; }

Head Connection::head(Head::Length length, std::size_t stated) const {
  const auto persistence = closing_                       ? Head::Persistence::close
                           : parser_.minor_version() == 0 ? Head::Persistence::keep_alive
                                                          : Head::Persistence::unsaid;
  return {response_, length, static_cast<std::uint32_t>(stated), persistence};
}

/// Puts the head and as much of the body as fits into the output buffer, so that they leave together. Returns the
/// size of the head; 0 when it does not fit. Where the length is not known beforehand the body is written behind the place
/// of the largest head that it may need, and the head then right in front of it.
std::size_t Connection::compose() {
  using Length = Head::Length;
  const std::span<char> out = response_.buffer_;
  const bool copied = response_.content_ == Response::Content::copied;
  const bool known = copied || response_.content_ == Response::Content::constant;
  std::size_t length = copied ? response_.copied_ : known ? response_.body_.size() : 0;
  Length form = bodiless() ? Length::none : known ? Length::stated : Length::chunked;
  std::size_t before = head(form, length).size();
  std::size_t behind = copied ? length : 0;
  if (!known) {
    before += chunk_size_room;
    behind += line_end.size();
  }
  if (before + behind > out.size()) {
    return 0;
  }

  char* begin = out.data() + before;
  std::size_t size = length;
  if (copied) {
    for (std::size_t at = length; at-- != 0;) {
      begin[at] = out[at];  // further back, so from its end
    }
  } else {
    size = response_.fill(out.subspan(before, out.size() - before - behind));
  }
  char* end = begin + size;
  if (!response_.done()) {
    rest_ = Rest::plain;
  }
  if (!known) {
    length = size;
    form = Length::stated;
    if (rest_ == Rest::plain && parser_.minor_version() == 0) {
      form = Length::closed;
      closing_ = true;
    } else if (rest_ == Rest::plain) {
      form = Length::chunked;
      rest_ = Rest::chunks;
      if (size != 0) {
        begin = put_chunk_size(begin, size);
        end = append(end, line_end);
      }
    }
  }
  const Head head = this->head(form, length);
  before = head.size();
  begin -= before;
  head.write(begin);
  output_ = {begin, end};
  return before;
}

/// Sets the next output, or ends the response when there is none.
void Connection::refill(const Turn& turn) {
  if (rest_ == Rest::nothing) {
    end_response(turn);
    return;
  }
  const std::span<char> out = response_.buffer_;
  char* begin = out.data();
  std::size_t room = out.size();
  if (rest_ == Rest::chunks) {
    begin += chunk_size_room;
    room -= chunk_size_room + line_end.size() + last_chunk.size();
  }
  const std::size_t size = response_.fill({begin, room});
  char* end = begin + size;
  if (rest_ == Rest::chunks) {
    if (size != 0) {
      begin = put_chunk_size(begin, size);
      end = append(end, line_end);
    }
    if (response_.done()) {
      end = append(end, last_chunk);
    }
  }
  if (response_.done()) {
    rest_ = Rest::nothing;
  }
  output_ = {begin, end};
}

void Connection::end_response(const Turn& turn) {
  touched_ = turn.now;
  if (!closing_) {
    parser_.start();
    phase_ = Phase::reading;
  } else if (ended_) {
    close(turn);
  } else {
    turn.transport.finish(turn.slot);
    phase_ = Phase::draining;
  }
}

}  // namespace prometheus_express::http
