#include "prometheus_express/http/target.hpp"

#include <string_view>

#include "characters.hpp"
#include "prometheus_express/http/host_syntax.hpp"

namespace prometheus_express::http {
namespace {

/// Where the path starts behind `http://authority`; 0 when the text is no such URI. Schemes are compared
/// without case (RFC 3986 section 3.1).
std::size_t skip_authority(std::string_view text) {
  constexpr std::string_view scheme = "http";
  std::size_t at = 0;
  while (at < scheme.size() && at < text.size() && lower(text[at]) == scheme[at]) {
    ++at;
  }
  if (at != scheme.size()) {
    return 0;
  }
  if (at < text.size() && lower(text[at]) == 's') {
    ++at;
  }
  if (text.substr(at, 3) != "://") {
    return 0;
  }
  HostSyntax host;
  for (at += 3; at < text.size() && text[at] != '/' && text[at] != '?'; ++at) {
    if (!host.next(text[at])) {
      return 0;
    }
  }
  return host.complete() && !host.empty() ? at : 0;
}

}  // namespace

Target take_apart_target(std::span<char> text, Method method) {
  const std::string_view received(text.data(), text.size());
  if (received == "*") {
    return {.path = 1, .valid = method == Method::options};
  }
  Target target;
  std::size_t from = 0;
  if (received.empty() || received.front() != '/') {
    from = skip_authority(received);
    if (from == 0) {
      return target;
    }
    if (from == received.size() || received[from] == '?') {
      // RFC 9112 section 3.2.4: without path and query OPTIONS means the whole server. The scheme left room
      // for it.
      text[0] = method == Method::options && from == received.size() ? '*' : '/';
      target.path = 1;
    }
  }
  std::size_t to = target.path;
  bool in_query = false;
  for (; from < text.size(); ++from) {
    char c = text[from];
    if (c == '%') {
      if (text.size() - from < 3) {
        return target;
      }
      const unsigned high = hexadecimal(text[from + 1]);
      const unsigned low = hexadecimal(text[from + 2]);
      if (high > 15 || low > 15) {
        return target;
      }
      if (!in_query) {
        c = static_cast<char>(high * 16 + low);
        from += 2;
      }
    } else if (in_query) {
      if (c == '"' || c == '#' || c == '<' || c == '>') {
        return target;
      }
    } else if (c == '?') {
      in_query = true;
      target.path = static_cast<std::uint16_t>(to);
      continue;
    } else if (!path_characters.contains(c)) {
      return target;
    }
    text[to++] = c;
  }
  if (in_query) {
    target.query = static_cast<std::uint16_t>(to - target.path);
  } else {
    target.path = static_cast<std::uint16_t>(to);
  }
  target.valid = true;
  return target;
}

}  // namespace prometheus_express::http
