// Has the request of a connection answered: finds its route, asks the middleware, hands on the body, calls the handler. What
// they answer, or the error where there is nobody to call, stands in the response writer then.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/base/status.hpp"
#include "prometheus_express/http/index.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/received_request.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/http/response_writer.hpp"
#include "prometheus_express/http/router.hpp"
#include "prometheus_express/http/server_context.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {

/// What a handler's failure is answered with.
inline std::uint16_t status_code(Status failure) {
  switch (failure) {
    case Status::invalid_argument:
      return 400;
    case Status::not_found:
      return 404;
    case Status::unavailable:
      return 503;
    case Status::ok:
    case Status::no_space:
      break;
  }
  return 500;
}

/// Of the parts, it knows `handlers`, `headers`, `bodies`, `streams` and `index`.
template <Parts parts>
class Dispatcher {
 public:
  using Context = ServerContext<parts>;

  constexpr Dispatcher() = default;

  /// At the end of the request line: whose the request is.
  void find_route(const Context& context, RequestParser<parts>& request);

  /// At the end of the head: decides whether the request is taken. False where it is not, and a response stands.
  bool begin(Context& context, RequestParser<parts>& request, ResponseWriter<parts>& writer);

  /// Collects a part of the body in `buffer`, which holds the largest, or hands it on, which lets the time for the request
  /// begin anew once its client has sent enough. False when that failed, and a response stands.
  bool add_body_part(Context& context, std::string_view part, char* buffer, Time& request_start,
                     ResponseWriter<parts>& writer);

  /// At the end of the request, whose body was collected in `buffer`: calls the handler.
  void finish(Context& context, const RequestParser<parts>& request, const char* buffer,
              ResponseWriter<parts>& writer);

  /// The request does not become whole: tells who is being handed its body.
  void cancel(Context& context);

  /// Who that is; nullptr: nobody.
  [[nodiscard]] constexpr const Receiving* receiver() const {
    return parts.streams && receiving_ ? route_->receiving : nullptr;
  }

 private:
  bool call(Context& context, Middleware middleware, const RequestParser<parts>& request,
            ResponseWriter<parts>& writer);
  void* application_of_route(Context& context) const;
  bool fail(Context& context, Status failure, ResponseWriter<parts>& writer);
  [[nodiscard]] std::uint16_t route_error(const RequestParser<parts>& request) const;
  std::uint16_t body_error(const Context& context, RequestParser<parts>& request);

  /// What the client of a body that is handed on must send in the time for a request.
  static constexpr std::uint16_t progress_bytes = 1024;

  std::uint8_t allowed_ = 0;     // methods of the path, a bit each
  bool receiving_ = false;       // the body is handed on
  std::uint16_t body_size_ = 0;  // of what was collected; of what was handed on since the last progress
  const Route* route_ = nullptr;
};

template <Parts parts>
void Dispatcher<parts>::find_route(const Context& context, RequestParser<parts>& request) {
  route_ = nullptr;
  allowed_ = 0;
  if (request.method_known()) {
    if constexpr (parts.handlers) {
      const Match match = http::find_route(context.routes.routes, request.method(), request.path());
      route_ = match.route;
      allowed_ = match.allowed;
    } else {
      route_ = find_page(context.routes.routes, request.path());
      allowed_ = route_ != nullptr || request.path().front() == '*' ? 1 : 0;
    }
  }
  if constexpr (parts.has_index()) {
    if (allowed_ == 0 && request.method_known()) {
      const Match match = http::find_route(index_routes, request.method(), request.path());
      route_ = match.route;
      allowed_ = match.allowed;
    }
  }
  if constexpr (parts.headers) {
    if (route_ != nullptr) {
      request.keep(route_->headers);
    }
  }
}

template <Parts parts>
bool Dispatcher<parts>::begin(Context& context, RequestParser<parts>& request,
                              ResponseWriter<parts>& writer) {
  std::uint16_t code = route_error(request);
  if (code == 0) {
    if constexpr (parts.handlers) {
      for (const Middleware middleware : route_->middleware) {
        if (call(context, middleware, request, writer)) {
          return false;
        }
      }
    }
    // Not before, so that the limits are not told to everybody.
    code = body_error(context, request);
  }
  if (code != 0) {
    writer.replace(code, allowed_);
    if constexpr (parts.has_index()) {
      if (code == 404) {
        list_paths(context.routes, writer.response());
      }
    }
    return false;
  }
  if constexpr (parts.bodies) {
    if constexpr (parts.streams) {
      if (route_->receiving != nullptr) {
        if (call(context, route_->receiving->start, request, writer)) {
          return false;
        }
        receiving_ = true;
      }
    }
    body_size_ = 0;
  }
  return true;
}

