// What a server says for people who look around with a browser: a page of links at `/`, no icon at /favicon.ico, and behind a
// 404 what there is instead. A route of the application's own at such a path wins. Linked where Parts::index asks for it.
#pragma once

#include <span>

#include "prometheus_express/http/response.hpp"
#include "prometheus_express/http/site.hpp"

namespace prometheus_express::http {

/// GET `/` and GET /favicon.ico. Their handlers are called with a `const Routes*` in place of the application.
extern const std::span<const Route> index_routes;

[[nodiscard]] inline bool is_index_route(const Route* route) {
  for (const Route& own : index_routes) {
    if (route == &own) {
      return true;
    }
  }
  return false;
}

/// Makes the response the list of the paths that `routes` has, with their methods, as plain text; its status stays. Routes
/// with middleware are left out here as on the page at `/`: it may be what keeps strangers from knowing of them. `routes` must
/// outlive the response.
void list_paths(const Routes& routes, Response& response);

}  // namespace prometheus_express::http
