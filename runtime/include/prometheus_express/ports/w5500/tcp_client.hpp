// The transport of clients over a W5500: connections to others, by address or by name.
//
//   internet::Resolver resolver(seed);                    // without one: addresses only
//   datagrams.add(resolver);
//   w5500::TcpClient<1> client(ethernet, &resolver);
//   State state = client.connect(0, {"push.example.com", 9091});
//
// As `transport::Client` has it. A lookup takes 7 s at most, one name at a time; each of up to four addresses 1 s when nobody
// has it, 6 s when nobody answers, and 20 s whatever the chip does. The chip does not tell these two apart: both are
// `timed_out`. A connection takes one of the layout's client sockets; one that was closed keeps its socket for up to 2 s. What
// tcp.hpp says of `finish`, `close` and `abort` holds here, too.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/internet/resolver.hpp"
#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/stream.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::w5500 {

/// A slot of a client.
struct Attempt {
  enum class Step : std::uint8_t { none, queued, looking_up, connecting, connected };

  Handle handle;
  transport::Peer peer;
  transport::State state = transport::State::reset;  // as the slot sees it
  Step step = Step::none;
  std::uint8_t count = 0;  // of addresses
  std::uint8_t tried = 0;
  std::array<internet::Ipv4, internet::DnsReply::most_addresses> addresses = {};
};

/// `TcpClient` without its number of connections, and without anything virtual: see TcpStreams.
class ClientStreams {
 public:
  ClientStreams(const ClientStreams&) = delete;
  ClientStreams& operator=(const ClientStreams&) = delete;

 protected:
  using Slot = transport::Slot;
  using State = transport::State;
  using Transfer = transport::Transfer;

  constexpr ClientStreams(Ethernet& ethernet, internet::Resolver* resolver, std::span<Attempt> slots)
      : ethernet_(ethernet), resolver_(resolver), slots_(slots) {}
  ~ClientStreams() = default;

  [[nodiscard]] State connect_slot(Slot slot, transport::Peer peer);
  [[nodiscard]] State state(Slot slot);
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into);
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes);
  void finish(Slot slot);
  void close_slot(Slot slot);
  void abort(Slot slot);

 private:
  void look_up(Attempt& attempt);
  void try_next(Attempt& attempt);
  [[nodiscard]] State try_address(Attempt& attempt, const internet::Ipv4& address);
  static void fail(Attempt& attempt, State state);
  [[nodiscard]] bool is_reachable(const internet::Ipv4& address) const;
  [[nodiscard]] std::uint16_t free_port();
  void give_up_lookup(const Attempt& attempt);

  Ethernet& ethernet_;
  internet::Resolver* resolver_;
  std::span<Attempt> slots_;
};

/// The memory of a `TcpClient`, a base class so that it is there before the transport.
template <std::size_t slots>
struct TcpClientStorage {
  std::array<Attempt, slots> attempts = {};
};

template <std::uint8_t connections>
class TcpClient final : TcpClientStorage<connections>, ClientStreams, public transport::Client {
  static_assert(connections > 0 && connections <= sockets_of_chip);
  using Storage = TcpClientStorage<connections>;

 public:
  using Slot = transport::Slot;
  using State = transport::State;
  using Transfer = transport::Transfer;

  constexpr explicit TcpClient(Ethernet& ethernet, internet::Resolver* resolver = nullptr)
      : ClientStreams(ethernet, resolver, Storage::attempts) {}

  [[nodiscard]] State(connect)(Slot slot, transport::Peer peer) override { return connect_slot(slot, peer); }
  [[nodiscard]] State state(Slot slot) override { return ClientStreams::state(slot); }
  [[nodiscard]] Transfer take(Slot slot, std::span<char> into) override {
    return ClientStreams::take(slot, into);
  }
  [[nodiscard]] Transfer offer(Slot slot, std::span<const char> bytes) override {
    return ClientStreams::offer(slot, bytes);
  }
  void finish(Slot slot) override { ClientStreams::finish(slot); }
  void(close)(Slot slot) override { close_slot(slot); }
  void abort(Slot slot) override { ClientStreams::abort(slot); }
};

}  // namespace prometheus_express::w5500
