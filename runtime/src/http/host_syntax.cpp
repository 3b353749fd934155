#include "prometheus_express/http/host_syntax.hpp"

#include "characters.hpp"

namespace prometheus_express::http {

bool HostSyntax::next(char c) {
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
      place_ = c == '%' ? Place::percent : Place::name;
      return c == '%' || name_characters.contains(c);
    case Place::percent:
      place_ = Place::percent_digit;
      return hexadecimal(c) < 16;
    case Place::percent_digit:
      place_ = Place::name;
      return hexadecimal(c) < 16;
    case Place::literal_start:
      named_ = true;
      place_ = lower(c) == 'v' ? Place::future : Place::address;
      return place_ == Place::future || hexadecimal(c) < 16 || c == ':';
    case Place::address:
    case Place::future:
      if (c == ']') {
        place_ = Place::behind_literal;
        return true;
      }
      if (c == ':') {
        return true;
      }
      return place_ == Place::future ? name_characters.contains(c) : hexadecimal(c) < 16 || c == '.';
    case Place::behind_literal:
      place_ = Place::port;
      return c == ':';
    case Place::port:
      return is_digit(c);
  }
  return false;
}

}  // namespace prometheus_express::http
