// What a connection does: the definitions of connection.hpp, which includes them.
#pragma once

#include "prometheus_express/http/connection.hpp"

namespace prometheus_express::http {

template <Parts parts>
void Connection<parts>::open(Context& context, char* memory) {
  const Limits& limits = context.limits;
  char* const storage = memory + limits.snapshot;
  char* const output = storage + limits.stored_bytes + limits.body;
  reader_.open({storage, limits.stored_bytes}, limits.header_bytes);
  writer_.open({output, limits.output_buffer}, reinterpret_cast<Snapshot>(memory));
  served_ = 0;
  ended_ = false;
  last_activity_ = context.now;
  phase_ = Phase::reading;
}

template <Parts parts>
bool Connection<parts>::step(Context& context) {
  if (phase_ == Phase::free) {
    return false;
  }
  if (writer_.pending()) {
    const transport::Transfer sent = writer_.send_some(context.transport, context.slot);
    if (sent.link == transport::Link::failed) {
      abort(context);
      return true;
    }
    if (sent.bytes != 0) {
      last_activity_ = context.now;
    }
    if (writer_.pending()) {
      return sent.bytes != 0;
    }
  }
  switch (phase_) {
    case Phase::reading:
      return read_requests(context);
    case Phase::sending:
      if (!writer_.next_piece()) {
        end_response(context);
      }
      return true;
    case Phase::free:
    case Phase::draining:
      break;
  }
  if (!receive(context)) {
    return false;
  }
  if (ended_) {
    end(context);
  }
  return true;
}

/// Takes what has arrived, or notes that nothing more will. False when there is nothing new.
template <Parts parts>
bool Connection<parts>::receive(Context& context) {
  const transport::Transfer received =
      reader_.receive(context.transport, context.slot, input_buffer(context));
  if (received.link == transport::Link::failed) {
    abort(context);
    return true;
  }
  ended_ = received.link == transport::Link::ended;
  if (received.bytes != 0 && phase_ == Phase::reading) {
    last_activity_ = context.now;
  }
  return ended_ || received.bytes != 0;
}

/// Reads what has arrived until a response stands or nothing of it is left.
template <Parts parts>
bool Connection<parts>::read_requests(Context& context) {
  if (!reader_.has_input()) {
    if (ended_) {
      if (reader_.request().begun()) {
        reject(context, 400);
      } else {
        end(context);
      }
      return true;
    }
    if (!receive(context)) {
      return false;
    }
    if (phase_ == Phase::free || !reader_.has_input()) {
      return true;
    }
  }
  if (!reader_.request().begun()) {
    request_start_ = context.now;
  }
  RequestParser<parts>& request = reader_.request();
  for (;;) {
    const ParserEvent event = reader_.next();
    if (event == ParserEvent::request_line) {
      dispatcher_.find_route(context, request);
    } else if (event == ParserEvent::head) {
      if (!begin_request(context)) {
        return true;
      }
    } else if (parts.bodies && event == ParserEvent::body) {
      if (!dispatcher_.add_body_part(context, reader_.take_body(), body_buffer(), request_start_, writer_)) {
        end_requests(context);
        return true;
      }
    } else {
      if (event == ParserEvent::complete) {
        dispatcher_.finish(context, request, body_buffer(), writer_);
        begin_response(context);
      } else if (event == ParserEvent::error) {
        reject(context, request.error());
      }
      return true;
    }
  }
}

/// Decides, with the head complete, whether the request is taken at all. False once a response stands.
template <Parts parts>
bool Connection<parts>::begin_request(Context& context) {
  RequestParser<parts>& request = reader_.request();
  const RequestFraming& framing = request.framing();
  ++served_;
  closing_ = (framing.close)() || (request.minor_version() == 0 && !framing.keep_alive()) ||
             served_ == context.limits.requests_per_connection;
  writer_.restart();
  if (!dispatcher_.begin(context, request, writer_)) {
    closing_ = closing_ || request.has_body();  // which is not read any more
    begin_response(context);
    return false;
  }
  if constexpr (parts.bodies) {
    if (framing.expects_continue() && request.minor_version() != 0 && request.has_body()) {
      writer_.send_continue();
    }
  }
  return true;
}

/// Answers with an error after which nothing of the connection can be read.
template <Parts parts>
void Connection<parts>::reject(Context& context, std::uint16_t code) {
  writer_.replace(code);
  end_requests(context);
}

/// Sends the response that stands as the last one.
template <Parts parts>
void Connection<parts>::end_requests(Context& context) {
  dispatcher_.cancel(context);
  reader_.drop_input();
  closing_ = true;
  begin_response(context);
}

template <Parts parts>
void Connection<parts>::begin_response(Context& context) {
  const RequestParser<parts>& request = reader_.request();
  phase_ = Phase::sending;
  last_activity_ = context.now;  // the client has its time to take the response from here on
  const bool head_only = request.method() == Method::head;
  const bool chunks = request.minor_version() != 0;
  const auto persistence = closing_ ? Persistence::close
                           : chunks ? Persistence::implied
                                    : Persistence::keep_alive;
  if (!writer_.begin(persistence, chunks, head_only)) {
    ++context.failures;
  }
  if constexpr (parts.pieces) {
    closing_ = closing_ || writer_.ends_with_connection();
  }
  if constexpr (parts.counts) {
    context.routes.count(context.routes.application, writer_.status());
  }
}

template <Parts parts>
void Connection<parts>::end_response(Context& context) {
  last_activity_ = context.now;
  if (!closing_) {
    reader_.request().start(context.limits.header_bytes);
    phase_ = Phase::reading;
  } else if (ended_) {
    end(context);
  } else {
    context.transport.finish(context.slot);
    phase_ = Phase::draining;
  }
}

template <Parts parts>
void Connection<parts>::expire(Context& context) {
  if (time_left(context) != Duration()) {
    return;
  }
  if (phase_ == Phase::reading && reader_.request().begun() && !writer_.pending()) {
    reject(context, 408);
  } else {
    evict(context);
  }
}

template <Parts parts>
Duration Connection<parts>::time_left(const Context& context) const {
  Duration whole = context.limits.request_timeout;
  Time since = last_activity_;
  if (phase_ == Phase::draining) {
    whole = drain_time;
  } else if (idle()) {
    whole = context.limits.idle_timeout;
  } else if (phase_ == Phase::reading) {
    since = request_start_;
  }
  const Duration passed = context.now - since;
  return {passed.milliseconds < whole.milliseconds ? whole.milliseconds - passed.milliseconds : 0};
}

template <Parts parts>
void Connection<parts>::evict(Context& context) {
  // A response that ends with its connection must not look complete when it is not.
  if (phase_ == Phase::sending || writer_.pending()) {
    abort(context);
  } else {
    end(context);
  }
}

template <Parts parts>
void Connection<parts>::end(Context& context) {
  dispatcher_.cancel(context);
  (context.transport.close)(context.slot);
  phase_ = Phase::free;
}

template <Parts parts>
void Connection<parts>::abort(Context& context) {
  dispatcher_.cancel(context);
  context.transport.abort(context.slot);
  phase_ = Phase::free;
}

}  // namespace prometheus_express::http
