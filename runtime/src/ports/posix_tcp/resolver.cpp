#include "prometheus_express/ports/posix_tcp/resolver.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>
#include <optional>

#include "prometheus_express/ports/posix_tcp/failure.hpp"

namespace prometheus_express::posix {

Addresses resolve_by_system(const std::string& name, std::uint16_t port) {
  addrinfo hints = {};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  Addresses addresses;
  const int result = ::getaddrinfo(name.c_str(), nullptr, &hints, &found);
  if (result != 0) {
    addresses.failure = lookup_failure(result, errno);
    return addresses;
  }
  addresses.failure = transport::State::no_such_name;  // unless one of its addresses is ours
  for (const addrinfo* one = found; one != nullptr && addresses.count < Addresses::most; one = one->ai_next) {
    if (const std::optional<Endpoint> endpoint = Endpoint::from(one->ai_addr, port)) {
      addresses.list[addresses.count++] = *endpoint;
    }
  }
  ::freeaddrinfo(found);
  return addresses;
}

}  // namespace prometheus_express::posix
