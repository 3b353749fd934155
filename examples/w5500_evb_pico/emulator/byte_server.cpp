#include "byte_server.hpp"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

ByteServer::ByteServer(int wake, prometheus_express::spi_socket::Place place, Talk talk)
    : wake_(wake), place_(std::move(place)), talk_(std::move(talk)), listener_(place_.listen()) {
  watch(listener_.number());
}

ByteServer::~ByteServer() {
  if (listener_.is_open()) {
    place_.remove();
  }
}

void ByteServer::watch(int descriptor) const {
  epoll_event event = {};
  event.events = EPOLLIN;
  (void)::epoll_ctl(wake_, EPOLL_CTL_ADD, descriptor, &event);
}

void ByteServer::poll() {
  prometheus_express::posix::Descriptor client(::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC));
  if (client.is_open()) {
    watch(client.number());
    clients_.push_back({std::move(client)});
  }
  std::erase_if(clients_, [this](Client& each) { return !serve(each); });
}

/// Answers are short and asked for one by one, so that the system takes them at once.
bool ByteServer::serve(Client& client) {
  char bytes[4096];
  const ssize_t length = ::recv(client.descriptor.number(), bytes, sizeof bytes, MSG_DONTWAIT);
  if (length <= 0) {
    return length < 0 && (errno == EAGAIN || errno == EINTR);
  }
  client.received.append(bytes, static_cast<std::size_t>(length));
  std::string answers;
  const bool understood = talk_(client.received, answers);
  const ssize_t sent =
      answers.empty() ? 0 : ::send(client.descriptor.number(), answers.data(), answers.size(), MSG_NOSIGNAL);
  return understood && sent == static_cast<ssize_t>(answers.size());
}
