#include "prometheus_express/http/target.hpp"

#include "prometheus_express/http/host_syntax.hpp"
#include "prometheus_express/message/characters.hpp"

namespace prometheus_express::http {
namespace {

/// What stands behind `http://authority` or `https://authority`; nullptr where the text does not start with such. Schemes
/// are compared without case (RFC 3986 section 3.1).
const char* skip_authority(const char* text) {
  for (const char* expected = "https://"; *expected != '\0'; ++expected) {
    if (message::folded(*text) == *expected) {
      ++text;
    } else if (*expected != 's') {
      return nullptr;
    }
  }
  HostSyntax host;
  for (; *text != '\0' && *text != '/' && *text != '?'; ++text) {
    if (!host.next(*text)) {
      return nullptr;
    }
  }
  return host.complete() && !host.empty() ? text : nullptr;
}

}  // namespace

Target parse_target(char* const text, Method method) {
  const char* from = text;
  char* to = text;
  const bool of_server = method == Method::options;
  if (*from == '*') {
    return {.path = of_server && from[1] == '\0'};
  }
  if (*from != '/') {
    from = skip_authority(from);
    if (from == nullptr) {
      return {};
    }
    if (*from != '/') {
      // RFC 9112 section 3.2.4: without path and query OPTIONS means the whole server. The scheme left room for it.
      *to++ = of_server && *from == '\0' ? '*' : '/';
    }
  }
  const char* query = nullptr;  // where it starts
  for (; *from != '\0'; ++from) {
    char c = *from;
    if (c == '"' || c == '#' || c == '<' || c == '>') {
      return {};
    }
    if (c == '?' && query == nullptr) {
      query = to;
      continue;
    }
    if (c == '%') {
      const unsigned high = message::hexadecimal(from[1]);
      if (high > 15) {  // also at the end, behind which nothing is read
        return {};
      }
      const unsigned low = message::hexadecimal(from[2]);
      if (low > 15) {
        return {};
      }
      if (query == nullptr) {
        c = static_cast<char>(high * 16 + low);
        from += 2;
      }
    }
    *to++ = c;
  }
  if (query == nullptr) {
    query = to;
  }
  return {static_cast<std::uint16_t>(query - text), static_cast<std::uint16_t>(to - query)};
}

}  // namespace prometheus_express::http
