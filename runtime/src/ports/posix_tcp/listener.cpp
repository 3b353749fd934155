#include "prometheus_express/ports/posix_tcp/listener.hpp"

#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "prometheus_express/ports/posix_tcp/socket.hpp"

namespace prometheus_express::posix {
namespace {

// Failures of accept(2) in a row that may be the clients' own, before it is given a rest.
constexpr std::uint8_t failures_until_pause = 16;

const char* advice(int error) {
  switch (error) {
    case EADDRINUSE:
      return "; another program listens there (`ss -ltnp` names it): stop it or choose another port";
    case EADDRNOTAVAIL:
      return "; no interface has that address now: 0.0.0.0 or :: listens on all of them";
    case EACCES:
      return "; ports below 1024 need root or CAP_NET_BIND_SERVICE: choose a higher port";
    case EAFNOSUPPORT:
      return "; this system lacks that kind of address: choose IPv4 instead of IPv6, or the other way round";
    case EMFILE:
    case ENFILE:
      return "; too many files are open: close some or raise the limit (`ulimit -n`)";
    default:
      return "";
  }
}

}  // namespace

Status Listener::open(std::string_view address, std::uint16_t port, bool shared) {
  socket_.close();
  waiting_ = paused_ = wanted_ = false;
  const std::optional<Endpoint> endpoint = Endpoint::parse(address, port);
  if (!endpoint) {
    (void)std::snprintf(
        error_.data(), error_.size(),
        "cannot listen on %.*s: not a numeric address of an interface here, such as 127.0.0.1, ::1, "
        "or 0.0.0.0 and :: for all",
        static_cast<int>(std::min<std::size_t>(address.size(), 80)), address.data());
    return Status::invalid_argument;
  }
  endpoint_ = *endpoint;
  shared_ = shared;
  wanted_ = true;
  return reopen();
}

Status Listener::reopen() {
  error_[0] = '\0';
  waiting_ = paused_ = false;
  failures_ = 0;
  Descriptor socket = open_socket(endpoint_.family());
  if (!socket.is_open()) {
    return refuse("socket", errno);
  }
  // Without it, connections of an earlier run that the system still remembers (TIME_WAIT) keep the port for a
  // minute.
  set_option(socket.number(), SOL_SOCKET, SO_REUSEADDR, 1);
  if (shared_) {
    set_option(socket.number(), SOL_SOCKET, SO_REUSEPORT, 1);
  }
  if (endpoint_.family() == AF_INET6) {
    set_option(socket.number(), IPPROTO_IPV6, IPV6_V6ONLY, 0);  // :: takes IPv4, too
  }
  set_option(socket.number(), IPPROTO_TCP, TCP_NODELAY, 1);  // Linux hands it on to the sockets accepted
  if (::bind(socket.number(), endpoint_.address(), endpoint_.size()) != 0) {
    return refuse("bind", errno);
  }
  if (::listen(socket.number(), backlog) != 0) {
    return refuse("listen", errno);
  }
  const std::optional<Endpoint> bound = Endpoint::of(socket.number());
  if (!bound) {
    return refuse("getsockname", errno);
  }
  endpoint_ = *bound;
  socket_ = std::move(socket);
  return Status::ok;
}

Status Listener::refuse(const char* call, int error) {
  char where[Endpoint::text_size];
  endpoint_.print(where);
  (void)std::snprintf(error_.data(), error_.size(), "cannot listen on %s: %s: %s%s", where, call,
                      std::strerror(error), advice(error));
  pause(reopen_after);
  return Status::unavailable;
}

void Listener::pause(Duration span) {
  paused_ = true;
  paused_at_ = clock_.now();
  pause_ = span;
}

Descriptor Listener::accept() {
  if (!waiting_) {
    return {};
  }
  waiting_ = false;  // poll(2) will tell whether there are more
  Descriptor client = accept_socket(socket_.number());
  if (client.is_open()) {
    failures_ = 0;
    return client;
  }
  switch (errno) {
    case EAGAIN:  // the client has gone again
      break;
    case EBADF:  // the socket itself is lost
    case EINVAL:
    case ENOTSOCK:
      socket_.close();
      (void)refuse("accept", errno);
      break;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
      pause(accept_after);  // the client stays in the queue, so that poll(2) would return at once
      break;
    default:  // EINTR, ECONNABORTED and errors of the network that accept(2) passes on: about this one client
      if (++failures_ >= failures_until_pause) {
        failures_ = 0;
        pause(accept_after);
      }
      break;
  }
  return {};
}

void Listener::descriptor_was_freed() {
  if (is_open()) {
    paused_ = false;
  }
}

Duration Listener::recover(Duration otherwise) {
  if (!paused_ || !wanted_) {
    return otherwise;
  }
  const Duration passed = clock_.now() - paused_at_;
  if (passed < pause_) {
    return std::min(otherwise, Duration{pause_.milliseconds - passed.milliseconds});
  }
  paused_ = false;
  if (is_open() || reopen() == Status::ok) {
    return otherwise;
  }
  return std::min(otherwise, reopen_after);
}

}  // namespace prometheus_express::posix
