// Streams of bytes that other programs connect to, of one kind each, beside another loop that waits for a descriptor:
//
//   const int wake = ::epoll_create1(EPOLL_CLOEXEC);
//   ByteServer i2c(wake, place, [&](std::string& received, std::string& answers) { …; return true; });
//   for (;;) { …wait for `wake`…; i2c.poll(); }
#pragma once

#include <functional>
#include <list>
#include <prometheus_express/ports/posix/descriptor.hpp>
#include <prometheus_express/ports/spi_socket/place.hpp>
#include <string>

class ByteServer {
 public:
  /// Takes what it understands from the front of `received` and appends what is to be said; false ends the stream.
  using Talk = std::function<bool(std::string& received, std::string& answers)>;

  ByteServer(int wake, prometheus_express::spi_socket::Place place, Talk talk);
  ~ByteServer();
  ByteServer(const ByteServer&) = delete;
  ByteServer& operator=(const ByteServer&) = delete;

  /// False when it cannot listen, with errno set.
  [[nodiscard]] bool is_listening() const { return listener_.is_open(); }

  void poll();

 private:
  struct Client {
    prometheus_express::posix::Descriptor descriptor;
    std::string received = {};
  };

  void watch(int descriptor) const;
  [[nodiscard]] bool serve(Client& client);

  int wake_;
  prometheus_express::spi_socket::Place place_;
  Talk talk_;
  prometheus_express::posix::Descriptor listener_;
  std::list<Client> clients_;
};
