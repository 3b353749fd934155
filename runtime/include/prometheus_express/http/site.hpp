// What a server serves: the routes of the schema, bound to one application object. Generated code makes it.
//
//   http::Site<limits> site = weather_station::site(station);
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/base/status.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/request.hpp"
#include "prometheus_express/http/response.hpp"

namespace prometheus_express::http {

/// What a middleware decides.
enum class Next : unsigned char {
  proceed,  // on to the next middleware, at last to the handler
  respond,  // send the response as it stands
};

/// Answers a request. `ok` sends the response as it stands; any other status replaces it by an error:
/// not_found 404, invalid_argument 400, unavailable 503, no_space 500.
using Handler = Status (*)(void* application, const Request& request, Response& response);

/// Looks at a request before its handler does: once the head has arrived, before a body is read, so that
/// nobody sends one in vain. `Request::body` is empty.
using Middleware = Next (*)(void* application, const Request& request, Response& response);

/// How a route receives a body that is not buffered: piece by piece, as it arrives. One request at a time and server is
/// received; another one meanwhile is answered with 503. What `start` let in ends with exactly one call of
/// the route's handler, once the body is whole, or of `abort`: the client went or was too slow, the body was malformed
/// or longer than allowed, or `piece` returned another status than `ok`, which is answered as that of a handler is.
struct Receiving {
  Middleware start;  // the last to be asked before the body is read
  Status (*piece)(void* application, std::span<const char> bytes);
  void (*abort)(void* application);
};

/// What the application has for a route with a streamed body (`body: {stream: 64KiB}` of the schema): a member with
/// these functions.
template <class R>
concept Receiver = requires(R& to, const Request& request, Response& response, std::span<const char> bytes) {
  { to.on_start(request, response) } -> std::same_as<Next>;
  { to.on_body(bytes) } -> std::same_as<Status>;
  { to.on_end(request, response) } -> std::same_as<Status>;
  { to.on_abort() } -> std::same_as<void>;
};

/// Headers that one route may ask for.
inline constexpr std::size_t max_route_headers = 8;

/// One method on one path. A GET route answers HEAD as well, without its body.
struct Route {
  Method method;
  std::string_view path;
  Handler handler;
  std::span<const Middleware> middleware;     // in the order in which they are called
  std::span<const std::string_view> headers;  // that it may ask for, max_route_headers at most
  std::uint32_t body =
      0;  // largest body taken, in bytes; of a buffered one as far as the server's limit allows
  bool reads_query = true;               // else one that is too long to be kept is dropped
  const Receiving* receiving = nullptr;  // of a body that is not buffered
};

/// The routes without the limits, which belong to the server's type.
struct Routes {
  std::span<const Route> routes;
  void* application = nullptr;
  void (*count)(void* application,
                std::uint16_t code) = nullptr;  // told the status of each answer (Parts::counts)
};

template <Limits limits>
struct Site : Routes {
  std::uint16_t port = 8080;  // to listen on unless the program says otherwise
};

}  // namespace prometheus_express::http
