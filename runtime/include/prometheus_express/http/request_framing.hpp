// What a request's header section says about the request itself: how its body ends, what becomes of the connection,
// what the client waits for, and the host.
#pragma once

#include <cstdint>

#include "prometheus_express/http/host_syntax.hpp"
#include "prometheus_express/message/framing.hpp"

namespace prometheus_express::http {

class RequestFraming : public message::Framing {
 public:
  /// The fields that belong to it, by their number.
  static constexpr char names[5][18] = {"host", "content-length", "transfer-encoding", "connection",
                                        "expect"};
  static constexpr unsigned name_count = 5;

  constexpr void restart() {
    Framing::restart();
    host_ = {};
  }

  // As the framing's, which lets a second Host stand no more than a second length (RFC 9112 section 3.2).
  const char* parse(const char* at, const char* end) {
    if (field() != own_field) {
      return Framing::parse(at, end);
    }
    while (at != end && host_.next(*at)) {
      ++at;
    }
    return at;
  }
  bool end() { return Framing::end() && (field() != own_field || host_.complete()); }

  /// As the framing's, and 400 for a missing Host (RFC 9112 section 3.2), 417 for an unknown expectation.
  [[nodiscard]] std::uint16_t error(std::uint8_t minor) const {
    if (minor != 0 && !seen(own_field)) {
      return 400;
    }
    const std::uint16_t error = Framing::error(minor);
    return error == 0 && minor != 0 && has_unknown_expectation() ? 417 : error;
  }

 private:
  HostSyntax host_;
};

}  // namespace prometheus_express::http
