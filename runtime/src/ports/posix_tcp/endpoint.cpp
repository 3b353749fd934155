#include "prometheus_express/ports/posix_tcp/endpoint.hpp"

#include <arpa/inet.h>
#include <net/if.h>

#include <array>
#include <cstdio>
#include <cstring>

namespace prometheus_express::posix {

std::optional<Endpoint> Endpoint::parse(std::string_view address, std::uint16_t port) {
  char host[INET6_ADDRSTRLEN + 1 + IF_NAMESIZE] = {};
  if (address.size() >= sizeof host) {
    return std::nullopt;
  }
  std::memcpy(host, address.data(), address.size());
  char* interface = std::strchr(host, '%');
  if (interface != nullptr) {
    *interface++ = '\0';
  }

  Endpoint endpoint;
  if (interface == nullptr && ::inet_pton(AF_INET, host, &endpoint.v4_.sin_addr) == 1) {
    endpoint.v4_.sin_family = AF_INET;
    endpoint.v4_.sin_port = htons(port);
    return endpoint;
  }
  endpoint.v6_ = {};
  if (::inet_pton(AF_INET6, host, &endpoint.v6_.sin6_addr) != 1) {
    return std::nullopt;
  }
  endpoint.v6_.sin6_family = AF_INET6;
  endpoint.v6_.sin6_port = htons(port);
  if (interface != nullptr) {
    endpoint.v6_.sin6_scope_id = ::if_nametoindex(interface);
    if (endpoint.v6_.sin6_scope_id == 0) {
      return std::nullopt;
    }
  }
  return endpoint;
}

std::optional<Endpoint> Endpoint::of(int socket) {
  Endpoint endpoint;
  socklen_t size = sizeof endpoint.v6_;
  if (::getsockname(socket, &endpoint.any_, &size) != 0) {
    return std::nullopt;
  }
  return endpoint;
}

std::optional<Endpoint> Endpoint::of_peer(int socket) {
  Endpoint endpoint;
  socklen_t size = sizeof endpoint.v6_;
  if (::getpeername(socket, &endpoint.any_, &size) != 0) {
    return std::nullopt;
  }
  return endpoint;
}

std::uint16_t Endpoint::port() const { return ntohs(family() == AF_INET6 ? v6_.sin6_port : v4_.sin_port); }

void Endpoint::print_address(std::span<char> text) const {
  char host[INET6_ADDRSTRLEN] = {};
  if (family() != AF_INET6) {
    (void)::inet_ntop(AF_INET, &v4_.sin_addr, host, sizeof host);
    (void)std::snprintf(text.data(), text.size(), "%s", host);
    return;
  }
  (void)::inet_ntop(AF_INET6, &v6_.sin6_addr, host, sizeof host);
  char interface[IF_NAMESIZE] = {};
  const bool scoped = v6_.sin6_scope_id != 0 && ::if_indextoname(v6_.sin6_scope_id, interface) != nullptr;
  (void)std::snprintf(text.data(), text.size(), "%s%s%s", host, scoped ? "%" : "", interface);
}

void Endpoint::print(std::span<char> text) const {
  std::array<char, text_size> host;
  print_address(host);
  const bool in_brackets = family() == AF_INET6;
  (void)std::snprintf(text.data(), text.size(), "%s%s%s:%u", in_brackets ? "[" : "", host.data(),
                      in_brackets ? "]" : "", unsigned{port()});
}

}  // namespace prometheus_express::posix
