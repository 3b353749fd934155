// The requests of a connection: whom they are for, whether they are taken, their bodies, and the calls of the application.
#pragma once

#include "prometheus_express/http/connection.hpp"
#include "prometheus_express/http/definitions/received_request.hpp"
#include "prometheus_express/http/definitions/text.hpp"
#include "prometheus_express/http/router.hpp"

namespace prometheus_express::http {
namespace serving {

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

}  // namespace prometheus_express::http
