#include "listeners.hpp"

#include <netinet/tcp.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "host_address.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr int backlog = 64;  // what comes in a burst, and is reset where the chip has no socket for it

void set(int socket, int level, int name, int value) {
  (void)::setsockopt(socket, level, name, &value, sizeof value);
}

}  // namespace

std::uint16_t Listeners::host_port(std::uint16_t port) const {
  if (const auto picked = picked_.find(port); picked != picked_.end()) {
    return picked->second;
  }
  const auto mapped = options_.ports.find(port);
  return mapped != options_.ports.end() ? mapped->second
                                        : static_cast<std::uint16_t>(port + options_.port_offset);
}

void Listeners::open(std::uint16_t port, unsigned room, unsigned segment) {
  if (open_.contains(port)) {
    return;
  }
  posix::Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  set(listener.number(), SOL_SOCKET, SO_REUSEADDR, 1);
  set(listener.number(), SOL_SOCKET, SO_RCVBUF, static_cast<int>(room));
  set(listener.number(), IPPROTO_TCP, TCP_MAXSEG, static_cast<int>(segment));
  sockaddr_in place = to_system({loopback, host_port(port)});
  socklen_t size = sizeof place;
  auto* const address = reinterpret_cast<sockaddr*>(&place);
  if (::bind(listener.number(), address, size) != 0 || ::listen(listener.number(), backlog) != 0 ||
      ::getsockname(listener.number(), address, &size) != 0) {
    error_ = errno;
    return;
  }
  error_ = 0;
  picked_[port] = from_system(place).port;
  open_[port] = std::move(listener);
}

std::optional<Listeners::Client> Listeners::accept(std::uint16_t port) {
  if (const auto queue = waiting_.find(port); queue != waiting_.end() && !queue->second.empty()) {
    std::optional<Client> first = std::move(queue->second.front());
    queue->second.pop_front();
    return first;
  }
  const auto listener = open_.find(port);
  return listener == open_.end() ? std::nullopt : accept_from(listener->second);
}

void Listeners::forget_gone() {
  for (const auto& [port, listener] : open_) {
    std::deque<Client> all = std::exchange(waiting_[port], {});
    while (auto client = accept_from(listener)) {
      all.push_back(std::move(*client));
    }
    for (Client& client : all) {
      if (client.stream.is_established()) {
        waiting_[port].push_back(std::move(client));
      }
    }
  }
}

std::optional<Listeners::Client> Listeners::accept_from(const posix::Descriptor& listener) {
  sockaddr_in place = {};
  socklen_t size = sizeof place;
  posix::Descriptor client(
      ::accept4(listener.number(), reinterpret_cast<sockaddr*>(&place), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (!client.is_open()) {
    return std::nullopt;
  }
  return Client{HostStream(std::move(client)), from_system(place)};
}

}  // namespace prometheus_express::simulated_w5500
