// What the port asks of a stack: sockets as BSD had them first, under the names that lwIP (`lwip_recv`) or Zephyr
// (`zsock_recv`) give them, or a POSIX system. No call waits. calls.cpp is the only file that includes the stack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/sockets/sockets_linked.hpp>
#include <span>

#include "prometheus_express/internet/ipv4.hpp"
#include "prometheus_express/transport/client.hpp"
#include "prometheus_express/transport/streams.hpp"

namespace prometheus_express::sockets {

/// Number of a socket in the stack.
using Handle = int;
inline constexpr Handle no_socket = -1;

/// Listens on all addresses of the device; `no_socket`: the stack has none left, or somebody else listens there.
[[nodiscard]] Handle open_listener(std::uint16_t port, int backlog);

/// Port at which a socket listens, 0 if it does not say.
[[nodiscard]] std::uint16_t port_of(Handle listener);

/// What came of asking for a client.
struct Accepted {
  Handle client = no_socket;
  bool listener_is_lost = false;  // the stack has taken the socket away, with the network perhaps
};
[[nodiscard]] Accepted accept_client(Handle listener);

/// As `Streams` has take, offer and finish. What a connection failed of is put into `failure`.
[[nodiscard]] transport::Transfer receive(Handle socket, std::span<char> into, transport::State& failure);
[[nodiscard]] transport::Transfer send_bytes(Handle socket, std::span<const char> bytes,
                                             transport::State& failure);
void end_stream(Handle socket);

/// Gives a socket up, in order or with a reset where the stack has SO_LINGER. `no_socket` is nobody's.
void close_socket(Handle socket);
void reset_socket(Handle socket);

/// Begins to connect. The state is `pending` or a failure, with which there is no socket.
struct Begun {
  Handle socket = no_socket;
  transport::State state = transport::State::pending;
};
[[nodiscard]] Begun begin_connection(const internet::Endpoint& peer);

/// How a connection that was begun fares: `pending`, `open`, or the failure.
[[nodiscard]] transport::State connection_state(Handle socket);

/// A socket for datagrams from a port that the stack chooses.
[[nodiscard]] Handle open_datagrams();
[[nodiscard]] bool send_datagram(Handle socket, std::span<const std::uint8_t> datagram,
                                 const internet::Endpoint& to);
/// The size of a datagram that has come, cut off where `into` ends; 0: none.
[[nodiscard]] std::size_t receive_datagram(Handle socket, std::span<std::uint8_t> into,
                                           internet::Endpoint& from);

}  // namespace prometheus_express::sockets
