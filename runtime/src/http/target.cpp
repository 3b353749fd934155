#include "prometheus_express/http/target.hpp"

#include <string_view>

#include "characters.hpp"
#include "prometheus_express/http/host_syntax.hpp"
#include "text.hpp"

namespace prometheus_express::http {
namespace {

/// Removes `start`, in whatever case, from the front of `text`; false when it does not stand there.
bool skip(std::string_view& text, std::string_view start) {
  if (text.size() < start.size() || !same_name(front(text, start.size()), start)) {
    return false;
  }
  text.remove_prefix(start.size());
  return true;
}

/// Removes `http://authority` from the front of `text`; false when it does not start with such. Schemes are compared without
/// case (RFC 3986 section 3.1).
bool skip_authority(std::string_view& text) {
  if (!skip(text, "http")) {
    return false;
  }
  skip(text, "s");
  if (!skip(text, "://")) {
    return false;
  }
  HostSyntax host;
  for (; !text.empty() && text.front() != '/' && text.front() != '?'; text.remove_prefix(1)) {
    if (!host.next(text.front())) {
      return false;
    }
  }
  return host.complete() && !host.empty();
}

}  // namespace

Target take_apart_target(std::span<char> text, Method method) {
  std::string_view rest(text.data(), text.size());
  if (equal(rest, "*")) {
    return {.path = 1, .valid = method == Method::options};
  }
  if (rest.empty()) {
    return {};
  }
  char* to = text.data();
  if (rest.front() != '/') {
    if (!skip_authority(rest)) {
      return {};
    }
    if (rest.empty() || rest.front() == '?') {
      // RFC 9112 section 3.2.4: without path and query OPTIONS means the whole server. The scheme left room for it.
      *to++ = method == Method::options && rest.empty() ? '*' : '/';
    }
  }
  bool in_query = false;
  const char* query = to;  // where it starts
  for (; !rest.empty(); rest.remove_prefix(1)) {
    char c = rest.front();
    if (c == '"' || c == '#' || c == '<' || c == '>') {
      return {};
    }
    if (c == '?' && !in_query) {
      in_query = true;
      query = to;
      continue;
    }
    if (c == '%') {
      if (rest.size() < 3) {
        return {};
      }
      const unsigned high = hexadecimal(rest[1]);
      const unsigned low = hexadecimal(rest[2]);
      if ((high | low) > 15) {
        return {};
      }
      if (!in_query) {
        c = static_cast<char>(high * 16 + low);
        rest.remove_prefix(2);
      }
    }
    *to++ = c;
  }
  if (!in_query) {
    query = to;
  }
  return {static_cast<std::uint16_t>(query - text.data()), static_cast<std::uint16_t>(to - query), true};
}

}  // namespace prometheus_express::http
