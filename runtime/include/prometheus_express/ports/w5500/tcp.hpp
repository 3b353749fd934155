// The transport of servers over a W5500: see ethernet.hpp for a whole program.
//
//   w5500::Tcp<weather_station::limits.connections> tcp(ethernet);
//   http::Server server(weather_station::site(station), tcp);
//
// As `transport` has it, with what the chip adds:
// - Clients wait in the sockets that have no slot; the chip acknowledges what they send, as much as a buffer takes. There is no
//   other queue: while no socket listens, the chip refuses clients with a reset, and nobody hears of it.
// - What is accepted by `offer` stands in the chip's buffer, and leaves with one SEND at the latest at the next poll.
// - `finish` and `close` send our end once the peer has acknowledged all before it, since nobody says that the chip's DISCON does
//   not overtake data. A closed connection keeps its socket until the peer has ended, too, or 2 s have passed (0.1 s while no
//   socket listens); 10 s if it does not acknowledge what it was sent (1 s). What came before the peer's end can be taken
//   behind it, too.
// - `abort` frees the socket at once, but the peer is not told: the chip has no command that sends a reset. It gets one when it
//   sends next.
// - After a reset from the peer, bytes that were not taken are lost.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/stream.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::w5500 {

/// `Tcp` without its number of connections. Nothing here is virtual, so that programs with and without run-time type information
/// link the same library.
class TcpStreams {
 public:
  TcpStreams(const TcpStreams&) = delete;
  TcpStreams& operator=(const TcpStreams&) = delete;

 protected:
  using Slot = transport::Slot;
  using Transfer = transport::Transfer;

  constexpr TcpStreams(Ethernet& ethernet, std::span<Handle> slots) : ethernet_(ethernet), slots_(slots) {}
  ~TcpStreams() = default;

  [[nodiscard]] Stream* first_waiting();
  [[nodiscard]] bool accept_first(Slot slot);
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into);
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes);
  void finish(Slot slot);
  void close_slot(Slot slot);
  void abort(Slot slot);

 private:
  Ethernet& ethernet_;
  std::span<Handle> slots_;
};

/// The memory of a `Tcp`, a base class so that it is there before the transport.
template <std::size_t slots>
struct TcpStorage {
  std::array<Handle, slots> handles = {};
};

/// A transport for `connections` clients at once (1 to 8).
template <std::uint8_t connections>
class Tcp final : TcpStorage<connections>, TcpStreams, public transport::Transport {
  static_assert(connections > 0 && connections <= sockets_of_chip);
  using Storage = TcpStorage<connections>;

 public:
  using Slot = transport::Slot;
  using Transfer = transport::Transfer;

  constexpr explicit Tcp(Ethernet& ethernet) : TcpStreams(ethernet, Storage::handles) {}

  [[nodiscard]] bool waiting() override { return first_waiting() != nullptr; }
  [[nodiscard]] bool(accept)(Slot slot) override { return accept_first(slot); }
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override {
    return TcpStreams::take(slot, into);
  }
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override {
    return TcpStreams::offer(slot, bytes);
  }
  void finish(Slot slot) override { TcpStreams::finish(slot); }
  void(close)(Slot slot) override { close_slot(slot); }
  void abort(Slot slot) override { TcpStreams::abort(slot); }
};

}  // namespace prometheus_express::w5500
