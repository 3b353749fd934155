// The transport's half for clients, over the sockets of a POSIX system: one thread that uses it, poll(2), non-blocking, in
// fixed memory but for lookups.
//
//   posix::TcpClient<1> client;
//   transport::State state = client.connect(0, {"push.example.com", 9091});
//   while (state == transport::State::pending) { client.wait(Duration::seconds(1)); state = client.state(0); }
//
// Beside a server they share the wait: tcp.wait(pause, -1, &client).
//
// Names are looked up by getaddrinfo(3), which waits, so each lookup has a thread of its own and memory for its answer. One
// that is given up goes on until the system is done with it, also when the client is gone; until then its slot can look up
// the same name again, and another one fails for `no_resources`. Addresses are tried in the system's order, IPv4 and IPv6,
// the first `Addresses::most`, each for as long as `Patience` says.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <span>
#include <utility>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"
#include "prometheus_express/ports/posix_tcp/attempt.hpp"
#include "prometheus_express/ports/posix_tcp/connection.hpp"
#include "prometheus_express/ports/posix_tcp/connections.hpp"
#include "prometheus_express/ports/posix_tcp/resolver.hpp"
#include "prometheus_express/ports/posix_tcp/wait.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::posix {

/// `TcpClient` without its number of connections.
class TcpClientTransport : public transport::Client, public Half {
 public:
  using Slot = transport::Slot;
  using State = transport::State;
  using Transfer = transport::Transfer;

  TcpClientTransport(const TcpClientTransport&) = delete;
  TcpClientTransport& operator=(const TcpClientTransport&) = delete;

  /// Sends what was offered, then sleeps until there is something to do, `longest` has passed, a signal was
  /// handled, or `wake`, a descriptor of the caller's, is readable. True when `wake` is. One poll(2). Connections fare only
  /// in it, or in a server's `wait` that is given this client.
  bool wait(Duration longest, int wake = -1) { return posix::wait(*this, nullptr, longest, wake); }

  [[nodiscard]] State(connect)(Slot slot, transport::Peer peer) override;
  [[nodiscard]] State state(Slot slot) override;
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override;
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override;
  void finish(Slot slot) override;
  void(close)(Slot slot) override;
  void abort(Slot slot) override;

 protected:
  TcpClientTransport(std::span<Connection> connections, std::span<Connection*> slots,
                     std::span<Attempt> attempts, const Patience& patience, Resolve resolve)
      : connections_(connections, slots),
        attempts_(attempts),
        patience_(patience),
        resolve_(std::move(resolve)) {}
  ~TcpClientTransport() = default;

 private:
  [[nodiscard]] Duration prepare(Duration longest) override;
  void watch(PollTable& table) override;
  void saw(PollTable& table) override;
  void assume_ready() override;

  void go_on(Slot slot, bool is_ready);
  void adopt(Slot slot);
  void settle(Slot slot);

  Connections connections_;
  std::span<Attempt> attempts_;  // one a slot; the connection of one that is open
  Patience patience_;
  Resolve resolve_;
  MonotonicClock clock_;
};

/// The memory of a `TcpClient`, a base class so that it is there before the transport.
template <std::size_t slots, std::size_t closing>
struct TcpClientStorage {
  std::array<Connection, slots + closing> connections;
  std::array<Connection*, slots> slot_table = {};
  std::array<Attempt, slots> attempts;
};

/// A transport for `connections` at once (1 to 255), about 20 KiB each.
template <std::uint8_t connections>
class TcpClient final : TcpClientStorage<connections, Connections::closing>, public TcpClientTransport {
  static_assert(connections > 0);
  using Storage = TcpClientStorage<connections, Connections::closing>;

 public:
  explicit TcpClient(const Patience& patience = {}, Resolve resolve = resolve_by_system)
      : TcpClientTransport(Storage::connections, Storage::slot_table, Storage::attempts, patience,
                           std::move(resolve)) {}
};

}  // namespace prometheus_express::posix
