// Definitions of the server, for those who leave parts out.
#pragma once

#include "prometheus_express/http/responder.hpp"

namespace prometheus_express::http {
namespace serving {

/// Pieces of work that one connection may do at one poll.
inline constexpr unsigned share = 32;

/// How long a request must have stood still before its connection makes room for a new client: longer than a
/// client that is alive takes between two packets of a local network.
inline constexpr Duration standstill = {100};

/// How soon to ask a transport again that could not accept a client.
inline constexpr Duration retry = {100};

constexpr Duration earlier(Duration one, Duration other) {
  return one.milliseconds < other.milliseconds ? one : other;
}

inline constexpr Duration longest = {0x7FFFFFFF};

}  // namespace serving

template <Parts parts>
Duration Responder<parts>::poll(Time now) {
  turn_.now = now;
  Duration pause = serving::longest;
  bool full = true;
  bool refused = false;  // the transport could not accept
  for (turn_.slot = 0; turn_.slot < turn_.limits.connections; ++turn_.slot) {
    BasicConnection<parts>& connection = turn_.connections[turn_.slot];
    if (connection.free() && !refused && turn_.transport.waiting()) {
      refused = !open();
    }
    if (connection.free()) {
      full = false;
      continue;
    }
    connection.expire(turn_);
    unsigned steps = 0;
    while (steps < serving::share && connection.step(turn_)) {
      ++steps;
    }
    if (steps == serving::share) {
      pause = {};
    }
    if (connection.free()) {
      full = false;
    } else {
      pause = serving::earlier(pause, connection.patience(turn_));
    }
  }
  if (!turn_.transport.waiting()) {
    return pause;
  }
  return (full ? reap() : !refused) ? Duration() : serving::earlier(pause, serving::retry);
}

/// Accepts the waiting client.
template <Parts parts>
bool Responder<parts>::open() {
  const bool accepted = turn_.transport.accept(turn_.slot);
  if (accepted) {
    turn_.connections[turn_.slot].open(turn_, memory_ + turn_.slot * stride_);
  }
  return accepted;
}

/// Gives the place of the connection that has been idle longest to the client that waits: preferably of one
/// without a request, else of one whose request stands still. Who has just connected, has time to send the
/// first one. False when there is none.
template <Parts parts>
bool Responder<parts>::reap() {
  std::uint32_t largest = 0;
  for (transport::Slot slot = 0; slot < turn_.limits.connections; ++slot) {
    const BasicConnection<parts>& connection = turn_.connections[slot];
    const Duration age = turn_.now - connection.touched();
    const bool stands = age.milliseconds >= serving::standstill.milliseconds;
    std::uint32_t claim = 0;
    if (connection.idle() && (stands || !connection.fresh())) {
      claim = age.milliseconds | 0x80000000U;  // above every age
    } else if (stands) {
      claim = age.milliseconds;
    }
    if (claim > largest) {
      turn_.slot = slot;
      largest = claim;
    }
  }
  if (largest == 0) {
    return false;
  }
  turn_.connections[turn_.slot].reap(turn_);
  open();
  return true;
}

}  // namespace prometheus_express::http
