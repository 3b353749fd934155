// What uses a socket of the chip that is not for streams: datagrams.
#pragma once

#include <cstdint>

namespace prometheus_express::w5500 {

class SocketUser {
 public:
  /// The chip was reset: this socket, of so many KiB in each direction, is closed.
  virtual void start(std::uint8_t number, std::uint8_t kib) = 0;

  /// Does what is due; `event` when the chip has announced something, or it is this socket's turn to be looked at.
  virtual void(poll)(bool event) = 0;

 protected:
  ~SocketUser() = default;
};

}  // namespace prometheus_express::w5500
