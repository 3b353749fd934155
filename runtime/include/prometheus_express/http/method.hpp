// HTTP request methods that a route can name (RFC 9110 section 9.3, RFC 5789 for PATCH).
#pragma once

#include <cstdint>
#include <string_view>

namespace prometheus_express::http {

enum class Method : std::uint8_t { get, head, post, put, patch, _delete, options };

inline constexpr std::uint8_t method_count = 7;
inline constexpr char method_names[method_count][8] = {"GET",   "HEAD",   "POST",   "PUT",
                                                       "PATCH", "DELETE", "OPTIONS"};

/// The method token, as on the request line.
constexpr std::string_view to_string(Method method) {
  return method_names[static_cast<std::uint8_t>(method)];
}

/// Whether a body means something to the method (RFC 9110 section 9.3, RFC 5789 section 2).
constexpr bool has_body(Method method) {
  return method == Method::post || method == Method::put || method == Method::patch;
}

}  // namespace prometheus_express::http
