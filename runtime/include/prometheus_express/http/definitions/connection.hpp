// Definitions of a connection, for those who leave parts out.
#pragma once

#include "prometheus_express/http/connection.hpp"
#include "prometheus_express/http/definitions/text.hpp"

namespace prometheus_express::http {
namespace serving {

/// How long a client has to close its side once all was said. Long enough for a few round trips.
inline constexpr Duration linger = Duration::seconds(1);

}  // namespace serving

template <Parts parts>
void BasicConnection<parts>::open(Turn& turn, char* memory) {
  response_.snapshot_ = reinterpret_cast<Snapshot>(memory);
  memory_ = memory + turn.limits.snapshot;
  parser_.attach({memory_, turn.limits.stored_bytes}, turn.limits.header_bytes);
  response_.buffer_ = {body_buffer(turn) + turn.limits.body, turn.limits.output_buffer};
  response_.restart();  // for an error before the head
  input_ = {};
  output_ = {};
  served_ = 0;
  ended_ = false;
  touched_ = turn.now;
  phase_ = Phase::reading;
}

template <Parts parts>
bool BasicConnection<parts>::step(Turn& turn) {
  if (phase_ == Phase::free) {
    return false;
  }
  if (!output_.empty()) {
    const transport::Transfer sent = turn.transport.offer(turn.slot, output_);
    if (sent.link == transport::Link::failed) {
      abort(turn);
      return true;
    }
    if (sent.bytes != 0) {
      touched_ = turn.now;
    }
    output_.remove_prefix(sent.bytes);
    if (!output_.empty()) {
      return sent.bytes != 0;
    }
  }
  switch (phase_) {
    case Phase::reading:
      return read(turn);
    case Phase::sending:
      refill(turn);
      return true;
    default:
      return drain(turn);
  }
}

template <Parts parts>
bool BasicConnection<parts>::read(Turn& turn) {
  if (input_.empty()) {
    if (ended_) {
      if (parser_.begun()) {
        refuse(turn, 400);
      } else {
        close(turn);
      }
      return true;
    }
    if (!take(turn)) {
      return false;
    }
    if (phase_ == Phase::free || input_.empty()) {
      return true;
    }
  }
  if (!parser_.begun()) {
    started_ = turn.now;
  }
  parse(turn);
  return true;
}

template <Parts parts>
void BasicConnection<parts>::parse(Turn& turn) {
  using Event = ParserEvents::Event;
  for (;;) {
    const Event event = parser_.next(input_);
    if (event == Event::request_line) {
      route(turn);
    } else if (event == Event::head) {
      if (!admit(turn)) {
        return;
      }
    } else if (parts.bodies && event == Event::body) {
      if (!collect(turn)) {
        return;
      }
    } else {
      if (event == Event::complete) {
        answer(turn);
      } else if (event == Event::error) {
        refuse(turn, parser_.error());
      }
      return;
    }
  }
}

/// Answers with an error after which nothing of the connection can be read.
template <Parts parts>
void BasicConnection<parts>::refuse(Turn& turn, std::uint16_t code) {
  abandon(turn);
  closing_ = true;
  input_ = {};
  say(code);
  begin_response(turn);
}

/// Makes the response one of our own.
template <Parts parts>
void BasicConnection<parts>::say(std::uint16_t code) {
  response_.restart(code);
  if (code == 405 || code == 204) {
    response_.allow_ = allowed_;
  }
  if constexpr (parts.phrases) {
    if (code != 204) {
      response_.type("text/plain; charset=utf-8");
      response_.body(reason(code));
    }
  }
}

template <Parts parts>
void BasicConnection<parts>::expire(Turn& turn) {
  if (patience(turn) != Duration()) {
    return;
  }
  if (phase_ == Phase::reading && parser_.begun() && output_.empty()) {
    refuse(turn, 408);
  } else {
    reap(turn);
  }
}

template <Parts parts>
Duration BasicConnection<parts>::patience(const Turn& turn) const {
  const Duration whole = phase_ == Phase::draining ? serving::linger
                         : idle()                  ? turn.limits.idle_timeout
                                                   : turn.limits.request_timeout;
  const Duration passed = turn.now - since();
  return {passed.milliseconds < whole.milliseconds ? whole.milliseconds - passed.milliseconds : 0};
}

template <Parts parts>
void BasicConnection<parts>::reap(Turn& turn) {
  // An answer that ends with its connection must not look complete when it is not.
  if (phase_ == Phase::sending || !output_.empty()) {
    abort(turn);
  } else {
    close(turn);
  }
}

template <Parts parts>
bool BasicConnection<parts>::drain(Turn& turn) {
  if (!take(turn)) {
    return false;
  }
  if (ended_) {
    close(turn);
  }
  return true;
}

/// Takes what has arrived, or notes that nothing more will. False when there is nothing new.
template <Parts parts>
bool BasicConnection<parts>::take(Turn& turn) {
  char* const into = response_.buffer_.data() + response_.buffer_.size();
  const transport::Transfer got = turn.transport.take(turn.slot, {into, turn.limits.input_buffer});
  if (got.link == transport::Link::failed) {
    abort(turn);
    return true;
  }
  ended_ = got.link == transport::Link::ended;
  input_ = {into, got.bytes};
  if (got.bytes != 0 && phase_ == Phase::reading) {
    touched_ = turn.now;
  }
  return ended_ || got.bytes != 0;
}

template <Parts parts>
void BasicConnection<parts>::close(Turn& turn) {
  abandon(turn);
  turn.transport.close(turn.slot);
  phase_ = Phase::free;
}

template <Parts parts>
void BasicConnection<parts>::abort(Turn& turn) {
  abandon(turn);
  turn.transport.abort(turn.slot);
  phase_ = Phase::free;
}

}  // namespace prometheus_express::http
