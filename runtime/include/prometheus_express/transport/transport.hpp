// What a port implements: byte streams from clients, without blocking. The server above asks; a port never
// calls upwards. Connections are numbered by the server's slots, so a port needs no table of its own beyond
// one handle a slot.
//
//   class Tcp final : public Transport { … };          // posix sockets, lwIP, a W5500, a script in a test
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace prometheus_express::transport {

/// Number of a connection, from 0 to the server's number of connections - 1.
using Slot = std::uint8_t;

enum class Link : std::uint8_t {
  open,    // more may come
  ended,   // the client has sent its last byte; what we offer may still reach it
  failed,  // reset or lost: nothing can be sent or received any more
};

/// What one `take` or `offer` came to.
struct Transfer {
  std::size_t bytes = 0;
  Link link = Link::open;
};

class Transport {
 public:
  /// True while a client waits to be accepted.
  [[nodiscard]] virtual bool waiting() = 0;

  /// Accepts the waiting client as `slot`, which must not be in use. False when there was none after all, or
  /// when the system lacks the means at this moment; the server asks again at its next poll.
  [[nodiscard]] virtual bool(accept)(Slot slot) = 0;

  /// Moves received bytes to the front of `into` and says how many; 0 with `Link::open` means none now.
  /// `Link::ended` is reported once all bytes before it were taken.
  [[nodiscard]] virtual Transfer take(Slot slot, std::span<char> into) = 0;

  /// Hands over bytes to send and says how many were accepted: the caller offers the rest again later. The
  /// port copies what it accepts or has sent it.
  [[nodiscard]] virtual Transfer offer(Slot slot, std::span<const char> bytes) = 0;

  /// Sends the end of our stream after all that was accepted; receiving goes on.
  virtual void finish(Slot slot) = 0;

  /// Gives up the connection in order, after what was accepted; the slot is free at once.
  virtual void(close)(Slot slot) = 0;

  /// Gives up the connection at once, with a reset if it is still open; the slot is free.
  virtual void abort(Slot slot) = 0;

 protected:
  ~Transport() = default;
};

}  // namespace prometheus_express::transport
