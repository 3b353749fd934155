// The half of a transport that clients use: connections to others, by address or by name. Like a bus transfer, a
// connection is begun and asked about; nobody waits for a name server or a peer that is far away.
//
//   State state = client.connect(slot, {"push.example.com", 9091});
//   while (state == State::pending) { …; state = client.state(slot); }
//   if (state == State::open) { …take and offer… client.close(slot); }
//   else { …count it by reason, and connect again when it is time… }
#pragma once

#include <cstdint>
#include <string_view>

#include "prometheus_express/transport/streams.hpp"

namespace prometheus_express::transport {

/// How a connection fares. Those behind `open` are failures.
enum class State : std::uint8_t {
  pending,             // under way: looking up the name, or waiting for the peer
  open,                // both sides may send
  no_such_name,        // the name does not exist, has no address, or is neither a name nor an address
  name_lookup_failed,  // no name server is known, it does not answer, or it answers that it cannot say
  unreachable,         // no way leads there: no link, no own address, no route, or not a kind of the port's
  timed_out,           // nobody answers: when connecting, or later, when what was sent is not acknowledged
  refused,             // there is somebody, who does not listen at that port
  reset,               // it was open, and the peer gave it up; or nothing is known but that it is lost
  no_resources,        // this device has no socket, memory or port for it now
};

[[nodiscard]] constexpr bool has_failed(State state) { return state > State::open; }

/// Whom to connect to.
struct Peer {
  /// An address, as `192.0.2.7`, `2001:db8::7` (no brackets) or, where the port knows interfaces, `fe80::1%eth0`;
  /// otherwise a name, which is looked up, at most 253 bytes long.
  std::string_view host;
  std::uint16_t port = 0;
};

/// No function waits, and the work of each is bounded. Time limits are the caller's, who calls `abort`; beyond those, each
/// port limits a name's lookup and the wait for each address by its own means and says how, so that nothing stays `pending`
/// for ever. An open connection on which neither side sends may stay open for ever.
///
/// A slot is used from `connect` until `close` or `abort`. When a connection fails, the port gives up all that it held, and
/// the slot only remembers the reason; then `connect` may be called again without an `abort`.
class Client : public Streams {
 public:
  /// Begins to connect `slot`, which must be free or have failed, and says how that fares, as `state` does. `peer.host`
  /// stays valid as long as that is `pending`.
  ///
  /// An address is connected to at once; a name is looked up first, by whatever the port has for that, anew each time or
  /// from what the name server allows to remember. Of several addresses, those of the port's kinds are tried in the order
  /// of the answer, as many as it has room for, until one is open. When none is, the state is that of the address that
  /// came furthest: `refused` rather than `timed_out` rather than `unreachable`.
  /// Where the resolver does not say why there is no address, that is `name_lookup_failed`.
  [[nodiscard]] virtual State(connect)(Slot slot, Peer peer) = 0;

  /// How the connection of `slot`, which is in use, fares. It leaves `pending` once, for `open` or a failure, and may go
  /// from `open` to a failure; the end of the peer's stream is no failure, see `take`. Of an open connection, a port may
  /// notice a failure only when it is asked to `take` or `offer`.
  [[nodiscard]] virtual State state(Slot slot) = 0;

  // What Streams says holds, and of a slot that is not open:
  // - `take` and `offer` move nothing; their link is `open` while it is `pending`, and `failed` once it has failed. So one
  //   may offer from the start and hear of a failure there; `state` then says which.
  // - `finish` is for connections that are open or have failed, where it does nothing.
  // - `close` and `abort` give up what is pending, a lookup, too, and free the slot. The peer may see a connection that
  //   ends, or a reset, or nothing.
  // A peer that refuses what we send may answer, then reset: what it said can be lost with that (RFC 9112, 9.6).

 protected:
  ~Client() = default;
};

}  // namespace prometheus_express::transport
