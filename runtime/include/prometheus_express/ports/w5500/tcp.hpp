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
//   socket listens); 10 s if it does not acknowledge what it was sent.
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

/// `Tcp` without its number of connections.
class TcpTransport : public transport::Transport {
 public:
  using Slot = transport::Slot;
  using Transfer = transport::Transfer;

  TcpTransport(const TcpTransport&) = delete;
  TcpTransport& operator=(const TcpTransport&) = delete;

  [[nodiscard]] bool waiting() override { return first_waiting() != nullptr; }
  [[nodiscard]] bool(accept)(Slot slot) override;
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override;
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override;
  void finish(Slot slot) override;
  void(close)(Slot slot) override;
  void abort(Slot slot) override;

 protected:
  constexpr TcpTransport(Ethernet& ethernet, std::span<Handle> slots) : ethernet_(ethernet), slots_(slots) {}
  ~TcpTransport() = default;

 private:
  [[nodiscard]] Stream* first_waiting();

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
class Tcp final : TcpStorage<connections>, public TcpTransport {
  static_assert(connections > 0 && connections <= sockets_of_chip);
  using Storage = TcpStorage<connections>;

 public:
  constexpr explicit Tcp(Ethernet& ethernet) : TcpTransport(ethernet, Storage::handles) {}
};

}  // namespace prometheus_express::w5500
