// The transport's half for clients over the sockets of a stack: connections to others, by address or by name.
//
//   sockets::TcpClient<1> client(seed);                   // a number that differs from start to start
//   client.set_name_server({{192, 168, 1, 1}});           // as DHCP said; without it, addresses only
//   transport::State state = client.connect(0, {"push.example.com", 9091});
//   while (state == transport::State::pending) { client.poll(clock.now()); …; state = client.state(0); }
//
// As `transport::Client` has it, for addresses of version 4. No function waits: names are asked for by one datagram socket, which is
// there while a lookup is, one name at a time, 7 s at most; each of up to four addresses has 10 s to answer. Connections
// fare in `poll` only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/resolver.hpp"
#include "prometheus_express/ports/sockets/calls.hpp"
#include "prometheus_express/ports/sockets/lookup.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::sockets {

/// A slot of a client.
struct Attempt {
  enum class Step : std::uint8_t { none, queued, looking_up, connecting, connected };

  transport::Peer peer;
  Handle socket = no_socket;
  Time since;  // when the address was begun with; meaningful once `is_timed`
  transport::State state =
      transport::State::reset;  // as the slot sees it; while it is pending, the best failure so far
  Step step = Step::none;
  bool is_timed = false;
  std::uint8_t count = 0;  // of addresses
  std::uint8_t tried = 0;
  std::array<internet::Ipv4, internet::DnsReply::most_addresses> addresses = {};
};

/// `TcpClient` without its number of connections.
class TcpClientTransport : public transport::Client {
 public:
  using Slot = transport::Slot;
  using State = transport::State;
  using Transfer = transport::Transfer;

  /// How long an address has to answer.
  static constexpr Duration patience = Duration::seconds(10);

  TcpClientTransport(const TcpClientTransport&) = delete;
  TcpClientTransport& operator=(const TcpClientTransport&) = delete;

  /// Whom to ask for names, 0.0.0.0 for nobody.
  void set_name_server(const internet::Ipv4& server) { lookup_.set_server(server); }

  /// Goes on with what is pending. Bounded: a look at each.
  void(poll)(Time now);

  [[nodiscard]] State(connect)(Slot slot, transport::Peer peer) override;
  [[nodiscard]] State state(Slot slot) override;
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override;
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override;
  void finish(Slot slot) override;
  void(close)(Slot slot) override;
  void abort(Slot slot) override;

 protected:
  constexpr TcpClientTransport(std::span<Attempt> slots, std::uint32_t seed) : slots_(slots), lookup_(seed) {}
  ~TcpClientTransport() = default;

 private:
  void look_up(Attempt& attempt);
  void wait_for_address(Attempt& attempt, Time now);
  static void try_next(Attempt& attempt);
  static void note(Attempt& attempt, State failure);
  static void fail(Attempt& attempt, State failure);
  void give_up(Attempt& attempt);

  std::span<Attempt> slots_;
  Lookup lookup_;
};

/// The memory of a `TcpClient`, a base class so that it is there before the transport.
template <std::size_t slots>
struct TcpClientStorage {
  std::array<Attempt, slots> attempts = {};
};

/// A transport for `connections` at once (1 to 255).
template <std::uint8_t connections>
class TcpClient final : TcpClientStorage<connections>, public TcpClientTransport {
  static_assert(connections > 0);
  using Storage = TcpClientStorage<connections>;

 public:
  constexpr explicit TcpClient(std::uint32_t seed) : TcpClientTransport(Storage::attempts, seed) {}
};

}  // namespace prometheus_express::sockets
