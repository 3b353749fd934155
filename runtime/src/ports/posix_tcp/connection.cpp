#include "prometheus_express/ports/posix_tcp/connection.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "prometheus_express/ports/posix_tcp/socket.hpp"

namespace prometheus_express::posix {

using transport::Link;
using transport::Transfer;

void Connection::open(Descriptor socket) {
  socket_ = std::move(socket);
  link_ = Link::open;
  error_ = 0;
  closing_ = finishing_ = wants_room_ = failed_unheard_ = short_of_means_ = false;
  readable_ = true;  // a client that is waiting to be accepted has mostly sent its request by now
  writable_ = wants_input_ = true;
  received_begin_ = received_end_ = sending_begin_ = sending_end_ = 0;
}

void Connection::learn_peer() {
  peer_[0] = '\0';
  if (const std::optional<Endpoint> peer = Endpoint::of_peer(socket_.number())) {
    peer->print_address(peer_);
  }
}

Transfer Connection::take(std::span<char> into) {
  std::size_t taken = 0;
  while (link_ != Link::failed && taken < into.size()) {
    if (received_begin_ == received_end_) {
      if (!readable_) {
        break;
      }
      receive();
      continue;
    }
    const std::size_t part =
        std::min(into.size() - taken, static_cast<std::size_t>(received_end_ - received_begin_));
    std::memcpy(into.data() + taken, received_.data() + received_begin_, part);
    received_begin_ = static_cast<std::uint16_t>(received_begin_ + part);
    taken += part;
  }
  wants_input_ = link_ == Link::open || received_begin_ != received_end_;
  if (link_ == Link::failed) {
    failed_unheard_ = false;
    return {0, Link::failed};
  }
  return {taken, received_begin_ == received_end_ ? link_ : Link::open};
}

void Connection::receive() {
  const ssize_t count = ::recv(socket_.number(), received_.data(), received_.size(), 0);
  if (count < 0) {
    readable_ = false;
    note_error(errno);
    return;
  }
  received_begin_ = 0;
  received_end_ = static_cast<std::uint16_t>(count);
  readable_ = static_cast<std::size_t>(count) == received_.size();  // less was all there is
  if (count == 0) {
    link_ = Link::ended;
  }
}

Transfer Connection::offer(std::span<const char> bytes) {
  std::size_t accepted = 0;
  while (link_ != Link::failed && accepted < bytes.size()) {
    const std::span<const char> rest = bytes.subspan(accepted);
    if (unsent() == 0 && writable_ && rest.size() >= sending_size) {
      accepted += send(rest);
      continue;
    }
    if (unsent() == 0) {
      sending_begin_ = sending_end_ = 0;
    }
    const std::size_t part = std::min(rest.size(), sending_size - sending_end_);
    std::memcpy(sending_.data() + sending_end_, rest.data(), part);
    sending_end_ = static_cast<std::uint16_t>(sending_end_ + part);
    accepted += part;
    if (part < rest.size()) {
      flush();
      if (unsent() != 0) {
        break;
      }
    }
  }
  wants_room_ = accepted < bytes.size();
  if (link_ == Link::failed) {
    failed_unheard_ = false;
    return {0, Link::failed};
  }
  return {accepted, link_};
}

std::size_t Connection::send(std::span<const char> bytes) {
  const ssize_t count = send_bytes(socket_.number(), bytes);
  if (count < 0) {
    writable_ = false;
    note_error(errno);
    return 0;
  }
  writable_ = static_cast<std::size_t>(count) == bytes.size();
  return static_cast<std::size_t>(count);
}

void Connection::flush() {
  if (unsent() != 0 && writable_) {
    const std::size_t sent = send(std::span(sending_).subspan(sending_begin_, unsent()));
    sending_begin_ = static_cast<std::uint16_t>(sending_begin_ + sent);
  }
  if (unsent() == 0 && finishing_ && link_ != Link::failed) {
    finishing_ = false;
    if (::shutdown(socket_.number(), SHUT_WR) != 0) {
      fail(errno);
    }  // ENOTCONN: the client has reset it
  }
  if (unsent() == 0 && closing_) {
    socket_.close();
  }
}

void Connection::note_error(int error) {
  switch (error) {
    case EAGAIN:
      break;
    case EINTR:
    case ENOBUFS:
    case ENOMEM:
      short_of_means_ = true;
      break;
    default:
      fail(error);
      break;
  }
}

void Connection::fail(int error) {
  error_ = error;
  link_ = Link::failed;
  failed_unheard_ = true;
  received_begin_ = received_end_ = sending_begin_ = sending_end_ = 0;
}

void Connection::finish() {
  finishing_ = true;
  flush();
}

void Connection::close(std::uint32_t order) {
  closing_ = true;
  closing_order_ = order;
  flush();
}

void Connection::abort() {
  constexpr linger discard = {.l_onoff = 1, .l_linger = 0};  // close(2) then sends a reset
  (void)::setsockopt(socket_.number(), SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
  socket_.close();
}

short Connection::events() const {
  if (is_free() || link_ == Link::failed || short_of_means_) {
    return 0;
  }
  const bool input = wants_input_ && !readable_;
  const bool room = (wants_room_ || unsent() != 0) && !writable_;
  return static_cast<short>((input ? POLLIN : 0) | (room ? POLLOUT : 0));
}

void Connection::saw(short events) {
  constexpr short trouble = POLLERR | POLLHUP | POLLNVAL;  // the next call says which
  if ((events & (POLLIN | trouble)) != 0) {
    readable_ = true;
    wants_input_ = false;
  }
  if ((events & (POLLOUT | trouble)) != 0) {
    writable_ = true;
    wants_room_ = false;
    flush();
  }
}

bool Connection::has_news() {
  const bool input = wants_input_ && (readable_ || received_begin_ != received_end_);
  const bool news = (input || failed_unheard_) && !closing_;
  if (input) {
    wants_input_ = false;
  }
  failed_unheard_ = false;
  return news;
}

void Connection::retry() {
  short_of_means_ = false;
  readable_ = writable_ = true;
}

}  // namespace prometheus_express::posix
