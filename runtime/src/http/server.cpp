#include "prometheus_express/http/server.hpp"

namespace prometheus_express::http {
namespace {

/// Pieces of work that one connection may do at one poll.
constexpr unsigned share = 32;

/// How long a request must have stood still before its connection makes room for a new client: longer than a
/// client that is alive takes between two packets of a local network.
constexpr Duration standstill = {100};

/// How soon to ask a transport again that could not accept a client.
constexpr Duration retry = {100};

constexpr Duration earlier(Duration one, Duration other) { return one < other ? one : other; }

constexpr Duration longest = {0x7FFFFFFF};

}  // namespace

Duration Responder::poll(Time now) {
  Duration pause = longest;
  bool full = true;
  bool refused = false;  // the transport could not accept
  for (std::size_t slot = 0; slot < connections_.size(); ++slot) {
    Connection& connection = connections_[slot];
    if (connection.free() && !refused && transport_.waiting()) {
      refused = !open(slot, now);
    }
    const Turn turn = this->turn(slot, now);
    connection.expire(turn);
    unsigned steps = 0;
    while (steps < share && connection.step(turn)) {
      ++steps;
    }
    if (steps == share) {
      pause = {};
    }
    if (connection.free()) {
      full = false;
    } else {
      pause = earlier(pause, connection.patience(turn));
    }
  }
  if (!transport_.waiting()) {
    return pause;
  }
  return (full ? reap(now) : !refused) ? Duration() : earlier(pause, retry);
}

/// Accepts the waiting client.
bool Responder::open(std::size_t slot, Time now) {
  const Turn turn = this->turn(slot, now);
  if (!transport_.accept(turn.slot)) {
    return false;
  }
  connections_[slot].open(turn, memory_ + slot * Connection::memory_size(limits_));
  return true;
}

/// Gives the place of the connection that has been idle longest to the client that waits: preferably of one
/// without a request, else of one whose request stands still. Who has just connected, has time to send the
/// first one. False when there is none.
bool Responder::reap(Time now) {
  std::size_t chosen = 0;
  std::uint32_t largest = 0;
  for (std::size_t slot = 0; slot < connections_.size(); ++slot) {
    const Duration age = now - connections_[slot].touched();
    std::uint32_t claim = 0;
    if (connections_[slot].idle() && (age >= standstill || !connections_[slot].fresh())) {
      claim = age.milliseconds | 0x80000000U;  // above every age
    } else if (age >= standstill) {
      claim = age.milliseconds;
    }
    if (claim > largest) {
      chosen = slot;
      largest = claim;
    }
  }
  if (largest == 0) {
    return false;
  }
  connections_[chosen].reap(turn(chosen, now));
  open(chosen, now);
  return true;
}

Turn Responder::turn(std::size_t slot, Time now) {
  return {routes_, limits_, transport_, static_cast<transport::Slot>(slot), now, connections_.data(), failures_};
}

}  // namespace prometheus_express::http
