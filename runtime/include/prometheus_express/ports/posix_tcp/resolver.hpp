// Names to addresses, by a function that may take its time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "prometheus_express/ports/posix_tcp/endpoint.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::posix {

/// What a lookup came to.
struct Addresses {
  /// Those of a name that are tried; further ones are not.
  static constexpr std::size_t most = 8;

  std::array<Endpoint, most> list;
  std::size_t count = 0;
  transport::State failure = transport::State::name_lookup_failed;  // the reason, where `count` is 0
};

/// Looks up a name and gives its addresses the port. It is called on threads of their own, several at a time, may wait as
/// long as it likes, even past the life of the client that asked, and throws nothing.
using Resolve = std::function<Addresses(const std::string& name, std::uint16_t port)>;

/// As the system does it for all programs: getaddrinfo(3), with the hosts file, name servers and whatever else nsswitch.conf
/// says. The addresses are in its order (RFC 6724).
[[nodiscard]] Addresses resolve_by_system(const std::string& name, std::uint16_t port);

}  // namespace prometheus_express::posix
