#include "prometheus_express/http/reason.hpp"

namespace prometheus_express::http {
namespace {

/// Status codes with their reason phrases, as they stand in a status line, each with a NUL at its end.
constexpr char reasons[] =
    "200 OK\0"
    "201 Created\0"
    "204 No Content\0"
    "400 Bad Request\0"
    "401 Unauthorized\0"
    "403 Forbidden\0"
    "404 Not Found\0"
    "405 Method Not Allowed\0"
    "408 Request Timeout\0"
    "411 Length Required\0"
    "413 Content Too Large\0"
    "414 URI Too Long\0"
    "417 Expectation Failed\0"
    "431 Request Header Fields Too Large\0"
    "500 Internal Server Error\0"
    "501 Not Implemented\0"
    "503 Service Unavailable\0"
    "505 HTTP Version Not Supported\0";

}  // namespace

std::string_view reason(std::uint16_t code) {
  for (const char* entry = reasons; *entry != '\0';) {
    std::uint16_t known = 0;
    for (; *entry != ' '; ++entry) {
      known = static_cast<std::uint16_t>(known * 10 + (*entry - '0'));
    }
    const char* const phrase = ++entry;
    while (*entry != '\0') {
      ++entry;
    }
    if (known == code) {
      return {phrase, static_cast<std::size_t>(entry - phrase)};
    }
    ++entry;
  }
  return {};
}

}  // namespace prometheus_express::http
