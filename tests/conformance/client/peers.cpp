#include "peers.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace conformance {
namespace {

// A hoard is full when no more came for so many steps.
constexpr std::uint32_t steps_until_full = 40;

sockaddr_in address_of(const char* host, std::uint16_t port) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  (void)::inet_pton(AF_INET, host, &address.sin_addr);
  return address;
}

int bound_socket(const char* host, std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  constexpr int yes = 1;
  (void)::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const sockaddr_in address = address_of(host, port);
  (void)::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  return socket;
}

std::uint16_t port_of(int socket) {
  sockaddr_in address = {};
  socklen_t size = sizeof address;
  (void)::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

/// Linux answers no SYN more than one beyond the queue's length: two connections fill a queue of none.
void fill_queue(int listener, const char* host, std::vector<int>& kept) {
  (void)::listen(listener, 0);
  kept.push_back(listener);
  const sockaddr_in address = address_of(host, port_of(listener));
  for (int count = 0; count < 3; ++count) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    (void)::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    kept.push_back(socket);
  }
}

void reset(int socket) {
  constexpr linger discard = {.l_onoff = 1, .l_linger = 0};
  (void)::setsockopt(socket, SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
  (void)::close(socket);
}

}  // namespace

Peers::Peers() {
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    const auto peer = static_cast<Peer>(kind);
    Place& place = places_[kind];
    const int socket = bound_socket("127.0.0.1", 0);
    place.port = port_of(socket);
    if (peer == Peer::is_silent) {
      fill_queue(socket, "127.0.0.1", full_);
    } else if (peer == Peer::is_not_there) {
      full_.push_back(socket);  // keeps the port for itself, and does not listen
    } else {
      if (peer == Peer::hoards) {
        constexpr int little = 4096;
        (void)::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
      }
      (void)::listen(socket, 16);
      place.listener = socket;
    }
  }
  fill_queue(bound_socket(silent_address, port(Peer::echoes)), silent_address, full_);
}

Peers::~Peers() {
  for (const Place& place : places_) {
    if (place.listener >= 0) {
      (void)::close(place.listener);
    }
  }
  for (const int socket : full_) {
    (void)::close(socket);
  }
  for (const Guest& guest : guests_) {
    (void)::close(guest.socket);
  }
}

void Peers::step() {
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    if (places_[kind].listener >= 0) {
      welcome(static_cast<Peer>(kind));
    }
  }
  std::erase_if(guests_, [&](Guest& guest) { return !attend(guest); });
}

void Peers::welcome(Peer peer) {
  Place& place = places_[static_cast<std::size_t>(peer)];
  const int socket = ::accept4(place.listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket < 0) {
    return;
  }
  place.seen = {};
  if (peer == Peer::resets_at_once) {
    reset(socket);
    return;
  }
  Guest guest = {.socket = socket, .peer = peer, .order = ++guests_so_far_};
  if (peer == Peer::sends_at_once) {
    guest.to_send = long_answer;
  }
  if (peer == Peer::ends_at_once) {
    (void)::shutdown(socket, SHUT_WR);
    guest.ended_by_us = true;
  }
  guests_.push_back(guest);
}

bool Peers::attend(Guest& guest) {
  if (guest.peer == Peer::hoards && guest.idle < steps_until_full) {
    int waiting = 0;
    (void)::ioctl(guest.socket, FIONREAD, &waiting);
    guest.idle = waiting == guest.waiting && waiting != 0 ? guest.idle + 1 : 0;
    guest.waiting = waiting;
    return true;
  }
  if (!read(guest) || !write(guest)) {
    return false;
  }
  if (guest.ended && guest.ended_by_us) {
    (void)::close(guest.socket);
    return false;
  }
  return true;
}

bool Peers::read(Guest& guest) {
  char bytes[65536];
  const std::size_t most = guest.peer == Peer::resets_later ? short_question - guest.received : sizeof bytes;
  const ssize_t count = guest.ended ? -1 : ::recv(guest.socket, bytes, most, 0);
  if (count < 0) {
    if (!guest.ended && errno != EAGAIN) {
      note(guest, true);
      (void)::close(guest.socket);
      return false;
    }
    return true;
  }
  for (std::uint32_t at = 0; at < static_cast<std::uint32_t>(count); ++at) {
    guest.in_order = guest.in_order && bytes[at] == pattern(guest.received + at);
  }
  guest.received += static_cast<std::uint32_t>(count);
  guest.ended = count == 0;
  note(guest, false);
  if (guest.peer == Peer::echoes) {
    guest.to_send = guest.received;
  }
  if (guest.peer == Peer::answers_an_end && guest.ended) {
    guest.to_send = long_answer;
  }
  if (guest.peer == Peer::resets_later && guest.received == short_question) {
    reset(guest.socket);
    return false;
  }
  return true;
}

bool Peers::write(Guest& guest) {
  while (guest.sent < guest.to_send) {
    std::array<char, 4096> bytes;
    const std::size_t size = std::min<std::size_t>(bytes.size(), guest.to_send - guest.sent);
    for (std::uint32_t at = 0; at < size; ++at) {
      bytes[at] = pattern(guest.sent + at);
    }
    const ssize_t count = ::send(guest.socket, bytes.data(), size, MSG_NOSIGNAL);
    if (count < 0 && errno == EAGAIN) {
      return true;
    }
    if (count < 0) {
      note(guest, true);
      (void)::close(guest.socket);
      return false;
    }
    guest.sent += static_cast<std::uint32_t>(count);
  }
  const bool says_all = guest.peer == Peer::sends_at_once || guest.ended;
  if (says_all && !guest.ended_by_us) {
    (void)::shutdown(guest.socket, SHUT_WR);
    guest.ended_by_us = true;
  }
  return true;
}

// What is remembered is about the guest who came last.
void Peers::note(const Guest& guest, bool reset) {
  const bool is_last = std::ranges::none_of(
      guests_, [&](const Guest& other) { return other.peer == guest.peer && other.order > guest.order; });
  if (is_last) {
    places_[static_cast<std::size_t>(guest.peer)].seen = {
        .bytes = guest.received, .in_order = guest.in_order, .ended = guest.ended, .reset = reset};
  }
}

}  // namespace conformance
