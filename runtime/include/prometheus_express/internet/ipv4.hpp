// Addresses of the Internet Protocol, version 4, as devices without an operating system need them.
//
//   constexpr Ipv4 address = {{192, 168, 1, 20}};
//   if (const Ipv4 server = read_ipv4(text); !server.is_zero()) { … }
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace prometheus_express::internet {

struct Ipv4 {
  std::array<std::uint8_t, 4> bytes = {};

  /// 0.0.0.0, which stands for "none" here.
  [[nodiscard]] constexpr bool is_zero() const { return *this == Ipv4(); }

  friend constexpr bool operator==(const Ipv4&, const Ipv4&) = default;
};

inline constexpr Ipv4 broadcast = {{255, 255, 255, 255}};

using Mac = std::array<std::uint8_t, 6>;

/// Whom a datagram is for, or from.
struct Endpoint {
  Ipv4 address;
  std::uint16_t port = 0;

  friend constexpr bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// What a host has to know of the network that it is in.
struct Addresses {
  Ipv4 own;
  Ipv4 mask;
  Ipv4 gateway;      // none: hosts of this network only
  Ipv4 name_server;  // none: no names
  Ipv4 time_server;  // none: no time

  friend constexpr bool operator==(const Addresses&, const Addresses&) = default;
};

/// Whether hosts of the network reach `address` without a gateway.
[[nodiscard]] constexpr bool is_neighbour(const Addresses& addresses, const Ipv4& address) {
  for (unsigned at = 0; at < 4; ++at) {
    if (((addresses.own.bytes[at] ^ address.bytes[at]) & addresses.mask.bytes[at]) != 0) {
      return false;
    }
  }
  return true;
}

/// Four decimal numbers of one to three digits with dots between them (RFC 1123, 2.1); 0.0.0.0 when `text` is anything else.
[[nodiscard]] Ipv4 read_ipv4(std::string_view text);

/// Whether `text` can only be an address of version 6, right or wrong: hexadecimal digits, dots and at least two colons, perhaps
/// with a zone behind it (RFC 4007, 11).
[[nodiscard]] bool looks_like_version_6(std::string_view text);

}  // namespace prometheus_express::internet
