#include "prometheus_express/ports/posix_tcp/attempt.hpp"

#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "prometheus_express/ports/posix_tcp/failure.hpp"
#include "prometheus_express/ports/posix_tcp/socket.hpp"
#include "prometheus_express/transport/host_name.hpp"

namespace prometheus_express::posix {

using transport::State;

void Attempt::begin(transport::Peer peer, const Resolve& resolve, Time now) {
  give_up();
  is_used_ = true;
  since_ = now;
  if (const std::optional<Endpoint> endpoint = Endpoint::parse(peer.host, peer.port)) {
    addresses_.list[0] = *endpoint;
    addresses_.count = 1;
    try_next(now);
  } else if (!transport::is_host_name(peer.host)) {
    state_ = State::no_such_name;
  } else {
    state_ = lookup_.begin(peer.host, peer.port, resolve);
  }
}

void Attempt::give_up() {
  lookup_.forget();
  socket_.close();
  addresses_.count = next_ = 0;
  furthest_ = State::unreachable;
  state_ = State::pending;
  is_used_ = false;
}

int Attempt::descriptor() const { return is_looking_up() ? lookup_.descriptor() : socket_.number(); }

short Attempt::events() const { return is_looking_up() ? POLLIN : POLLOUT; }

Duration Attempt::left(const Patience& patience, Time now) const {
  const Duration limit = is_looking_up() ? patience.lookup : patience.address;
  const Duration passed = now - since_;
  return {limit.milliseconds - std::min(limit, passed).milliseconds};
}

void Attempt::go_on(const Patience& patience, Time now, bool is_ready) {
  const bool is_late = left(patience, now) == Duration{};
  if (is_looking_up()) {
    if (const Addresses* const answer = lookup_.answer()) {
      addresses_ = *answer;
      lookup_.forget();
      state_ = addresses_.failure;
      if (addresses_.count != 0) {
        try_next(now);
      }
    } else if (is_late) {
      lookup_.forget();
      state_ = State::name_lookup_failed;
    }
    return;
  }
  if (is_ready) {
    check();
  }
  if (state_ == State::pending && socket_.is_open() && is_late) {
    note(State::timed_out);
  }
  if (state_ == State::pending && !socket_.is_open()) {
    try_next(now);
  }
}

/// Goes from address to address until one is open or has to be waited for, or none is left.
void Attempt::try_next(Time now) {
  since_ = now;
  state_ = State::pending;
  while (next_ < addresses_.count) {
    if (connect(addresses_.list[next_++])) {
      return;
    }
    if (furthest_ == State::no_resources) {
      break;
    }
  }
  state_ = furthest_;
}

/// False when the address has failed.
bool Attempt::connect(const Endpoint& endpoint) {
  socket_ = open_socket(endpoint.family());
  if (!socket_.is_open()) {
    note(connect_failure(errno, endpoint.family()));
    return false;
  }
  set_option(socket_.number(), IPPROTO_TCP, TCP_NODELAY, 1);
  if (::connect(socket_.number(), endpoint.address(), endpoint.size()) == 0) {
    check();
  } else if (errno != EINPROGRESS && errno != EINTR) {  // after which it goes on by itself, too
    note(connect_failure(errno, endpoint.family()));
  }
  return socket_.is_open();
}

/// Asks how the address fares.
void Attempt::check() {
  const int socket = socket_.number();
  const Endpoint& endpoint = addresses_.list[next_ - 1];
  int error = 0;
  socklen_t size = sizeof error;
  if (::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0) {
    error = errno;
  }
  if (error != 0) {
    note(connect_failure(error, endpoint.family()));
    return;
  }
  const std::optional<Endpoint> peer = Endpoint::of_peer(socket);
  if (!peer) {  // not connected yet
    return;
  }
  // Where nobody listens on a port of this machine, its own may be chosen to connect from: then TCP connects it with itself.
  const std::optional<Endpoint> own = Endpoint::of(socket);
  if (own && *own == *peer) {
    note(State::refused);
    return;
  }
  state_ = State::open;
}

void Attempt::note(State failure) {
  socket_.close();
  furthest_ = std::max(furthest_, failure);
}

}  // namespace prometheus_express::posix
