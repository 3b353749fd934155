// The sending half of a connection: heads, bodies and chunks on their way through the output buffer.
#pragma once

#include "prometheus_express/http/connection.hpp"
#include "prometheus_express/http/definitions/text.hpp"

namespace prometheus_express::http {
namespace serving {

inline constexpr std::size_t chunk_size_room = 6;  // "ffff\r\n"
/// Where there are pages only. With phrases the longest is that of a 405, which has Content-Type, Allow, Content-Length and
/// Connection: 142 bytes. Without, and so without bodies of errors, it is that of a page: 121.
template <Parts parts>
inline constexpr std::size_t largest_head = parts.phrases ? 160 : 128;

inline constexpr std::string_view line_end = "\r\n";
inline constexpr std::string_view last_chunk = "0\r\n\r\n";

/// Writes a chunk's size line right in front of its data; returns where it starts.
inline char* put_chunk_size(char* data, std::size_t size) {
  *--data = '\n';
  *--data = '\r';
  for (; size != 0; size >>= 4U) {
    *--data = "0123456789abcdef"[size & 15U];
  }
  return data;
}

}  // namespace serving

template <Parts parts>
void BasicConnection<parts>::begin_response(Turn& turn) {
  phase_ = Phase::sending;
  touched_ = turn.now;  // the client has its time to take the answer from here on
  bool sound = true;
  if constexpr (parts.handlers) {
    if (bodiless()) {
      response_.clear();
    }
    sound = response_.well_formed();
  }
  std::size_t head = sound ? compose() : 0;
  if (head == 0) {
    ++turn.failures;
    say(500);
    head = compose();
  }
  if constexpr (parts.counts) {
    turn.routes.count(turn.routes.application, response_.code_);
  }
  if (bodiless() || (parser_.method_known() && parser_.method() == Method::head)) {
    output_ = front(output_, head);
    rest_ = Rest::nothing;
  }
}

/// RFC 9110 sections 15.3.5 and 15.4.5.
template <Parts parts>
bool BasicConnection<parts>::bodiless() const {
  return response_.code_ == 204 || (parts.handlers && response_.code_ == 304);
}

template <Parts parts>
BasicHead<parts> BasicConnection<parts>::head(HeadTerms::Length length, std::size_t stated) const {
  const auto persistence = closing_                       ? Head::Persistence::close
                           : parser_.minor_version() == 0 ? Head::Persistence::keep_alive
                                                          : Head::Persistence::unsaid;
  return {response_, length, static_cast<std::uint32_t>(stated), persistence};
}

template <Parts parts>
std::size_t BasicConnection<parts>::fill(std::span<char> out) {
  if constexpr (parts.handlers || parts.phrases) {
    return response_.content_ == Response::Content::copied ? 0 : response_.fill(out);
  } else {
    return response_.content_ == Response::Content::page ? response_.renderer_.fill(out) : 0;
  }
}

template <Parts parts>
bool BasicConnection<parts>::done() const {
  if constexpr (parts.handlers || parts.phrases) {
    return response_.done();
  } else {
    return response_.content_ != Response::Content::page || response_.renderer_.done();
  }
}

/// Puts the head and as much of the body as fits into the output buffer, so that they leave together. Returns the
/// size of the head; 0 when it does not fit, or the body must and does not. Where the length is not known beforehand the
/// body is written behind the place of the largest head that it may need, and the head then right in front of it.
template <Parts parts>
std::size_t BasicConnection<parts>::compose() {
  if constexpr (parts.handlers || parts.pieces) {
    return compose_pieces();
  }
  // The body first, behind the room that the largest head takes, since only then its length is known.
  const std::span<char> out = response_.buffer_;
  char* const body = out.data() + serving::largest_head<parts>;
  const std::size_t size = fill({body, out.data() + out.size()});
  if (!done()) {
    return 0;
  }
  const std::size_t before =
      head(bodiless() ? HeadTerms::Length::none : HeadTerms::Length::stated, size).write(out.data());
  char* begin = body;
  for (std::size_t at = before; at-- != 0;) {
    *--begin = out[at];
  }
  output_ = {begin, before + size};
  return before;
}

template <Parts parts>
std::size_t BasicConnection<parts>::compose_pieces() {
  using Length = HeadTerms::Length;
  rest_ = Rest::nothing;
  const std::span<char> out = response_.buffer_;
  const bool copied = response_.content_ == Response::Content::copied;
  const bool known = copied || response_.content_ == Response::Content::constant;
  std::size_t length = copied ? response_.copied_ : known ? response_.body_.size() : 0;
  Length form = bodiless() ? Length::none : known ? Length::stated : Length::chunked;
  std::size_t before = head(form, length).size();
  std::size_t behind = copied ? length : 0;
  if (!known) {
    before += serving::chunk_size_room;
    behind += serving::line_end.size();
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
    form = Length::stated;
    if (rest_ == Rest::plain && parser_.minor_version() == 0) {
      form = Length::closed;
      closing_ = true;
    } else if (rest_ == Rest::plain) {
      form = Length::chunked;
      rest_ = Rest::chunks;
      if (size != 0) {
        begin = serving::put_chunk_size(begin, size);
        end = append(end, serving::line_end);
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
template <Parts parts>
void BasicConnection<parts>::refill(Turn& turn) {
  if constexpr (parts.pieces) {
    if (rest_ != Rest::nothing) {
      next_piece();
      return;
    }
  }
  end_response(turn);
}

template <Parts parts>
void BasicConnection<parts>::next_piece() {
  const std::span<char> out = response_.buffer_;
  char* begin = out.data();
  std::size_t room = out.size();
  if (rest_ == Rest::chunks) {
    begin += serving::chunk_size_room;
    room -= serving::chunk_size_room + serving::line_end.size() + serving::last_chunk.size();
  }
  const std::size_t size = fill({begin, room});
  const bool last = done();
  char* end = begin + size;
  if (rest_ == Rest::chunks) {
    if (size != 0) {
      begin = serving::put_chunk_size(begin, size);
      end = append(end, serving::line_end);
    }
    if (last) {
      end = append(end, serving::last_chunk);
    }
  }
  if (last) {
    rest_ = Rest::nothing;
  }
  output_ = {begin, end};
}

template <Parts parts>
void BasicConnection<parts>::end_response(Turn& turn) {
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
