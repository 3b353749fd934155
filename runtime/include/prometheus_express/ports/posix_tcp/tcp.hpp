// The transport over the sockets of a POSIX system: one thread, poll(2), non-blocking, in fixed memory.
//
//   posix::Tcp<4> tcp;
//   if (tcp.listen("127.0.0.1", 8080) != Status::ok) { std::fputs(tcp.error(), stderr); }
//   http::Server server(weather_station::site(station), tcp);
//   for (posix::MonotonicClock clock;;) { tcp.wait(server.poll(clock.now())); }
//
// What the system refuses ends one connection at most. A listening socket that could not be opened or was
// lost is opened again every second; while descriptors or memory are short, clients wait in the system's
// queue.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <span>
#include <string_view>
#include <utility>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/base/status.hpp"
#include "prometheus_express/ports/posix_tcp/connection.hpp"
#include "prometheus_express/ports/posix_tcp/connections.hpp"
#include "prometheus_express/ports/posix_tcp/listener.hpp"
#include "prometheus_express/ports/posix_tcp/wait.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::posix {

/// Called with what went over a connection: the client's address without its port, and bytes.
using Traffic = std::function<void(std::string_view peer, std::size_t received, std::size_t sent)>;

/// `Tcp` without its number of connections.
class TcpTransport : public transport::Transport, private Half {
 public:
  using Slot = transport::Slot;
  using Transfer = transport::Transfer;

  /// Clients whose last bytes may still be leaving after `close`; with one more, the first of them is given
  /// up.
  static constexpr std::size_t closing = Connections::closing;

  TcpTransport(const TcpTransport&) = delete;
  TcpTransport& operator=(const TcpTransport&) = delete;

  /// Listens on a numeric IPv4 or IPv6 address, `0.0.0.0` or `::` for all; port 0 picks a free one.
  /// `invalid_argument`: there is no such address. `unavailable`: the system refused; `wait` tries again
  /// every second.
  /// `shared`: further transports that say so, too, may listen there.
  Status(listen)(std::string_view address, std::uint16_t port, bool shared = false) {
    return listener_.open(address, port, shared);
  }

  /// Has `traffic` called for what goes over each connection that is accepted from now on.
  void watch_traffic(Traffic traffic) { traffic_ = std::move(traffic); }

  /// Why it does not listen, and what to do about it: a sentence without a full stop; empty while it does.
  [[nodiscard]] const char* error() const { return listener_.error(); }

  [[nodiscard]] bool is_listening() const { return listener_.is_open(); }

  /// Where it listens, with the port that was picked.
  [[nodiscard]] const Endpoint& endpoint() const { return listener_.endpoint(); }
  [[nodiscard]] std::uint16_t port() const { return endpoint().port(); }

  /// Sends what was offered, then sleeps until there is something to do, `longest` has passed, a signal was
  /// handled, or `wake`, a descriptor of the caller's, is readable. True when `wake` is. One poll(2); the
  /// server's poll comes next. With a `client`, tcp_client.hpp, that also is when the client has something to do.
  bool wait(Duration longest, int wake = -1, Half* client = nullptr) {
    return posix::wait(*this, client, longest, wake);
  }

  [[nodiscard]] bool waiting() override { return listener_.waiting(); }
  [[nodiscard]] bool(accept)(Slot slot) override;
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override;
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override;
  void finish(Slot slot) override;
  void(close)(Slot slot) override;
  void abort(Slot slot) override;

 protected:
  TcpTransport(std::span<Connection> connections, std::span<Connection*> slots)
      : connections_(connections, slots) {}
  ~TcpTransport() = default;

 private:
  [[nodiscard]] Duration prepare(Duration longest) override;
  void watch(PollTable& table) override;
  void saw(PollTable& table) override;
  void assume_ready() override;
  void tell_listener();

  Connections connections_;
  Listener listener_;
  Traffic traffic_;
};

/// The memory of a `Tcp`, a base class so that it is there before the transport.
template <std::size_t slots, std::size_t closing>
struct TcpStorage {
  std::array<Connection, slots + closing> connections;
  std::array<Connection*, slots> slot_table = {};
};

/// A transport for `connections` clients at once (1 to 255), about 20 KiB each.
template <std::uint8_t connections>
class Tcp final : TcpStorage<connections, TcpTransport::closing>, public TcpTransport {
  using Storage = TcpStorage<connections, TcpTransport::closing>;

 public:
  Tcp() : TcpTransport(Storage::connections, Storage::slot_table) {}
};

}  // namespace prometheus_express::posix
