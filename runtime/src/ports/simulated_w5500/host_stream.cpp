#include "host_stream.hpp"

#include <linux/sockios.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>

#include <cerrno>

#include "host_address.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

bool polls(int descriptor, short wanted) {
  pollfd watched{descriptor, wanted, 0};
  return ::poll(&watched, 1, 0) > 0 && (watched.revents & wanted) != 0;
}

}  // namespace

HostStream::HostStream(posix::Descriptor descriptor) : descriptor_(std::move(descriptor)) {
  const int on = 1;
  if (is_open()) {
    (void)::setsockopt(number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);  // the chip sends at once
  }
}

HostStream HostStream::connect(const Place& place) {
  HostStream stream(posix::Descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)));
  const sockaddr_in system = to_system(place);
  if (stream.is_open()) {  // what comes of it is asked later
    (void)::connect(stream.number(), reinterpret_cast<const sockaddr*>(&system), sizeof system);
  }
  return stream;
}

HostStream::Connecting HostStream::connecting() {
  switch (system_state()) {
    case TCP_SYN_SENT:
      return Connecting::under_way;
    case TCP_CLOSE: {
      int error = 0;
      socklen_t size = sizeof error;
      (void)::getsockopt(number(), SOL_SOCKET, SO_ERROR, &error, &size);
      failed_ = error != ECONNREFUSED;  // somebody was there, and has gone between two looks
      return failed_ ? Connecting::connected : Connecting::refused;
    }
    default:
      return Connecting::connected;
  }
}

bool HostStream::has_failed() const { return failed_ || polls(number(), POLLERR); }

std::size_t HostStream::send(std::span<const std::uint8_t> bytes) {
  const ssize_t sent = ::send(number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  return sent < 0 ? 0 : static_cast<std::size_t>(sent);
}

std::size_t HostStream::unacknowledged() const {
  int bytes = 0;
  if (::ioctl(number(), SIOCOUTQ, &bytes) != 0 || bytes < 0) {
    return 0;
  }
  return static_cast<std::size_t>(bytes);
}

HostStream::Received HostStream::receive(std::span<std::uint8_t> into) {
  const ssize_t received = ::recv(number(), into.data(), into.size(), MSG_DONTWAIT);
  if (received > 0) {
    return {static_cast<std::size_t>(received), false};
  }
  return {0, received == 0 && !into.empty()};
}

void HostStream::finish() {
  finished_ = true;
  (void)::shutdown(number(), SHUT_WR);
}

std::uint8_t HostStream::system_state() const {
  tcp_info info = {};
  socklen_t size = sizeof info;
  return ::getsockopt(number(), IPPROTO_TCP, TCP_INFO, &info, &size) == 0 ? info.tcpi_state
                                                                          : std::uint8_t{TCP_CLOSE};
}

bool HostStream::is_established() const { return system_state() == TCP_ESTABLISHED; }

bool HostStream::finish_is_acknowledged() const {
  const std::uint8_t state = system_state();
  return finished_ && state != TCP_FIN_WAIT1 && state != TCP_LAST_ACK && state != TCP_CLOSING;
}

bool HostStream::is_closing() const { return system_state() == TCP_CLOSING; }

void HostStream::reset() {
  const linger at_once{1, 0};
  (void)::setsockopt(number(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  descriptor_.close();
}

}  // namespace prometheus_express::simulated_w5500
