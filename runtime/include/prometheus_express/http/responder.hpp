// A server without its memory, and memory for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/connection.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/server_context.hpp"
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

  Connection<limits.parts> connections_[limits.connections];
  alignas(snapshot_alignment) char bytes_[limits.connections *
                                          Connection<limits.parts>::memory_size(limits)] = {};
};

/// A server but for its memory. Both may be `constinit`. Site's application, transport and memory must outlive it. The
/// clients that it still has when it ends are left to the transport.
template <Parts parts>
class Responder {
 public:
  template <Limits limits>
  constexpr Responder(const Site<limits>& site, transport::Transport& transport, Memory<limits>& memory)
      : context_{site, Memory<limits>::bounds, transport, memory.connections_},
        memory_(memory.bytes_),
        stride_(Connection<parts>::memory_size(limits)) {}

  Responder(const Responder&) = delete;
  Responder& operator=(const Responder&) = delete;

  /// Accepts clients, reads, answers and sends as far as the transport goes without waiting, and ends what
  /// takes too long. The work of one call is bounded, and each connection has its share of it. Returns after
  /// how long it must be called again at the latest, 0 if there is more to do at once; earlier whenever the
  /// transport has something new.
  Duration(poll)(Time now) { return work(now); }

  /// Requests so far whose handler returned another status than `ok`, or left a response that cannot be sent.
  [[nodiscard]] std::uint32_t failures() const { return context_.failures; }

 private:
  Duration work(Time now);

  /// Pieces of work that one connection may do at one poll.
  static constexpr unsigned steps_per_poll = 32;

  /// How long a request must have stood still before its connection makes room for a new client: longer than a
  /// client that is alive takes between two packets of a local network.
  static constexpr Duration stall_time = {100};

  /// How soon to ask a transport again that could not accept a client.
  static constexpr Duration accept_retry_time = {100};

  /// The time until the next call where nothing is to be done.
  static constexpr Duration longest_pause = {0x7FFFFFFF};

  [[nodiscard]] static constexpr Duration earlier(Duration one, Duration other) {
    return one.milliseconds < other.milliseconds ? one : other;
  }

  bool open();
  bool make_room();

  ServerContext<parts> context_;
  char* memory_;  // of the connections, one behind the other
  std::size_t stride_;
};

template <Limits limits>
Responder(const Site<limits>&, transport::Transport&, Memory<limits>&) -> Responder<limits.parts>;

template <Parts parts>
Duration Responder<parts>::work(Time now) {
  context_.now = now;
  Duration pause = longest_pause;
  bool full = true;
  bool refused = false;  // the transport could not accept
  for (context_.slot = 0; context_.slot < context_.limits.connections; ++context_.slot) {
    Connection<parts>& connection = context_.connections[context_.slot];
    if (connection.free() && !refused && context_.transport.waiting()) {
      refused = !open();
    }
    if (connection.free()) {
      full = false;
      continue;
    }
    connection.expire(context_);
    unsigned steps = 0;
    while (steps < steps_per_poll && connection.step(context_)) {
      ++steps;
    }
    if (steps == steps_per_poll) {
      pause = {};
    }
    if (connection.free()) {
      full = false;
    } else {
      pause = earlier(pause, connection.time_left(context_));
    }
  }
  if (!context_.transport.waiting()) {
    return pause;
  }
  return (full ? make_room() : !refused) ? Duration() : earlier(pause, accept_retry_time);
}

/// Accepts the waiting client.
template <Parts parts>
bool Responder<parts>::open() {
  const bool accepted = (context_.transport.accept)(context_.slot);
  if (accepted) {
    context_.connections[context_.slot].open(context_, memory_ + context_.slot * stride_);
  }
  return accepted;
}

/// Gives the place of the connection that has been idle longest to the client that waits: preferably of one
/// without a request, else of one whose request stands still. Who has just connected, has time to send the
/// first one. False when there is none.
template <Parts parts>
bool Responder<parts>::make_room() {
  std::uint32_t largest = 0;
  for (transport::Slot slot = 0; slot < context_.limits.connections; ++slot) {
    const Connection<parts>& connection = context_.connections[slot];
    const Duration age = context_.now - connection.last_activity();
    const bool stalled = age.milliseconds >= stall_time.milliseconds;
    std::uint32_t rank = 0;
    if (connection.idle() && (stalled || !connection.awaits_first_request())) {
      rank = age.milliseconds | 0x80000000U;  // above every age
    } else if (stalled) {
      rank = age.milliseconds;
    }
    if (rank > largest) {
      context_.slot = slot;
      largest = rank;
    }
  }
  if (largest == 0) {
    return false;
  }
  context_.connections[context_.slot].evict(context_);
  open();
  return true;
}

}  // namespace prometheus_express::http
