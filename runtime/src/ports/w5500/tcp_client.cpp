#include "prometheus_express/ports/w5500/tcp_client.hpp"

#include <algorithm>

#include "prometheus_express/transport/host_name.hpp"

namespace prometheus_express::w5500 {
namespace {

using transport::Link;
using transport::State;
using Step = Attempt::Step;

constexpr std::uint16_t first_ephemeral_port = 49152;

/// How far an address came: what is told of several is the furthest.
unsigned rank(State state) {
  switch (state) {
    case State::refused:
      return 3;
    case State::timed_out:
      return 2;
    case State::unreachable:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

State ClientStreams::connect_slot(Slot slot, transport::Peer peer) {
  Attempt& attempt = slots_[slot];
  attempt = Attempt();
  attempt.peer = peer;
  attempt.state = State::pending;
  const internet::Ipv4 address = internet::read_ipv4(peer.host);
  if (!address.is_zero()) {
    attempt.addresses[0] = address;
    attempt.count = 1;
    attempt.step = Step::connecting;
    try_next(attempt);
  } else if (internet::looks_like_version_6(peer.host)) {
    fail(attempt, State::unreachable);  // which the chip does not speak
  } else if (!transport::is_host_name(peer.host)) {
    fail(attempt, State::no_such_name);
  } else if (resolver_ == nullptr) {
    fail(attempt, State::name_lookup_failed);
  } else {
    attempt.step = Step::queued;
    look_up(attempt);
  }
  return attempt.state;
}

State ClientStreams::state(Slot slot) {
  Attempt& attempt = slots_[slot];
  switch (attempt.step) {
    case Step::queued:
    case Step::looking_up:
      look_up(attempt);
      break;
    case Step::connecting:
      if (attempt.handle.state == State::open) {
        attempt.step = Step::connected;
        attempt.state = State::open;
      } else if (attempt.handle.stream == nullptr) {
        if (rank(attempt.handle.state) >= rank(attempt.state)) {
          attempt.state = attempt.handle.state;
        }
        try_next(attempt);
      }
      break;
    case Step::connected:
      attempt.state = attempt.handle.state;
      break;
    case Step::none:
      break;
  }
  return attempt.step == Step::none || attempt.step == Step::connected ? attempt.state : State::pending;
}

/// The resolver looks up one name at a time; others wait for their turn.
void ClientStreams::look_up(Attempt& attempt) {
  if (!ethernet_.has_link() || ethernet_.addresses().own.is_zero()) {
    give_up_lookup(attempt);
    fail(attempt, State::unreachable);
    return;
  }
  if (attempt.step == Step::queued) {
    if (resolver_->state() != internet::Resolver::State::idle) {
      return;
    }
    resolver_->begin(attempt.peer.host);
    attempt.step = Step::looking_up;
  }
  switch (resolver_->state()) {
    case internet::Resolver::State::pending:
      return;
    case internet::Resolver::State::found: {
      const auto found = resolver_->addresses();
      std::copy(found.begin(), found.end(), attempt.addresses.begin());
      attempt.count = static_cast<std::uint8_t>(found.size());
      attempt.step = Step::connecting;
      try_next(attempt);
      break;
    }
    case internet::Resolver::State::no_such_name:
      fail(attempt, State::no_such_name);
      break;
    default:
      fail(attempt, State::name_lookup_failed);
      break;
  }
  resolver_->end();
}

/// Connects to the next address that can be tried; `state` has the best reason so far for which none was open.
void ClientStreams::try_next(Attempt& attempt) {
  while (attempt.tried < attempt.count) {
    const State state = try_address(attempt, attempt.addresses[attempt.tried++]);
    if (state == State::pending) {
      return;
    }
    if (rank(state) >= rank(attempt.state)) {
      attempt.state = state;
    }
  }
  fail(attempt, attempt.state);
}

State ClientStreams::try_address(Attempt& attempt, const internet::Ipv4& address) {
  if (!is_reachable(address) || attempt.peer.port == 0) {
    return State::unreachable;
  }
  for (Stream& stream : ethernet_.streams()) {
    if (stream.role() == Stream::Role::client && stream.is_closed()) {
      stream.connect(ethernet_.context(), attempt.handle, {address, attempt.peer.port}, free_port());
      return State::pending;
    }
  }
  return State::no_resources;
}

void ClientStreams::fail(Attempt& attempt, State state) {
  attempt.state = state;
  attempt.step = Step::none;
}

bool ClientStreams::is_reachable(const internet::Ipv4& address) const {
  const internet::Addresses& addresses = ethernet_.addresses();
  constexpr std::uint8_t first_of_multicast = 224;
  return ethernet_.is_running() && ethernet_.has_link() && !addresses.own.is_zero() &&
         address.bytes[0] < first_of_multicast &&
         (internet::is_neighbour(addresses, address) || !addresses.gateway.is_zero());
}

/// A new one each time: servers remember those of before for a while (TIME_WAIT).
std::uint16_t ClientStreams::free_port() {
  const auto streams = ethernet_.streams();
  std::uint32_t random = ethernet_.random();
  std::uint16_t port = 0;
  for (unsigned left = sockets_of_chip + 1; left != 0; --left, ++random) {
    port = static_cast<std::uint16_t>(first_ephemeral_port | (random & 0x3FFFU));
    if (std::none_of(streams.begin(), streams.end(),
                     [port](const Stream& stream) { return stream.socket().port() == port; })) {
      break;
    }
  }
  return port;
}

transport::Transfer ClientStreams::take(Slot slot, std::span<char> into) {
  const State now = state(slot);
  if (slots_[slot].step != Step::connected) {
    return {0, transport::has_failed(now) ? Link::failed : Link::open};
  }
  return slots_[slot].handle.take(ethernet_.context(), into);
}

transport::Transfer ClientStreams::offer(Slot slot, std::span<const char> bytes) {
  const State now = state(slot);
  if (slots_[slot].step != Step::connected) {
    return {0, transport::has_failed(now) ? Link::failed : Link::open};
  }
  return slots_[slot].handle.offer(ethernet_.context(), bytes);
}

void ClientStreams::finish(Slot slot) { slots_[slot].handle.finish(ethernet_.context()); }

void ClientStreams::close_slot(Slot slot) {
  give_up_lookup(slots_[slot]);
  slots_[slot].handle.close(ethernet_.context());
  slots_[slot] = Attempt();
}

void ClientStreams::abort(Slot slot) {
  give_up_lookup(slots_[slot]);
  slots_[slot].handle.abort(ethernet_.context());
  slots_[slot] = Attempt();
}

void ClientStreams::give_up_lookup(const Attempt& attempt) {
  if (attempt.step == Step::looking_up) {
    resolver_->end();
  }
}

}  // namespace prometheus_express::w5500
