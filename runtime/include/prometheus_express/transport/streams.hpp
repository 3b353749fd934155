// Byte streams by number, as servers and clients use them once somebody is at the other end. Both halves of a
// transport have these: transport.hpp adds those who are accepted, client.hpp those who are connected to.
//
//   const Transfer taken = streams.take(slot, into);      // into.first(taken.bytes) has arrived
//   const Transfer given = streams.offer(slot, answer);   // answer.subspan(given.bytes) is to be offered again
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace prometheus_express::transport {

/// Number of a stream, from 0 to the caller's number of them - 1. Servers and clients count their own: slot 0 of a
/// `Transport` has nothing to do with slot 0 of a `Client`, even where one chip carries both.
using Slot = std::uint8_t;

enum class Link : std::uint8_t {
  open,    // more may come
  ended,   // the peer has sent its last byte; what we offer may still reach it
  failed,  // reset or lost: nothing can be sent or received any more, and what had arrived may be gone
};

/// What one `take` or `offer` came to.
struct Transfer {
  std::size_t bytes = 0;
  Link link = Link::open;
};

/// Nothing here waits, allocates, or calls back.
class Streams {
 public:
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

  /// Gives up the connection at once, with a reset if it is still open and the port can send one; the slot is free.
  virtual void abort(Slot slot) = 0;

 protected:
  ~Streams() = default;
};

}  // namespace prometheus_express::transport
