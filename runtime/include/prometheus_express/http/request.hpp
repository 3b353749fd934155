// What a handler sees of a request. All views are valid until the handler returns.
//
//   if (request.header("Authorization") != expected) { response.status(401); … }
//   config.parse(request.body());
//
//   char room[16];
//   std::string_view unit;
//   if (request.query_value("unit", room, unit) == Status::ok) { … }         // /config?unit=kelvin
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "prometheus_express/base/status.hpp"
#include "prometheus_express/http/method.hpp"

namespace prometheus_express::http {

/// A header field whose value the route asked for.
struct Field {
  std::string_view name;   // as the schema spells it
  std::string_view value;  // without surrounding white space; several lines of it are joined by ", "
};

class Request {
 public:
  constexpr Request(Method method, std::string_view path, std::string_view query,
                    std::span<const Field> fields, std::string_view body)
      : method_(method), path_(path), query_(query), fields_(fields), body_(body) {}

  /// As received: HEAD reaches the handler of GET.
  [[nodiscard]] constexpr Method method() const { return method_; }

  /// The path, percent-decoded (RFC 3986 section 2.1).
  [[nodiscard]] constexpr std::string_view path() const { return path_; }

  /// The query without its `?`, as received.
  [[nodiscard]] constexpr std::string_view query() const { return query_; }

  /// Decodes the value of the query's parameter `name` into `out` and sets `value` to it: `name=value` pairs between `&`,
  /// percent-encoded, `+` for a space (application/x-www-form-urlencoded, https://url.spec.whatwg.org section 5.1). A
  /// name without `=` has an empty value. `occurrence` counts from 0 where a name stands several times. `not_found`:
  /// there is no such parameter. `no_space`: the value is longer than `out`.
  Status query_value(std::string_view name, std::span<char> out, std::string_view& value,
                     std::size_t occurrence = 0) const;

  /// Value of a header that the route declares (`headers:` in the schema), names compared without case; empty
  /// when the request has none, or the route does not declare it.
  [[nodiscard]] std::string_view header(std::string_view name) const;

  /// The whole body; empty when there is none.
  [[nodiscard]] constexpr std::string_view body() const { return body_; }

 private:
  Method method_;
  std::string_view path_;
  std::string_view query_;
  std::span<const Field> fields_;
  std::string_view body_;
};

}  // namespace prometheus_express::http
