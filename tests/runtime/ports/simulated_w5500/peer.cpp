#include "peer.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace hand {
namespace {

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in place = {};
  place.sin_family = AF_INET;
  place.sin_port = htons(port);
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return place;
}

}  // namespace

void Peer::connect(std::uint16_t port) {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  const sockaddr_in place = loopback(port);
  const int room = 4096;
  if (narrow) {
    (void)::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  }
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0 &&
      errno != EINPROGRESS) {
    error = errno;
  }
}

std::uint16_t Peer::listen() {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  sockaddr_in place = loopback(0);
  socklen_t size = sizeof place;
  (void)::bind(listener_, reinterpret_cast<const sockaddr*>(&place), size);
  (void)::listen(listener_, 4);
  (void)::getsockname(listener_, reinterpret_cast<sockaddr*>(&place), &size);
  return ntohs(place.sin_port);
}

bool Peer::accept() {
  socket_ = socket_ < 0 ? ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK) : socket_;
  return socket_ >= 0;
}

void Peer::send(std::string_view text) { (void)!::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }

void Peer::finish() { (void)::shutdown(socket_, SHUT_WR); }

void Peer::reset() {
  const linger at_once{1, 0};
  (void)::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close();
}

void Peer::close() {
  for (int* const descriptor : {&socket_, &listener_}) {
    if (*descriptor >= 0) {
      (void)::close(*descriptor);
      *descriptor = -1;
    }
  }
}

void Peer::receive() {
  char bytes[4096];
  for (;;) {
    const ssize_t length = ::recv(socket_, bytes, sizeof bytes, 0);
    if (length > 0) {
      received.append(bytes, static_cast<std::size_t>(length));
      continue;
    }
    ended = ended || length == 0;
    error = length < 0 && errno != EAGAIN ? errno : error;
    return;
  }
}

bool Peer::is_connected() const {
  pollfd watched{socket_, POLLOUT, 0};
  return ::poll(&watched, 1, 0) > 0 && watched.revents == POLLOUT;
}

}  // namespace hand
