#include "prometheus_express/http/connection.hpp"

#include "prometheus_express/http/router.hpp"
#include "received_request.hpp"
#include "text.hpp"

namespace prometheus_express::http {
namespace {

/// How long a client has to close its side once all was said. Long enough for a few round trips.
constexpr Duration linger = Duration::seconds(1);

/// Each of so many bytes of a streamed body gives the request its time anew: what is slower than that is cut off.
constexpr std::size_t progress = 1024;

constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";

std::uint16_t error_code(Status status) {
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

bool takes_body(Method method) {
  return method == Method::post || method == Method::put || method == Method::patch;
}

}  // namespace

void Connection::open(const Turn& turn, char* memory) {
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

bool Connection::step(const Turn& turn) {
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

bool Connection::read(const Turn& turn) {
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

void Connection::parse(const Turn& turn) {
  for (;;) {
    switch (parser_.next(input_)) {
      case RequestParser::Event::more:
        return;
      case RequestParser::Event::request_line:
        route(turn);
        break;
      case RequestParser::Event::head:
        if (!admit(turn)) {
          return;
        }
        break;
      case RequestParser::Event::body:
        if (!collect(turn)) {
          return;
        }
        break;
      case RequestParser::Event::complete:
        answer(turn);
        return;
      case RequestParser::Event::error:
        refuse(turn, parser_.error());
        return;
    }
  }
}

void Connection::route(const Turn& turn) {
  Match match;
  if (parser_.method_known()) {
    match = find_route(turn.routes.routes, parser_.method(), parser_.path());
  }
  route_ = match.route;
  allowed_ = match.allowed;
  if (route_ != nullptr) {
    parser_.keep(route_->headers);
  }
}

/// Decides, with the head complete, whether the request is taken at all. False once an answer stands.
bool Connection::admit(const Turn& turn) {
  const Framing& framing = parser_.framing();
  ++served_;
  closing_ = framing.close() || (parser_.minor_version() == 0 && !framing.keep_alive()) ||
             served_ == turn.limits.requests_per_connection;
  body_size_ = 0;
  response_.restart();
  std::uint16_t code = objection();
  bool answered = code == 0 && call_middleware(turn);
  if (code == 0 && !answered) {
    code = body_objection(turn);
    if (code == 0 && route_->receiving != nullptr) {
      answered = ask(turn, route_->receiving->start);
      receiving_ = !answered;
    }
  }
  if (code != 0) {
    say(code);
    answered = true;
  }
  if (answered) {
    closing_ = closing_ || parser_.has_body();  // which is not read any more
    begin_response(turn);
  } else if (framing.expects_continue() && parser_.minor_version() != 0 && parser_.has_body()) {
    output_ = interim;
  }
  return !answered;
}

/// True when one of the route's middleware answers instead of it.
bool Connection::call_middleware(const Turn& turn) {
  for (const Middleware middleware : route_->middleware) {
    if (ask(turn, middleware)) {
      return true;
    }
  }
  return false;
}

bool Connection::ask(const Turn& turn, Middleware middleware) {
  const ReceivedRequest request(parser_, *route_, {});
  return middleware(turn.routes.application, *request, response_) == Next::respond;
}

/// The status to answer with where there is no route to call; 0 when all is well.
std::uint16_t Connection::objection() const {
  if (!parser_.method_known()) {
    return 501;
  }
  if (allowed_ == 0) {
    return 404;
  }
  if (route_ == nullptr) {
    return parser_.method() == Method::options ? 204 : 405;
  }
  return 0;
}

/// The status to answer with instead of reading the body; 0 when all is well. It comes after the middleware, so that
/// the limits are not told to everybody.
std::uint16_t Connection::body_objection(const Turn& turn) {
  const bool wants_body = takes_body(parser_.method());
  const Framing& framing = parser_.framing();
  if (wants_body && route_->body != 0 && !framing.has_length() && !framing.chunked()) {
    return 411;
  }
  // Where a body means nothing (RFC 9110 section 9.3.1) it is read and dropped.
  const bool streams = route_->receiving != nullptr;
  const std::size_t limit = wants_body || route_->body != 0 ? route_->body : turn.limits.body;
  if (!parser_.limit_body(
          static_cast<std::uint32_t>(streams ? limit : smaller(limit, turn.limits.body)))) {
    return 413;
  }
  return streams && occupied(turn) ? 503 : 0;
}

/// True while another connection's body is streamed to the route.
bool Connection::occupied(const Turn& turn) const {
  for (const Connection& other : std::span(turn.connections, turn.limits.connections)) {
    if (other.receiving_ && other.route_ == route_) {
      return true;
    }
  }
  return false;
}

/// Takes a piece of the body. False once an answer stands.
bool Connection::collect(const Turn& turn) {
  const std::string_view part = parser_.body_part();
  if (receiving_) {
    body_size_ = static_cast<std::uint16_t>(body_size_ + part.size());
    if (body_size_ >= progress) {
      started_ = turn.now;
      body_size_ = 0;
    }
    const Status status = route_->receiving->piece(turn.routes.application, part);
    if (status != Status::ok) {
      ++turn.failures;
      refuse(turn, error_code(status));
      return false;
    }
  } else if (route_->body != 0) {
    append(body_buffer(turn) + body_size_, part);
    body_size_ = static_cast<std::uint16_t>(body_size_ + part.size());
  }
  return true;
}

/// Gives up a streamed body that does not become whole.
void Connection::abandon(const Turn& turn) {
  if (receiving_) {
    receiving_ = false;
    route_->receiving->abort(turn.routes.application);
  }
}

void Connection::answer(const Turn& turn) {
  const std::size_t size = route_->receiving == nullptr ? body_size_ : 0;
  receiving_ = false;
  const ReceivedRequest request(parser_, *route_, {body_buffer(turn), size});
  const Status status = route_->handler(turn.routes.application, *request, response_);
  if (status != Status::ok) {
    ++turn.failures;
    say(error_code(status));
  }
  begin_response(turn);
}

/// Answers with an error after which nothing of the connection can be read.
void Connection::refuse(const Turn& turn, std::uint16_t code) {
  abandon(turn);
  closing_ = true;
  input_ = {};
  say(code);
  begin_response(turn);
}

/// Makes the response one of our own.
void Connection::say(std::uint16_t code) {
  response_.restart();
  response_.status(code);
  if (code == 405 || code == 204) {
    response_.allow_ = allowed_;
  }
  if (code != 204) {
    response_.type("text/plain; charset=utf-8");
    response_.body(reason(code));
  }
}

void Connection::expire(const Turn& turn) {
  if (phase_ == Phase::free || turn.now - since() < allowance(turn)) {
    return;
  }
  if (phase_ == Phase::reading && parser_.begun() && output_.empty()) {
    refuse(turn, 408);
  } else {
    reap(turn);
  }
}

Duration Connection::patience(const Turn& turn) const {
  const Duration passed = turn.now - since();
  return passed < allowance(turn) ? Duration{allowance(turn).milliseconds - passed.milliseconds} : Duration();
}

Duration Connection::allowance(const Turn& turn) const {
  if (phase_ == Phase::draining) {
    return linger;
  }
  return idle() ? turn.limits.idle_timeout : turn.limits.request_timeout;
}

void Connection::reap(const Turn& turn) {
  // An answer that ends with its connection must not look complete when it is not.
  if (phase_ == Phase::sending || !output_.empty()) {
    abort(turn);
  } else {
    close(turn);
  }
}

bool Connection::drain(const Turn& turn) {
  if (!take(turn)) {
    return false;
  }
  if (ended_) {
    close(turn);
  }
  return true;
}

/// Takes what has arrived, or notes that nothing more will. False when there is nothing new.
bool Connection::take(const Turn& turn) {
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

void Connection::close(const Turn& turn) {
  abandon(turn);
  turn.transport.close(turn.slot);
  phase_ = Phase::free;
}

void Connection::abort(const Turn& turn) {
  abandon(turn);
  turn.transport.abort(turn.slot);
  phase_ = Phase::free;
}

}  // namespace prometheus_express::http
