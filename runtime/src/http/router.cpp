#include "prometheus_express/http/router.hpp"

#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {
namespace {

constexpr std::uint8_t bit(Method method) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(method));
}

}  // namespace

Match find_route(std::span<const Route> routes, Method method, std::string_view path) {
  Match match;
  const bool whole_server = message::equal(path, "*");
  unsigned allowed = 0;
  for (const Route& route : routes) {
    const bool here = message::equal(route.path, path);
    if (!here && !whole_server) {
      continue;
    }
    allowed |= bit(route.method);
    if (here &&
        (route.method == method || (method == Method::head && route.method == Method::get && !match.route))) {
      match.route = &route;
    }
  }
  if (allowed != 0 || whole_server) {
    allowed |= bit(Method::options);
  }
  if ((allowed & bit(Method::get)) != 0) {
    allowed |= bit(Method::head);
  }
  match.allowed = static_cast<std::uint8_t>(allowed);
  return match;
}

}  // namespace prometheus_express::http
