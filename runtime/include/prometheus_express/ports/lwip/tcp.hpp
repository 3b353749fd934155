// The transport over lwIP's raw API, version 2.1 or later, without an operating system (NO_SYS) or in one thread with it.
//
//   lwip::Tcp<weather_station::limits.connections> tcp;             // may be constinit
//   http::Server server(weather_station::site(station), tcp);
//
//   lwip_init();
//   …add and start the network interface…
//   if (tcp.listen(weather_station::port) != Status::ok) { …no memory for a listening control block… }
//   for (;;) {
//     …hand received frames to the interface's input function…
//     sys_check_timeouts();
//     server.poll(clock.now());                                     // never from one of lwIP's callbacks
//   }
//
// It has no memory but itself and what lwIP's pools give: a control block (MEMP_NUM_TCP_PCB) for each client, also for the
// last bytes of those that are closed; those give way as soon as a new client needs theirs. Received packets stay in their
// buffers until they are taken, `Connection::packets_held` + 1 a client at most; the receive window opens as they are. Bytes
// to send are copied as far as the connection's send buffer (TCP_SND_BUF) and the heap have room, and leave when the
// server has no more for now. Where lwIP lacks memory, it takes longer; nothing is lost.
//
// lwipopts.h needs nothing special. With TCP_LISTEN_BACKLOG, clients beyond the number of slots wait, `backlog` of them,
// and further ones try again by themselves; without it they are refused when the places to wait are taken.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/status.hpp"
#include "prometheus_express/ports/lwip/connection.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::lwip {

/// `Tcp` without its number of connections.
class TcpTransport : public transport::Transport {
 public:
  using Slot = transport::Slot;
  using Transfer = transport::Transfer;

  TcpTransport(const TcpTransport&) = delete;
  TcpTransport& operator=(const TcpTransport&) = delete;

  /// Listens on all addresses of the device, those that an interface gets later included, instead of where it listened
  /// before. `unavailable`: lwIP has no control block left, or somebody else listens there.
  Status(listen)(std::uint16_t port);

  /// Listens no more, and gives up all clients with a reset. Called before the object's memory is used otherwise: lwIP
  /// knows its address.
  void stop();

  [[nodiscard]] bool is_listening() const { return listener_ != nullptr; }

  [[nodiscard]] bool waiting() override { return first_waiting() != nullptr; }
  [[nodiscard]] bool(accept)(Slot slot) override;
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override { return slots_[slot]->take(into); }
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override {
    return slots_[slot]->offer(bytes);
  }
  void finish(Slot slot) override { slots_[slot]->finish(); }
  void(close)(Slot slot) override { (slots_[slot]->close)(); }
  void abort(Slot slot) override { slots_[slot]->abort(); }

  /// What lwIP reports: a client. False: there is no place for it.
  [[nodiscard]] bool welcome(tcp_pcb* block);

 protected:
  constexpr TcpTransport(std::span<Connection> connections, std::span<Connection*> slots)
      : connections_(connections), slots_(slots) {}
  ~TcpTransport() = default;

 private:
  [[nodiscard]] Connection* first_waiting();

  std::span<Connection> connections_;  // free, waiting, or in a slot
  std::span<Connection*> slots_;
  tcp_pcb* listener_ = nullptr;
  std::uint32_t arrived_ = 0;  // clients so far
  bool may_wait_ = false;      // one of them; it may be gone
};

/// The memory of a `Tcp`, a base class so that it is there before the transport.
template <std::size_t slots, std::size_t backlog>
struct TcpStorage {
  std::array<Connection, slots + backlog> connections = {};
  std::array<Connection*, slots> slot_table = {};
};

/// A transport for `connections` clients at once, while `backlog` more may wait (both 1 to 255): 24 bytes each.
template <std::uint8_t connections, std::uint8_t backlog = 4>
class Tcp final : TcpStorage<connections, backlog>, public TcpTransport {
  static_assert(connections > 0 && backlog > 0);
  using Storage = TcpStorage<connections, backlog>;

 public:
  constexpr Tcp() : TcpTransport(Storage::connections, Storage::slot_table) {}
};

}  // namespace prometheus_express::lwip
