// The transport over the sockets of a stack with threads of its own: lwIP's (ESP-IDF, ESP32 Arduino), Zephyr's, or a POSIX system's.
//
//   sockets::Tcp<weather_station::limits.connections> tcp;          // may be constinit
//   http::Server server(weather_station::site(station), tcp);
//
//   while (tcp.listen(weather_station::port) != Status::ok) { …the network is not there yet… }
//   for (;;) {
//     const Duration pause = std::min({sensors.poll(station.metrics, clock.now()), server.poll(clock.now()), Duration::millis(20)});
//     …sleep as long as that…
//   }
//
// It has no memory but 8 bytes a connection, and no buffer: bytes go between the server's memory and the stack's. No function waits;
// so the loop looks every few milliseconds for what has come. Use it from one task.
//
// A stack has few sockets (lwIP: MEMP_NUM_NETCONN, Zephyr: CONFIG_NET_MAX_CONTEXTS and CONFIG_ZVFS_OPEN_MAX): leave it two more than
// connections, for the one that listens and a client who waits. Clients beyond those wait in the stack. Where the stack takes the
// listening socket away, it is opened again at the next `waiting`.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/status.hpp"
#include "prometheus_express/ports/sockets/calls.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::sockets {

/// `Tcp` without its number of connections.
class TcpTransport : public transport::Transport {
 public:
  using Slot = transport::Slot;
  using Transfer = transport::Transfer;

  TcpTransport(const TcpTransport&) = delete;
  TcpTransport& operator=(const TcpTransport&) = delete;

  /// Listens on all addresses of the device, instead of where it listened before; port 0 has the stack choose one. `unavailable`:
  /// the stack has no socket left, or somebody else listens there. `waiting` tries again.
  Status(listen)(std::uint16_t port);

  /// Listens no more, and resets all clients.
  void stop();

  [[nodiscard]] bool is_listening() const { return listener_ != no_socket; }
  /// Where it listens, 0 if it does not.
  [[nodiscard]] std::uint16_t port() const { return is_listening() ? port_of(listener_) : std::uint16_t{0}; }

  [[nodiscard]] bool waiting() override;
  [[nodiscard]] bool(accept)(Slot slot) override;
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override;
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override;
  void finish(Slot slot) override;
  void(close)(Slot slot) override;
  void abort(Slot slot) override;

 protected:
  constexpr explicit TcpTransport(std::span<Handle> slots) : slots_(slots) {}
  ~TcpTransport() = default;

 private:
  std::span<Handle> slots_;
  Handle listener_ = no_socket;
  Handle waiting_ = no_socket;  // accepted by the stack, and by no slot yet
  std::uint16_t port_ = 0;
  bool is_wanted_ = false;  // `listen` was called
};

/// The memory of a `Tcp`, a base class so that it is there before the transport.
template <std::size_t slots>
struct TcpStorage {
  constexpr TcpStorage() { handles.fill(no_socket); }
  std::array<Handle, slots> handles = {};
};

/// A transport for `connections` clients at once (1 to 255).
template <std::uint8_t connections>
class Tcp final : TcpStorage<connections>, public TcpTransport {
  static_assert(connections > 0);
  using Storage = TcpStorage<connections>;

 public:
  constexpr Tcp() : TcpTransport(Storage::handles) {}
};

}  // namespace prometheus_express::sockets
