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
      if (message::is_space(c)) {
        return true;
      }
      if (c == '[') {
        place_ = Place::literal_start;
        return true;
      }
      place_ = Place::name;
      [[fallthrough]];
    case Place::name:
      if (c == '%') {
        digits_ = 2;
        return true;
      }
      if (name_characters.contains(c)) {
        return true;
      }
      [[fallthrough]];
    case Place::behind_literal:
      if (c == ':') {
        place_ = Place::port;
        return true;
      }
      break;
    case Place::port:
      if (message::is_digit(c)) {
        return true;
      }
      break;
    case Place::end:
      break;
    case Place::literal_start:
      place_ = message::folded(c) == 'v' ? Place::future : Place::address;
      return place_ == Place::future || message::hexadecimal(c) < 16 || c == ':';
    case Place::address:
    case Place::future:
      if (c == ']') {
        place_ = Place::behind_literal;
        return true;
      }
      return c == ':' || (place_ == Place::future ? name_characters.contains(c)
                                                  : message::hexadecimal(c) < 16 || c == '.');
  }
  // White space behind it, which nothing may follow.
  place_ = Place::end;
  return message::is_space(c);
}

}  // namespace prometheus_express::http
