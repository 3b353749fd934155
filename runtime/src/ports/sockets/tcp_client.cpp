#include "prometheus_express/ports/sockets/tcp_client.hpp"

#include <algorithm>
#include <utility>

#include "prometheus_express/transport/host_name.hpp"

namespace prometheus_express::sockets {

using transport::Link;
using transport::State;
using transport::Transfer;
using Step = Attempt::Step;

State TcpClientTransport::connect(Slot slot, transport::Peer peer) {
  Attempt& attempt = slots_[slot];
  attempt = Attempt();
  attempt.peer = peer;
  attempt.state = State::unreachable;
  const internet::Ipv4 address = internet::read_ipv4(peer.host);
  if (!address.is_zero()) {
    attempt.addresses[0] = address;
    attempt.count = 1;
    try_next(attempt);
  } else if (internet::looks_like_version_6(peer.host)) {
    fail(attempt, State::unreachable);
  } else if (!transport::is_host_name(peer.host)) {
    fail(attempt, State::no_such_name);
  } else {
    attempt.step = Step::queued;
  }
  return state(slot);
}

State TcpClientTransport::state(Slot slot) {
  const Attempt& attempt = slots_[slot];
  return attempt.step == Step::none || attempt.step == Step::connected ? attempt.state : State::pending;
}

void TcpClientTransport::poll(Time now) {
  lookup_.poll(now);
  for (Attempt& attempt : slots_) {
    if (attempt.step == Step::queued || attempt.step == Step::looking_up) {
      look_up(attempt);
    }
    if (attempt.step == Step::connecting) {
      wait_for_address(attempt, now);
    }
  }
}

/// One name is looked up at a time; others wait for their turn.
void TcpClientTransport::look_up(Attempt& attempt) {
  if (attempt.step == Step::queued) {
    if (!lookup_.is_free()) {
      return;
    }
    lookup_.begin(attempt.peer.host);
    attempt.step = Step::looking_up;
  }
  switch (lookup_.state()) {
    case Lookup::State::pending:
      return;
    case Lookup::State::found: {
      const auto found = lookup_.addresses();
      std::copy(found.begin(), found.end(), attempt.addresses.begin());
      attempt.count = static_cast<std::uint8_t>(found.size());
      try_next(attempt);
      break;
    }
    case Lookup::State::no_such_name:
      fail(attempt, State::no_such_name);
      break;
    case Lookup::State::idle:
    case Lookup::State::failed:
      fail(attempt, State::name_lookup_failed);
      break;
  }
  lookup_.end();
}

void TcpClientTransport::wait_for_address(Attempt& attempt, Time now) {
  if (!attempt.is_timed) {
    attempt.is_timed = true;
    attempt.since = now;
  }
  State state = connection_state(attempt.socket);
  if (state == State::pending && now - attempt.since >= patience) {
    state = State::timed_out;
  }
  if (state == State::open) {
    attempt.step = Step::connected;
    attempt.state = State::open;
  } else if (state != State::pending) {
    close_socket(std::exchange(attempt.socket, no_socket));
    note(attempt, state);
    try_next(attempt);
  }
}

/// Goes from address to address until one can be waited for.
void TcpClientTransport::try_next(Attempt& attempt) {
  while (attempt.tried < attempt.count) {
    const Begun begun = begin_connection({attempt.addresses[attempt.tried++], attempt.peer.port});
    if (begun.state == State::pending) {
      attempt.socket = begun.socket;
      attempt.step = Step::connecting;
      attempt.is_timed = false;
      return;
    }
    note(attempt, begun.state);
    if (begun.state == State::no_resources) {
      break;
    }
  }
  fail(attempt, attempt.state);
}

/// Of several addresses, what is told is how far the furthest came.
void TcpClientTransport::note(Attempt& attempt, State failure) {
  attempt.state = std::max(attempt.state, failure);
}

void TcpClientTransport::fail(Attempt& attempt, State failure) {
  attempt.state = failure;
  attempt.step = Step::none;
}

Transfer TcpClientTransport::take(Slot slot, std::span<char> into) {
  Attempt& attempt = slots_[slot];
  if (attempt.step != Step::connected) {
    return {0, transport::has_failed(state(slot)) ? Link::failed : Link::open};
  }
  const Transfer taken = receive(attempt.socket, into, attempt.state);
  if (taken.link == Link::failed) {
    close_socket(std::exchange(attempt.socket, no_socket));
    attempt.step = Step::none;
  }
  return taken;
}

Transfer TcpClientTransport::offer(Slot slot, std::span<const char> bytes) {
  Attempt& attempt = slots_[slot];
  if (attempt.step != Step::connected) {
    return {0, transport::has_failed(state(slot)) ? Link::failed : Link::open};
  }
  const Transfer given = send_bytes(attempt.socket, bytes, attempt.state);
  if (given.link == Link::failed) {
    close_socket(std::exchange(attempt.socket, no_socket));
    attempt.step = Step::none;
  }
  return given;
}

void TcpClientTransport::finish(Slot slot) {
  if (slots_[slot].step == Step::connected) {
    end_stream(slots_[slot].socket);
  }
}

void TcpClientTransport::close(Slot slot) {
  close_socket(std::exchange(slots_[slot].socket, no_socket));
  give_up(slots_[slot]);
}

void TcpClientTransport::abort(Slot slot) {
  reset_socket(std::exchange(slots_[slot].socket, no_socket));
  give_up(slots_[slot]);
}

void TcpClientTransport::give_up(Attempt& attempt) {
  if (attempt.step == Step::looking_up) {
    lookup_.end();
  }
  attempt = Attempt();
}

}  // namespace prometheus_express::sockets
