// Finds the route of a request.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/http/method.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {

struct Match {
  const Route* route = nullptr;  // none when the path has no such method, or there is no such path
  std::uint8_t allowed = 0;      // methods of the path, a bit each: 1 << Method; 0 when there is no such path
};

/// The route of `method` on `path`: paths are equal byte by byte. HEAD finds the route of GET unless it has
/// one of its own (RFC 9110 section 9.3.2). OPTIONS is allowed on every path; the path `*` has the methods of
/// all paths (RFC 9110 section 9.3.7).
Match find_route(std::span<const Route> routes, Method method, std::string_view path);

/// The same where there are pages only, which all have the same methods: of whatever method, the page on `path`; nullptr
/// when there is none.
inline const Route* find_page(std::span<const Route> pages, std::string_view path) {
  for (const Route& page : pages) {
    if (message::equal(page.path, path)) {
      return &page;
    }
  }
  return nullptr;
}

}  // namespace prometheus_express::http
