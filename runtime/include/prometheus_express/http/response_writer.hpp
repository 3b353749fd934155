// Sends responses through a connection's output buffer: head, body and the chunks around it, a piece at a time.
//
//   handler(…, writer.response());
//   writer.begin(Persistence::implied, true, head_only);
//   do { while (writer.pending()) { writer.send(transport, slot); } } while (writer.next_piece());
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/reason.hpp"
#include "prometheus_express/http/response.hpp"
#include "prometheus_express/http/response_head.hpp"
#include "prometheus_express/message/chunk.hpp"
#include "prometheus_express/message/text.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

/// Of the parts, it knows `handlers`, `pieces`, `phrases` and `index`, with which there are `pieces` too.
template <Parts parts>
class ResponseWriter {
 public:
  constexpr ResponseWriter() = default;

  /// Begins with a new client. Responses are composed in `buffer`, pages rendered with `snapshot`.
  void open(std::span<char> buffer, Snapshot snapshot);

  /// Where the buffer ends.
  [[nodiscard]] constexpr char* buffer_end() const {
    return response_.buffer_.data() + response_.buffer_.size();
  }

  /// Makes the response to the next request an empty one.
  void restart() { response_.restart(); }

  /// For handlers to fill, until `begin`.
  [[nodiscard]] Response& response() { return response_; }
  [[nodiscard]] constexpr std::uint16_t status() const { return response_.code_; }

  /// Replaces the response by the server's own one of this status. `allowed` are the methods of the path, a bit each, for
  /// those that say them.
  void replace(std::uint16_t code, std::uint8_t allowed = 0);

  /// Sends 100 (Continue) in front of the response.
  void send_continue() { output_ = "HTTP/1.1 100 Continue\r\n\r\n"; }

  /// Begins to send the response; of the answer to HEAD, its head. `chunks`: the client understands them. False where
  /// it cannot be sent, and a 500 is.
  bool begin(Persistence persistence, bool chunks, bool head_only);

  /// Behind `begin`: true where the end of the body is told by that of the connection.
  [[nodiscard]] constexpr bool ends_with_connection() const { return rest_ == Rest::until_close; }

  /// True while there are bytes to send.
  [[nodiscard]] constexpr bool pending() const { return !output_.empty(); }

  /// Hands to the transport what it takes of them.
  transport::Transfer send_some(transport::Transport& transport, transport::Slot slot);

  /// Once they are sent: the next ones. False when the response is complete.
  bool next_piece();

 private:
  /// What of the body comes behind the output.
  enum class Rest : std::uint8_t { nothing, plain, chunks, until_close };

  [[nodiscard]] bool has_no_content() const;
  [[nodiscard]] ResponseHead<parts> head(Persistence persistence, BodyEnd end,
                                         std::size_t content_length) const;
  std::size_t compose(Persistence persistence, bool chunks);
  std::size_t compose_whole(Persistence persistence);
  std::size_t compose_piece(Persistence persistence, bool chunks);
  std::size_t fill(std::span<char> out);
  [[nodiscard]] bool done() const;

  Rest rest_ = Rest::nothing;
  std::string_view output_;
  Response response_{Response::Content::copied, 0};
};

template <Parts parts>
void ResponseWriter<parts>::open(std::span<char> buffer, Snapshot snapshot) {
  response_.buffer_ = buffer;
  response_.snapshot_ = snapshot;
  restart();  // for an error before the head
  output_ = {};
}

template <Parts parts>
// Inlined into each caller, it would take more flash.
[[gnu::noinline]] void ResponseWriter<parts>::replace(std::uint16_t code, std::uint8_t allowed) {
  response_.restart(code);
  if (code == 405 || code == 204) {
    response_.allow_ = allowed;
  }
  if constexpr (parts.phrases) {
    if (code != 204) {
      response_.type("text/plain; charset=utf-8");
      response_.content_ = Response::Content::constant;
      response_.body_ = reason(code);
    }
  }
}

template <Parts parts>
bool ResponseWriter<parts>::begin(Persistence persistence, bool chunks, bool head_only) {
  bool valid = true;
  if constexpr (parts.handlers) {
    if (has_no_content()) {
      response_.clear();
    }
    valid = response_.valid();
  }
  std::size_t head = 0;
  bool sound = true;
  while (!valid || (head = compose(persistence, chunks)) == 0) {
    replace(500);
    valid = true;
    sound = false;
  }
  if (head_only) {
    output_ = message::front(output_, head);
    if constexpr (parts.pieces) {
      rest_ = Rest::nothing;
    }
  }
  return sound;
}

template <Parts parts>
transport::Transfer ResponseWriter<parts>::send_some(transport::Transport& transport, transport::Slot slot) {
  const transport::Transfer sent = transport.offer(slot, output_);
  output_.remove_prefix(sent.bytes);
  return sent;
}

/// RFC 9110 sections 15.3.5 and 15.4.5.
template <Parts parts>
bool ResponseWriter<parts>::has_no_content() const {
  return response_.code_ == 204 || (parts.handlers && response_.code_ == 304);
}

