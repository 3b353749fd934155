// The reasons of a client's failures, from what the system calls say.
#pragma once

#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>

#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::posix {

/// Why connecting to an address of `family` failed, from the error of socket(2) or connect(2), or SO_ERROR.
[[nodiscard]] transport::State connect_failure(int error, int family);

/// Why an open connection was lost, from the error of send(2) or recv(2).
[[nodiscard]] transport::State stream_failure(int error);

/// Why a name has no address, from what getaddrinfo(3) returned, and errno where that is EAI_SYSTEM.
[[nodiscard]] transport::State lookup_failure(int result, int error);

}  // namespace prometheus_express::posix
