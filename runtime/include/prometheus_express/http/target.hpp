// The target of a request line, taken apart where it stands (RFC 9112 section 3.2).
#pragma once

#include <cstdint>

#include "prometheus_express/http/method.hpp"

namespace prometheus_express::http {

/// Sizes of the parts: the path, percent-decoded, stands at the front of the text, the query without its `?`
/// and as received right behind it.
struct Target {
  std::uint16_t path = 0;  // 0: not valid
  std::uint16_t query = 0;
};

/// Takes apart a text with a NUL at its end: the origin-form, the absolute-form of an http or https URI, or for OPTIONS the asterisk-form,
/// whose path is
/// `*`. Not valid: any other form, an empty host or user information in an absolute-form (RFC 9110
/// sections 4.2.1, 4.2.4), a percent sign without two hexadecimal digits, and `"`, `#`, `<`, `>`. The other visible characters that
/// RFC 3986 section 2 wants encoded are taken as they are, as browsers send them.
Target parse_target(char* text, Method method);

}  // namespace prometheus_express::http
