// What a server serves: the routes of the schema, bound to one application object. Generated code makes it.
//
//   http::Site<limits> site = weather_station::site(station);
#pragma once

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

using Handler = Status (*)(void* application, const Request& request, Response& response);
using Middleware = Next (*)(void* application, const Request& request, Response& response);

/// One method on one path. A GET route answers HEAD as well, without its body.
struct Route {
  Method method;
  std::string_view path;
  Handler handler;
  std::span<const Middleware> middleware;     // in the order in which they are called
  std::span<const std::string_view> headers;  // names whose values the handler may ask for
  std::uint16_t body = 0;                     // largest body taken, in bytes
};

/// The routes without the limits, which belong to the server's type.
struct Routes {
  std::span<const Route> routes;
  void* application = nullptr;
};

template <Limits limits>
struct Site : Routes {};

}  // namespace prometheus_express::http
