#include "echo.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <utility>

#include "system_calls.hpp"

namespace echo {

using system_calls::Aside;

std::string pattern(std::size_t size) {
  std::string text(size, ' ');
  for (std::size_t i = 0; i < size; ++i) {
    text[i] = static_cast<char>('!' + (i + i / 90) % 90);
  }
  return text;
}

std::size_t Server::clients() const {
  return static_cast<std::size_t>(std::ranges::count(slots_, true, &Client::used));
}

void Server::poll() {
  const auto free = std::ranges::find(slots_, false, &Client::used);
  const auto slot = static_cast<Slot>(free - slots_.begin());
  if (free != slots_.end() && transport_.waiting() && transport_.accept(slot)) {
    free->used = true;
  }
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    Client& client = slots_[i];
    if (!client.used || serve(static_cast<Slot>(i))) {
      continue;
    }
    ++failures;
    transport_.abort(static_cast<Slot>(i));
    client = {};
  }
}

bool Server::serve(Slot slot) {
  const Client& client = slots_[slot];
  do {
    if (!receive(slot) || !respond(slot)) {
      return false;
    }
  } while (client.used && client.sent == client.response.size() &&
           client.request.find('\n') != std::string::npos);
  return true;
}

bool Server::receive(Slot slot) {
  Client& client = slots_[slot];
  std::size_t end = client.request.find('\n');
  while (takes && !client.ended && client.sent == client.response.size() && end == std::string::npos) {
    char bytes[64];
    const Transfer transfer = transport_.take(slot, bytes);
    if (transfer.link == Link::failed) {
      return false;
    }
    client.request.append(bytes, transfer.bytes);
    client.ended = transfer.link == Link::ended;
    end = client.request.find('\n');
    if (transfer.bytes < sizeof bytes) {
      break;
    }
  }
  if (client.sent < client.response.size() || end == std::string::npos) {
    return true;
  }
  const std::string line = client.request.substr(0, end);
  client.request.erase(0, end + 1);
  std::size_t size = 0;
  std::from_chars(line.data(), line.data() + line.size(), size);
  client.finish = line.ends_with("finish");
  client.close = line.ends_with("close");
  client.response = pattern(size);
  client.sent = 0;
  return true;
}

bool Server::respond(Slot slot) {
  Client& client = slots_[slot];
  while (client.sent < client.response.size()) {
    const std::string_view rest = std::string_view(client.response).substr(client.sent, piece);
    const Transfer transfer = transport_.offer(slot, rest);
    if (transfer.link == Link::failed) {
      return false;
    }
    client.sent += transfer.bytes;
    if (transfer.bytes < rest.size()) {
      return true;
    }
  }
  if (!client.response.empty() && client.finish) {
    transport_.finish(slot);
    client.finish = false;
  }
  const bool has_more = client.request.find('\n') != std::string::npos;
  if ((client.ended && !has_more) || (!client.response.empty() && client.close)) {
    transport_.close(slot);
    client = {};
    return true;
  }
  client.response.clear();
  client.sent = 0;
  return true;
}

Client::Client(const posix::Endpoint& endpoint, int receive_buffer) {
  const Aside aside;
  socket_ = ::socket(endpoint.family(), SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (receive_buffer != 0) {
    (void)::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  }
  if (::connect(socket_, endpoint.address(), endpoint.size()) != 0) {
    error = errno;
  }
  (void)::fcntl(socket_, F_SETFL, O_NONBLOCK);
}

Client::Client(Client&& other) noexcept
    : received(std::move(other.received)),
      ended(other.ended),
      error(other.error),
      socket_(std::exchange(other.socket_, -1)) {}

Client& Client::operator=(Client&& other) noexcept {
  received = std::move(other.received);
  ended = other.ended;
  error = other.error;
  std::swap(socket_, other.socket_);
  return *this;
}

Client::~Client() {
  const Aside aside;
  if (socket_ >= 0) {
    (void)::close(socket_);
  }
}

void Client::send(std::string_view text) {
  const Aside aside;
  if (::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) < 0) {
    error = errno;
  }
}

void Client::half_close() {
  const Aside aside;
  (void)::shutdown(socket_, SHUT_WR);
}

void Client::reset() {
  const Aside aside;
  const linger discard = {.l_onoff = 1, .l_linger = 0};
  (void)::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
  (void)::close(std::exchange(socket_, -1));
}

void Client::receive(std::size_t most) {
  const Aside aside;
  std::string bytes(most, ' ');
  const ssize_t count = ended || error != 0 ? -1 : ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (count > 0) {
    received.append(bytes, 0, static_cast<std::size_t>(count));
  }
  if (count == 0) {
    ended = true;
  }
  if (count < 0 && !ended && error == 0 && errno != EAGAIN) {
    error = errno;
  }
}

bool run(posix::TcpTransport& transport, Server& server, const std::function<bool()>& done, int rounds) {
  for (int i = 0; i < rounds; ++i) {
    server.poll();
    if (done()) {
      return true;
    }
    transport.wait(Duration::seconds(1));
  }
  return false;
}

bool serves(posix::TcpTransport& transport, Server& server) {
  Client client(transport.endpoint());
  client.send("300\n");
  return run(transport, server, [&] {
    client.receive();
    return client.received == pattern(300);
  });
}

}  // namespace echo
