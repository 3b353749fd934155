// A server without its memory, and memory for it. Programs include server.hpp, which has the definitions, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/connection.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

/// The memory of a server: all zeros at first, so that as a variable of its own it takes no flash.
template <Limits limits>
class Memory {
  static_assert(limits.connections > 0 && limits.input_buffer > 0 && limits.requests_per_connection > 0);
  static_assert(limits.stored_bytes >= 16, "the name of a method must fit");
  static_assert(limits.output_buffer >= 192, "the head of an error answer must fit");

 public:
  constexpr Memory() = default;

 private:
  template <Parts parts>
  friend class Responder;

  static constexpr Limits bounds = limits;

  BasicConnection<limits.parts> connections_[limits.connections];
  alignas(snapshot_alignment) char bytes_[limits.connections *
                                          BasicConnection<limits.parts>::memory_size(limits)] = {};
};

/// A server but for its memory. Both may be `constinit`. Site's application, transport and memory must outlive it. The
/// clients that it still has when it ends are left to the transport.
template <Parts parts>
class Responder {
 public:
  template <Limits limits>
  constexpr Responder(const Site<limits>& site, transport::Transport& transport, Memory<limits>& memory)
      : turn_{site, Memory<limits>::bounds, transport, memory.connections_},
        memory_(memory.bytes_),
        stride_(BasicConnection<parts>::memory_size(limits)) {}

  Responder(const Responder&) = delete;
  Responder& operator=(const Responder&) = delete;

  /// Accepts clients, reads, answers and sends as far as the transport goes without waiting, and ends what
  /// takes too long. The work of one call is bounded, and each connection has its share of it. Returns after
  /// how long it must be called again at the latest, 0 if there is more to do at once; earlier whenever the
  /// transport has something new.
  Duration poll(Time now);

  /// Requests so far whose handler returned another status than `ok`, or left a response that cannot be sent.
  [[nodiscard]] std::uint32_t failures() const { return turn_.failures; }

 private:
  bool open();
  bool reap();

  BasicTurn<parts> turn_;
  char* memory_;  // of the connections, one behind the other
  std::size_t stride_;
};

template <Limits limits>
Responder(const Site<limits>&, transport::Transport&, Memory<limits>&) -> Responder<limits.parts>;

extern template class Responder<all_parts>;

}  // namespace prometheus_express::http
