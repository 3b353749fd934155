#include "prometheus_express/ports/posix_tcp/socket.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <cerrno>

namespace prometheus_express::posix {

void set_option(int socket, int level, int name, int value) {
  (void)::setsockopt(socket, level, name, &value, sizeof value);
}

#if defined(__linux__) || defined(__FreeBSD__)

Descriptor open_socket(int family) {
  return Descriptor(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
}

Descriptor accept_socket(int listener) {
  return Descriptor(::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
}

ssize_t send_bytes(int socket, std::span<const char> bytes) {
  return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

#else  // POSIX.1-2008, which has neither the flags nor, on macOS, MSG_NOSIGNAL

namespace {

Descriptor prepared(int number) {
  Descriptor socket(number);
  if (socket.is_open() &&
      (::fcntl(number, F_SETFL, O_NONBLOCK) != 0 || ::fcntl(number, F_SETFD, FD_CLOEXEC) != 0)) {
    const int error = errno;
    socket.close();
    errno = error;
  }
  #ifdef SO_NOSIGPIPE
  set_option(number, SOL_SOCKET, SO_NOSIGPIPE, 1);
  #endif
  return socket;
}

}  // namespace

Descriptor open_socket(int family) { return prepared(::socket(family, SOCK_STREAM, 0)); }

Descriptor accept_socket(int listener) {
  Descriptor client = prepared(::accept(listener, nullptr, nullptr));
  if (client.is_open()) {
    set_option(client.number(), IPPROTO_TCP, TCP_NODELAY, 1);
  }
  return client;
}

ssize_t send_bytes(int socket, std::span<const char> bytes) {
  #ifdef MSG_NOSIGNAL
  return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  #else
  return ::send(socket, bytes.data(), bytes.size(), 0);
  #endif
}

#endif

}  // namespace prometheus_express::posix
