// Checks `host [":" port]` a character at a time: the value of Host, with white space around it, and the authority of a
// target (RFC 9110 section 7.2, RFC 3986 sections 3.2.2 and 3.2.3). User information is not part of it. The host may be
// empty: RFC 3986 lets a name be that.
#pragma once

#include <cstdint>

namespace prometheus_express::http {

class HostSyntax {
 public:
  /// Takes the next character; false when it cannot stand there.
  bool next(char c);

  /// True when the text may end here.
  [[nodiscard]] constexpr bool complete() const { return digits_ == 0 && place_ <= Place::end; }

 private:
  // Up to `end` the text may end.
  enum class Place : std::uint8_t { start, name, behind_literal, port, end, literal_start, address, future };
  Place place_ = Place::start;
  std::uint8_t digits_ = 0;  // that a percent sign still wants
};

}  // namespace prometheus_express::http