/// True when the middleware answers instead of the route.
template <Parts parts>
bool Dispatcher<parts>::call(Context& context, Middleware middleware, const RequestParser<parts>& request,
                             ResponseWriter<parts>& writer) {
  const ReceivedRequest received(request, *route_, {});
  return middleware(context.routes.application, *received, writer.response()) == Next::respond;
}

/// Whose handler the route's is.
template <Parts parts>
void* Dispatcher<parts>::application_of_route(Context& context) const {
  if constexpr (parts.has_index()) {
    if (is_index_route(route_)) {
      return &context.routes;
    }
  }
  return context.routes.application;
}

/// The status to answer with where there is no route to call; 0 when all is well.
template <Parts parts>
std::uint16_t Dispatcher<parts>::route_error(const RequestParser<parts>& request) const {
  if (!request.method_known()) {
    return 501;
  }
  if (allowed_ == 0) {
    return 404;
  }
  // A page has no other methods than GET and HEAD.
  if (parts.handlers ? route_ == nullptr : request.method() > Method::head) {
    return request.method() == Method::options ? 204 : 405;
  }
  if (parts.handlers && request.query_dropped() && route_->reads_query) {
    return 414;
  }
  return 0;
}

/// The status to answer with instead of reading the body; 0 when all is well.
template <Parts parts>
std::uint16_t Dispatcher<parts>::body_error(const Context& context, RequestParser<parts>& request) {
  if constexpr (!parts.bodies) {
    // Whether chunks are empty shows only when they come, for which whoever expects a word waits.
    const RequestFraming& framing = request.framing();
    return framing.content_length() != 0 || (framing.chunked() && framing.expects_continue()) ? 413 : 0;
  } else {
    const Route& route = *route_;
    const bool takes_body = has_body(request.method());
    if (takes_body && route.body != 0 && !request.framing().has_length() && !request.framing().chunked()) {
      return 411;
    }
    const Receiving* const receiver = parts.streams ? route.receiving : nullptr;
    // Where a body means nothing (RFC 9110 section 9.3.1) it is read and dropped.
    std::uint32_t limit = takes_body || route.body != 0 ? route.body : context.limits.body;
    if (receiver == nullptr && limit > context.limits.body) {
      limit = context.limits.body;
    }
    if (!request.limit_body(limit)) {
      return 413;
    }
    if (receiver != nullptr) {
      for (const Connection<parts>& other : std::span(context.connections, context.limits.connections)) {
        if (other.receiver() == receiver) {
          return 503;
        }
      }
    }
    return 0;
  }
}

template <Parts parts>
bool Dispatcher<parts>::add_body_part(Context& context, std::string_view part, char* buffer,
                                      Time& request_start, ResponseWriter<parts>& writer) {
  const auto size = static_cast<std::uint16_t>(body_size_ + part.size());
  if (parts.streams && receiving_) {
    body_size_ = size;
    if (size >= progress_bytes) {
      body_size_ = 0;
      request_start = context.now;
    }
    const Status status = route_->receiving->piece(context.routes.application, part);
    return status == Status::ok || fail(context, status, writer);
  }
  if (route_->body != 0) {
    message::append(buffer + body_size_, part);
    body_size_ = size;
  }
  return true;
}

/// Has the failure of a handler answered; false.
template <Parts parts>
// Inlined into each caller, it would take more flash.
[[gnu::noinline]] bool Dispatcher<parts>::fail(Context& context, Status failure,
                                               ResponseWriter<parts>& writer) {
  ++context.failures;
  writer.replace(status_code(failure));
  return false;
}

template <Parts parts>
void Dispatcher<parts>::finish(Context& context, const RequestParser<parts>& request, const char* buffer,
                               ResponseWriter<parts>& writer) {
  if constexpr (parts.handlers) {
    std::string_view body;
    if constexpr (parts.bodies) {
      if (route_->receiving == nullptr) {
        body = {buffer, body_size_};
      }
      receiving_ = false;
    }
    const ReceivedRequest received(request, *route_, body);
    const Status status = route_->handler(application_of_route(context), *received, writer.response());
    if (status != Status::ok) {
      fail(context, status, writer);
    }
  } else {
    const Request received(request.method(), request.path(), {}, {}, {});
    (void)route_->handler(application_of_route(context), received, writer.response());
  }
}

template <Parts parts>
void Dispatcher<parts>::cancel(Context& context) {
  if constexpr (parts.streams) {
    if (receiving_) {
      receiving_ = false;
      route_->receiving->abort(context.routes.application);
    }
  }
}

}  // namespace prometheus_express::http
