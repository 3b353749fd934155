#include "prometheus_express/ports/sockets/calls.hpp"

#include <cerrno>
#include <cstring>

#include "stack.hpp"

namespace prometheus_express::sockets {
namespace {

using transport::Link;
using transport::State;
using transport::Transfer;

#ifdef MSG_NOSIGNAL
constexpr int no_signal = MSG_NOSIGNAL;
#else
constexpr int no_signal = 0;
#endif
constexpr int at_once = PROMETHEUS_EXPRESS_SOCKET_FLAG(MSG_DONTWAIT);

sockaddr_in address_of(const internet::Endpoint& endpoint) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(endpoint.port);
  std::memcpy(&address.sin_addr, endpoint.address.bytes.data(), endpoint.address.bytes.size());
  return address;
}

internet::Endpoint endpoint_of(const sockaddr_in& address) {
  internet::Endpoint endpoint;
  std::memcpy(endpoint.address.bytes.data(), &address.sin_addr, endpoint.address.bytes.size());
  endpoint.port = ntohs(address.sin_port);
  return endpoint;
}

template <typename Address>
auto* generic(Address& address) {
  return reinterpret_cast<sockaddr*>(&address);
}

/// Small answers leave at once, and no call on the socket waits, whatever its flags. A stack that lacks an option does without.
void prepare(Handle socket) {
  const int on = 1;
  (void)PROMETHEUS_EXPRESS_SOCKET(setsockopt)(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  (void)PROMETHEUS_EXPRESS_SOCKET(fcntl)(socket, F_SETFL, O_NONBLOCK);
}

/// Errors after which a call is worth another try: nothing now, or no memory.
bool passes(int error) { return error == EAGAIN || error == EINTR || error == ENOBUFS || error == ENOMEM; }

State stream_failure(int error) {
  switch (error) {
    case ETIMEDOUT:
      return State::timed_out;
    case EHOSTUNREACH:
    case ENETDOWN:
    case ENETUNREACH:
      return State::unreachable;
    default:
      return State::reset;
  }
}

State connect_failure(int error) {
  switch (error) {
    case ECONNREFUSED:
    case ECONNRESET:  // lwIP's word for an answer that refuses
      return State::refused;
    case ETIMEDOUT:
    case ECONNABORTED:  // and for one that does not come
      return State::timed_out;
    case EADDRNOTAVAIL:
    case EADDRINUSE:
    case EAGAIN:
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
      return State::no_resources;
    default:
      return State::unreachable;
  }
}

/// Where nobody listens on a port of this device, its own may be chosen to connect from: then TCP connects it with itself.
bool is_connected_with_itself(Handle socket) {
  sockaddr_in own = {};
  sockaddr_in peer = {};
  socklen_t own_size = sizeof own;
  socklen_t peer_size = sizeof peer;
  return PROMETHEUS_EXPRESS_SOCKET(getsockname)(socket, generic(own), &own_size) == 0 &&
         PROMETHEUS_EXPRESS_SOCKET(getpeername)(socket, generic(peer), &peer_size) == 0 &&
         endpoint_of(own) == endpoint_of(peer);
}

}  // namespace

Handle open_listener(std::uint16_t port, int backlog) {
  const Handle socket = PROMETHEUS_EXPRESS_SOCKET(socket)(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  if (socket < 0) {
    return no_socket;
  }
  const int on = 1;  // a port is free again although clients of before are remembered there
  (void)PROMETHEUS_EXPRESS_SOCKET(setsockopt)(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  const sockaddr_in address = address_of({{}, port});
  if (PROMETHEUS_EXPRESS_SOCKET(bind)(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) !=
          0 ||
      PROMETHEUS_EXPRESS_SOCKET(listen)(socket, backlog) != 0 ||
      PROMETHEUS_EXPRESS_SOCKET(fcntl)(socket, F_SETFL, O_NONBLOCK) != 0) {
    close_socket(socket);
    return no_socket;
  }
  return socket;
}

std::uint16_t port_of(Handle listener) {
  sockaddr_in address = {};
  socklen_t size = sizeof address;
  const bool said = PROMETHEUS_EXPRESS_SOCKET(getsockname)(listener, generic(address), &size) == 0;
  return said ? ntohs(address.sin_port) : std::uint16_t{0};
}

Accepted accept_client(Handle listener) {
  const Handle client = PROMETHEUS_EXPRESS_SOCKET(accept)(listener, nullptr, nullptr);
  if (client >= 0) {
    prepare(client);
    return {client, false};
  }
  switch (errno) {
    case EBADF:
    case EINVAL:
    case ENOTCONN:
    case ENOTSOCK:
      return {no_socket, true};
    default:  // nobody, somebody who is gone again, or no memory
      return {};
  }
}

Transfer receive(Handle socket, std::span<char> into, State& failure) {
  if (into.empty()) {
    return {};  // 0 would be the end
  }
  const auto count = PROMETHEUS_EXPRESS_SOCKET(recv)(socket, into.data(), into.size(), at_once);
  if (count > 0) {
    return {static_cast<std::size_t>(count), Link::open};
  }
  if (count == 0) {
    return {0, Link::ended};
  }
  if (passes(errno)) {
    return {};
  }
  failure = stream_failure(errno);
  return {0, Link::failed};
}

Transfer send_bytes(Handle socket, std::span<const char> bytes, State& failure) {
  if (bytes.empty()) {
    return {};
  }
  const auto count = PROMETHEUS_EXPRESS_SOCKET(send)(socket, bytes.data(), bytes.size(), at_once | no_signal);
  if (count >= 0) {
    return {static_cast<std::size_t>(count), Link::open};
  }
  if (passes(errno)) {
    return {};
  }
  failure = stream_failure(errno);
  return {0, Link::failed};
}

void end_stream(Handle socket) {
  (void)PROMETHEUS_EXPRESS_SOCKET(shutdown)(socket, PROMETHEUS_EXPRESS_SOCKET_FLAG(SHUT_WR));
}

void close_socket(Handle socket) {
  if (socket != no_socket) {
    (void)PROMETHEUS_EXPRESS_SOCKET(close)(socket);
  }
}

void reset_socket(Handle socket) {
  if (socket == no_socket) {
    return;
  }
#ifdef SO_LINGER
  linger discard = {};
  discard.l_onoff = 1;
  (void)PROMETHEUS_EXPRESS_SOCKET(setsockopt)(socket, SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
#endif
  (void)PROMETHEUS_EXPRESS_SOCKET(close)(socket);
}

Begun begin_connection(const internet::Endpoint& peer) {
  const Handle socket = PROMETHEUS_EXPRESS_SOCKET(socket)(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  if (socket < 0) {
    return {no_socket, State::no_resources};
  }
  prepare(socket);
  const sockaddr_in address = address_of(peer);
  if (PROMETHEUS_EXPRESS_SOCKET(connect)(socket, reinterpret_cast<const sockaddr*>(&address),
                                         sizeof address) == 0 ||
      errno == EINPROGRESS || errno == EALREADY || errno == EINTR) {  // after which it goes on by itself
    return {socket, State::pending};
  }
  const State state = connect_failure(errno);
  close_socket(socket);
  return {no_socket, state};
}

State connection_state(Handle socket) {
  PollEntry entry = {};
  entry.fd = socket;
  entry.events = PROMETHEUS_EXPRESS_SOCKET_FLAG(POLLOUT);
  if (PROMETHEUS_EXPRESS_SOCKET(poll)(&entry, 1, 0) <= 0) {
    return State::pending;
  }
  int error = 0;
  socklen_t size = sizeof error;
  if (PROMETHEUS_EXPRESS_SOCKET(getsockopt)(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error != 0) {
    return connect_failure(error);
  }
  return is_connected_with_itself(socket) ? State::refused : State::open;
}

Handle open_datagrams() {
  const Handle socket = PROMETHEUS_EXPRESS_SOCKET(socket)(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
  return socket < 0 ? no_socket : socket;
}

bool send_datagram(Handle socket, std::span<const std::uint8_t> datagram, const internet::Endpoint& to) {
  const sockaddr_in address = address_of(to);
  const auto count =
      PROMETHEUS_EXPRESS_SOCKET(sendto)(socket, datagram.data(), datagram.size(), at_once,
                                        reinterpret_cast<const sockaddr*>(&address), sizeof address);
  return count >= 0 && static_cast<std::size_t>(count) == datagram.size();
}

std::size_t receive_datagram(Handle socket, std::span<std::uint8_t> into, internet::Endpoint& from) {
  sockaddr_in address = {};
  socklen_t size = sizeof address;
  const auto count =
      PROMETHEUS_EXPRESS_SOCKET(recvfrom)(socket, into.data(), into.size(), at_once, generic(address), &size);
  from = endpoint_of(address);
  return count > 0 ? static_cast<std::size_t>(count) : 0;
}

}  // namespace prometheus_express::sockets
