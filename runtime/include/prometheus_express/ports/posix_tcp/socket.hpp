// Socket calls whose spelling differs between systems: non-blocking, closed on exec, no SIGPIPE.
#pragma once

#include <sys/socket.h>
#include <sys/types.h>

#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <span>

#include "prometheus_express/ports/posix/descriptor.hpp"

namespace prometheus_express::posix {

/// A TCP socket of the family AF_INET or AF_INET6; closed with errno set when the system refuses.
[[nodiscard]] Descriptor open_socket(int family);

/// The next client of a listening socket; closed with errno set when there is none.
[[nodiscard]] Descriptor accept_socket(int listener);

/// As send(2), without a signal when the peer has gone.
[[nodiscard]] ssize_t send_bytes(int socket, std::span<const char> bytes);

/// Sets an option whose refusal costs speed or convenience only.
void set_option(int socket, int level, int name, int value);

}  // namespace prometheus_express::posix
