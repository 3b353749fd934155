// The listening sockets of this machine that stand for the chip's ports: one a port, however many of the chip's sockets
// listen there.
#pragma once

#include <deque>
#include <map>
#include <optional>

#include "host_stream.hpp"

namespace prometheus_express::simulated_w5500 {

class Listeners {
 public:
  explicit Listeners(const Options& options) : options_(options) {}

  /// A socket of the chip listens at `port` from now on, with `room` bytes for what is received and segments of at most
  /// `segment`.
  void open(std::uint16_t port, unsigned room, unsigned segment);

  /// None does any more: a SYN is refused.
  void close(std::uint16_t port) {
    open_.erase(port);
    waiting_.erase(port);
  }

  struct Client {
    HostStream stream;
    Place place;
  };
  /// The next client at that port.
  [[nodiscard]] std::optional<Client> accept(std::uint16_t port);

  /// Who came while nobody could be heard and has left since: this machine has accepted them, to the chip no SYN came.
  void forget_gone();

  [[nodiscard]] bool is_open(std::uint16_t port) const { return open_.contains(port); }
  [[nodiscard]] const std::map<std::uint16_t, posix::Descriptor>& all() const { return open_; }

  /// The port of this machine that stands for one of the chip's; 0 while the system has not picked one.
  [[nodiscard]] std::uint16_t host_port(std::uint16_t port) const;

  /// Why the last port could not be opened; 0: it could.
  [[nodiscard]] int error() const { return error_; }

 private:
  [[nodiscard]] static std::optional<Client> accept_from(const posix::Descriptor& listener);

  const Options& options_;
  std::map<std::uint16_t, posix::Descriptor> open_;
  std::map<std::uint16_t, std::deque<Client>> waiting_;  // those that forget_gone() found still there
  std::map<std::uint16_t, std::uint16_t> picked_;        // by the system, and kept
  int error_ = 0;
};

}  // namespace prometheus_express::simulated_w5500
