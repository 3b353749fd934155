// The half of a transport that servers use: clients who come. The server above asks; a port never calls
// upwards. Connections are numbered by the server's slots, so a port needs no table of its own beyond one
// handle a slot. client.hpp is the other half.
//
//   class Tcp final : public Transport { … };          // posix sockets, lwIP, a W5500, a script in a test
#pragma once

#include "prometheus_express/transport/streams.hpp"

namespace prometheus_express::transport {

class Transport : public Streams {
 public:
  /// True while a client waits to be accepted.
  [[nodiscard]] virtual bool waiting() = 0;

  /// Accepts the waiting client as `slot`, which must not be in use. False when there was none after all, or
  /// when the system lacks the means at this moment; the server asks again at its next poll.
  [[nodiscard]] virtual bool(accept)(Slot slot) = 0;

 protected:
  ~Transport() = default;
};

}  // namespace prometheus_express::transport