template <Parts parts>
ResponseHead<parts> ResponseWriter<parts>::head(Persistence persistence, BodyEnd end,
                                                std::size_t content_length) const {
  return {response_, end, static_cast<std::uint32_t>(content_length), persistence};
}

template <Parts parts>
std::size_t ResponseWriter<parts>::fill(std::span<char> out) {
  if constexpr (parts.handlers || parts.phrases || parts.has_index()) {
    return response_.content_ == Response::Content::copied ? 0 : response_.fill(out);
  } else {
    return response_.content_ == Response::Content::page ? response_.renderer_.fill(out) : 0;
  }
}

template <Parts parts>
bool ResponseWriter<parts>::done() const {
  if constexpr (parts.handlers || parts.phrases || parts.has_index()) {
    return response_.done();
  } else {
    return response_.content_ != Response::Content::page || response_.renderer_.done();
  }
}

/// Puts the head and as much of the body as fits into the output buffer, so that they leave together. Returns the
/// size of the head; 0 when it does not fit, or the body must and does not.
template <Parts parts>
std::size_t ResponseWriter<parts>::compose(Persistence persistence, bool chunks) {
  if constexpr (parts.handlers || parts.pieces) {
    return compose_piece(persistence, chunks);
  } else {
    return compose_whole(persistence);
  }
}

/// The body first, behind the room that the largest head takes, since only then its length is known.
template <Parts parts>
std::size_t ResponseWriter<parts>::compose_whole(Persistence persistence) {
  const std::span<char> out = response_.buffer_;
  char* const body = out.data() + largest_head_of_pages<parts>;
  std::size_t size = 0;
  if (parts.phrases || response_.content_ == Response::Content::page) {
    const std::span<char> room = {body, out.data() + out.size()};
    size = parts.phrases ? fill(room) : response_.renderer_.fill(room);
    if (parts.phrases ? !done() : !response_.renderer_.done()) {
      return 0;
    }
  }
  const std::size_t before =
      head(persistence, has_no_content() ? BodyEnd::no_body : BodyEnd::content_length, size)
          .write_to(out.data());
  char* begin = body;
  for (std::size_t at = before; at-- != 0;) {
    *--begin = out[at];
  }
  output_ = {begin, before + size};
  return before;
}

/// Where the length is not known beforehand the body is written behind the place of the largest head that it may need, and
/// the head then right in front of it.
template <Parts parts>
std::size_t ResponseWriter<parts>::compose_piece(Persistence persistence, bool chunks) {
  rest_ = Rest::nothing;
  const std::span<char> out = response_.buffer_;
  const bool copied = response_.content_ == Response::Content::copied;
  const bool known = copied || response_.content_ == Response::Content::constant;
  std::size_t length = copied ? response_.copied_ : known ? response_.body_.size() : 0;
  BodyEnd body_end = has_no_content() ? BodyEnd::no_body : known ? BodyEnd::content_length : BodyEnd::chunks;
  std::size_t before = head(persistence, body_end, length).size();
  std::size_t behind = copied ? length : 0;
  if (!known) {
    before += message::chunk_size_room;
    behind += message::line_end.size();
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
    size = fill(out.subspan(before, out.size() - before - behind));
  }
  char* end = begin + size;
  if (!done()) {
    if constexpr (!parts.pieces) {
      return 0;
    }
    rest_ = Rest::plain;
  }
  if (!known) {
    length = size;
    body_end = BodyEnd::content_length;
    if (rest_ == Rest::plain && !chunks) {
      body_end = BodyEnd::connection;
      rest_ = Rest::until_close;
      persistence = Persistence::close;
    } else if (rest_ == Rest::plain) {
      body_end = BodyEnd::chunks;
      rest_ = Rest::chunks;
      if (size != 0) {
        begin = message::put_chunk_size(begin, size);
        end = message::append(end, message::line_end);
      }
    }
  }
  const ResponseHead<parts> head = this->head(persistence, body_end, length);
  before = head.size();
  begin -= before;
  head.write_to(begin);
  output_ = {begin, end};
  return before;
}

template <Parts parts>
bool ResponseWriter<parts>::next_piece() {
  if (!parts.pieces || rest_ == Rest::nothing) {
    return false;
  }
  const std::span<char> out = response_.buffer_;
  char* begin = out.data();
  std::size_t room = out.size();
  if (rest_ == Rest::chunks) {
    begin += message::chunk_size_room;
    room -= message::chunk_size_room + message::line_end.size() + message::last_chunk.size();
  }
  const std::size_t size = fill({begin, room});
  const bool last = done();
  char* end = begin + size;
  if (rest_ == Rest::chunks) {
    if (size != 0) {
      begin = message::put_chunk_size(begin, size);
      end = message::append(end, message::line_end);
    }
    if (last) {
      end = message::append(end, message::last_chunk);
    }
  }
  if (last) {
    rest_ = Rest::nothing;
  }
  output_ = {begin, end};
  return true;
}

}  // namespace prometheus_express::http
