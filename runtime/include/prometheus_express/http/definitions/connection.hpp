// Definitions of a connection, for those who leave parts out.
#pragma once

#include "prometheus_express/http/connection.hpp"


#include "prometheus_express/http/router.hpp"
#include "prometheus_express/http/definitions/received_request.hpp"
#include "prometheus_express/http/definitions/text.hpp"

namespace prometheus_express::http {
namespace serving {

/// How long a client has to close its side once all was said. Long enough for a few round trips.
inline constexpr Duration linger = Duration::seconds(1);

/// Each of so many bytes of a streamed body gives the request its time anew: what is slower than that is cut off.
inline constexpr std::size_t progress = 1024;

inline constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";

inline std::uint16_t error_code(Status status) {
  switch (status) {
    case Status::invalid_argument:
      return 400;
    case Status::not_found:
      return 404;
    case Status::unavailable:
      return 503;
    default:
      return 500;
  }
}

inline bool takes_body(Method method) {
  return method == Method::post || method == Method::put || method == Method::patch;
}

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

template <Parts parts>
void BasicConnection<parts>::route(Turn& turn) {
  route_ = nullptr;
  allowed_ = 0;
  if (parser_.method_known()) {
    const std::string_view path = parser_.path();
    if constexpr (parts.handlers) {
      const Match match = find_route(turn.routes.routes, parser_.method(), path);
      route_ = match.route;
      allowed_ = match.allowed;
    } else {
      // Every path has the same methods.
      allowed_ = equal(path, "*");
      for (const Route& page : turn.routes.routes) {
        if (equal(page.path, path)) {
          route_ = &page;
          allowed_ = 1;
        }
      }
    }
  }
  if constexpr (parts.headers) {
    if (route_ != nullptr) {
      parser_.keep(route_->headers);
    }
  }
}

/// Decides, with the head complete, whether the request is taken at all. False once an answer stands.
template <Parts parts>
bool BasicConnection<parts>::admit(Turn& turn) {
  const Framing& framing = parser_.framing();
  ++served_;
  closing_ = framing.close() || (parser_.minor_version() == 0 && !framing.keep_alive()) ||
             served_ == turn.limits.requests_per_connection;
  response_.restart();
  std::uint16_t code = objection();
  bool answered = false;
  if constexpr (parts.handlers) {
    answered = code == 0 && call_middleware(turn);
  }
  if (code == 0 && !answered) {
    code = body_objection(turn);
    if constexpr (parts.streams) {
      if (code == 0 && route_->receiving != nullptr) {
        answered = ask(turn, route_->receiving->start);
        receiving_ = !answered;
      }
    }
  }
  if (code != 0) {
    say(code);
    answered = true;
  }
  if (answered) {
    closing_ = closing_ || parser_.has_body();  // which is not read any more
    begin_response(turn);
  } else if constexpr (parts.bodies) {
    body_size_ = 0;
    if (framing.expects_continue() && parser_.minor_version() != 0 && parser_.has_body()) {
      output_ = serving::interim;
    }
  }
  return !answered;
}

/// True when one of the route's middleware answers instead of it.
template <Parts parts>
bool BasicConnection<parts>::call_middleware(Turn& turn) {
  for (const Middleware middleware : route_->middleware) {
    if (ask(turn, middleware)) {
      return true;
    }
  }
  return false;
}

template <Parts parts>
bool BasicConnection<parts>::ask(Turn& turn, Middleware middleware) {
  const ReceivedRequest request(parser_, *route_, {});
  return middleware(turn.routes.application, *request, response_) == Next::respond;
}

/// The status to answer with where there is no route to call; 0 when all is well.
template <Parts parts>
std::uint16_t BasicConnection<parts>::objection() const {
  if (!parser_.method_known()) {
    return 501;
  }
  if (allowed_ == 0) {
    return 404;
  }
  if constexpr (parts.handlers) {
    if (route_ == nullptr) {
      return parser_.method() == Method::options ? 204 : 405;
    }
  } else if (parser_.method() > Method::head) {
    return parser_.method() == Method::options ? 204 : 405;
  }
  return 0;
}

/// The status to answer with instead of reading the body; 0 when all is well. It comes after the middleware, so that
/// the limits are not told to everybody.
template <Parts parts>
std::uint16_t BasicConnection<parts>::body_objection(const Turn& turn) {
  if constexpr (!parts.bodies) {
    return parser_.has_body() ? 413 : 0;
  } else {
    const bool wants_body = serving::takes_body(parser_.method());
    const Framing& framing = parser_.framing();
    if (wants_body && route_->body != 0 && !framing.has_length() && !framing.chunked()) {
      return 411;
    }
    const bool streams = parts.streams && route_->receiving != nullptr;
    // Where a body means nothing (RFC 9110 section 9.3.1) it is read and dropped.
    std::size_t limit = wants_body || route_->body != 0 ? route_->body : turn.limits.body;
    if (!streams) {
      limit = smaller(limit, turn.limits.body);
    }
    if (!parser_.limit_body(static_cast<std::uint32_t>(limit))) {
      return 413;
    }
    return streams && occupied(turn) ? 503 : 0;
  }
}

/// True while another connection's body is streamed to the route.
template <Parts parts>
bool BasicConnection<parts>::occupied(const Turn& turn) const {
  for (const BasicConnection& other : std::span(turn.connections, turn.limits.connections)) {
    if (other.receiving_ && other.route_->receiving == route_->receiving) {
      return true;
    }
  }
  return false;
}

/// Takes a piece of the body. False once an answer stands.
template <Parts parts>
bool BasicConnection<parts>::collect(Turn& turn) {
  const std::string_view part = parser_.body_part();
  if (parts.streams && receiving_) {
    body_size_ = static_cast<std::uint16_t>(body_size_ + part.size());
    if (body_size_ >= serving::progress) {
      started_ = turn.now;
      body_size_ = 0;
    }
    const Status status = route_->receiving->piece(turn.routes.application, part);
    if (status != Status::ok) {
      ++turn.failures;
      refuse(turn, serving::error_code(status));
      return false;
    }
  } else if (route_->body != 0) {
    append(body_buffer(turn) + body_size_, part);
    body_size_ = static_cast<std::uint16_t>(body_size_ + part.size());
  }
  return true;
}

/// Gives up a streamed body that does not become whole.
template <Parts parts>
void BasicConnection<parts>::abandon(Turn& turn) {
  if constexpr (parts.streams) {
    if (receiving_) {
      receiving_ = false;
      route_->receiving->abort(turn.routes.application);
    }
  }
}

template <Parts parts>
void BasicConnection<parts>::answer(Turn& turn) {
  if constexpr (parts.handlers) {
    std::string_view body;
    if constexpr (parts.bodies) {
      if (route_->receiving == nullptr) {
        body = {body_buffer(turn), body_size_};
      }
      receiving_ = false;
    }
    const ReceivedRequest request(parser_, *route_, body);
    const Status status = route_->handler(turn.routes.application, *request, response_);
    if (status != Status::ok) {
      ++turn.failures;
      say(serving::error_code(status));
    }
  } else {
    const Request request(parser_.method(), parser_.path(), {}, {}, {});
    (void)route_->handler(turn.routes.application, request, response_);
  }
  begin_response(turn);
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
