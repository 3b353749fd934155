#include "prometheus_express/http/host_syntax.hpp"

#include "prometheus_express/message/characters.hpp"

namespace prometheus_express::http {
namespace {

/// unreserved and sub-delims of RFC 3986 sections 2.2 and 2.3: what a host's name consists of.
constexpr message::CharacterSet name_characters("-._~!$&'()*+,;=");

}  // namespace

bool HostSyntax::next(char c) {
  if (digits_ != 0) {
    --digits_;
    return message::hexadecimal(c) < 16;
  }
  switch (place_) {
    case Place::start:
      if (c == '[') {
        place_ = Place::literal_start;
        return true;
      }
      [[fallthrough]];
    case Place::name:
      if (c == ':') {
        place_ = Place::port;
        return true;
      }
      named_ = true;
      place_ = Place::name;
      if (c == '%') {
        digits_ = 2;
        return true;
      }
      return name_characters.contains(c);
    case Place::behind_literal:
      place_ = Place::port;
      return c == ':';
    case Place::port:
      return message::is_digit(c);
    case Place::literal_start:
      named_ = true;
      place_ = Place::address;
      if (message::folded(c) == 'v') {
        place_ = Place::future;
        return true;
      }
      return message::hexadecimal(c) < 16 || c == ':';
    default:
      break;
  }
  if (c == ']') {
    place_ = Place::behind_literal;
    return true;
  }
  return c == ':' ||
         (place_ == Place::future ? name_characters.contains(c) : message::hexadecimal(c) < 16 || c == '.');
}

}  // namespace prometheus_express::http
