// A request as its handler sees it, with its fields on the stack for as long as the handler runs.
#pragma once

#include <cstddef>
#include <string_view>

#include "prometheus_express/http/request.hpp"
#include "prometheus_express/http/request_parser.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {

class ReceivedRequest {
 public:
  template <Parts parts>
  ReceivedRequest(const RequestParser<parts>& parser, const Route& route, std::string_view body)
      : request_(parser.method(), parser.path(), parser.query(), {fields_, count(route)}, body) {
    if constexpr (parts.headers) {
      for (std::size_t at = 0; at < count(route); ++at) {
        Field& field = fields_[at];  // each member by itself: no memcpy for so few words
        field.name = route.headers[at];
        field.value = parser.kept(at);
      }
    }
  }

  [[nodiscard]] const Request& operator*() const { return request_; }

 private:
  static std::size_t count(const Route& route) {
    return message::smaller(route.headers.size(), max_route_headers);
  }

  Field fields_[max_route_headers];
  Request request_;
};

}  // namespace prometheus_express::http
