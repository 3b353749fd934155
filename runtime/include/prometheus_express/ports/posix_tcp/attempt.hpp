// The way of one slot to an open connection: a lookup where there is a name, then one address after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <utility>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/ports/posix/descriptor.hpp"
#include "prometheus_express/ports/posix_tcp/lookup.hpp"
#include "prometheus_express/ports/posix_tcp/resolver.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::posix {

/// How long a client of posix_tcp waits for others.
struct Patience {
  Duration lookup = Duration::seconds(20);  // getaddrinfo(3) takes longer when no name server answers
  Duration address = Duration::seconds(5);  // each; in which Linux has sent three SYNs
};

class Attempt {
 public:
  /// Begins anew; what there was before is given up.
  void begin(transport::Peer peer, const Resolve& resolve, Time now);

  /// Begun and not given up; then `state` says how it fares: `open` or a failure once it has come to that.
  [[nodiscard]] bool is_used() const { return is_used_; }
  [[nodiscard]] bool is_pending() const { return is_used_ && state_ == transport::State::pending; }
  [[nodiscard]] bool is_open() const { return is_used_ && state_ == transport::State::open; }
  [[nodiscard]] transport::State state() const { return state_; }

  /// The socket, once the state is `open`.
  [[nodiscard]] Descriptor take_socket() { return std::move(socket_); }

  /// The open connection has failed.
  void lose(transport::State reason) { state_ = reason; }

  /// Holds nothing any more.
  void give_up();

  /// What poll(2) is to wait for while it is `pending`, and for how long at most.
  [[nodiscard]] int descriptor() const;
  [[nodiscard]] short events() const;
  [[nodiscard]] Duration left(const Patience& patience, Time now) const;

  /// Goes on while it is `pending`. `is_ready`: poll(2) saw something, or could not be asked.
  void go_on(const Patience& patience, Time now, bool is_ready);

 private:
  [[nodiscard]] bool is_looking_up() const { return !socket_.is_open(); }
  void try_next(Time now);
  [[nodiscard]] bool(connect)(const Endpoint& endpoint);
  void check();
  void note(transport::State failure);

  bool is_used_ = false;
  transport::State state_ = transport::State::pending;
  transport::State furthest_ = transport::State::unreachable;  // of the addresses that have failed
  Time since_;                                                 // the lookup or the address goes on
  Descriptor socket_;
  Lookup lookup_;
  Addresses addresses_;
  std::size_t next_ = 0;  // of the addresses
};

}  // namespace prometheus_express::posix
