#include "prometheus_express/ports/posix_tcp/tcp_client.hpp"

#include <algorithm>

#include "prometheus_express/ports/posix_tcp/failure.hpp"

namespace prometheus_express::posix {

using transport::Link;
using transport::State;
using transport::Transfer;

State TcpClientTransport::connect(Slot slot, transport::Peer peer) {
  attempts_[slot].begin(peer, resolve_, clock_.now());
  adopt(slot);
  return attempts_[slot].state();
}

State TcpClientTransport::state(Slot slot) {
  settle(slot);
  return attempts_[slot].state();
}

Transfer TcpClientTransport::take(Slot slot, std::span<char> into) {
  if (!attempts_[slot].is_open()) {
    return {0, has_failed(attempts_[slot].state()) ? Link::failed : Link::open};
  }
  const Transfer taken = connections_[slot].take(into);
  settle(slot);
  return taken;
}

Transfer TcpClientTransport::offer(Slot slot, std::span<const char> bytes) {
  if (!attempts_[slot].is_open()) {
    return {0, has_failed(attempts_[slot].state()) ? Link::failed : Link::open};
  }
  const Transfer given = connections_[slot].offer(bytes);
  settle(slot);
  return given;
}

void TcpClientTransport::finish(Slot slot) {
  if (attempts_[slot].is_open()) {
    connections_[slot].finish();
  }
}

void TcpClientTransport::close(Slot slot) {
  if (attempts_[slot].is_open()) {
    connections_.close(slot);
  }
  attempts_[slot].give_up();
}

void TcpClientTransport::abort(Slot slot) {
  if (attempts_[slot].is_open()) {
    connections_.abort(slot);
  }
  attempts_[slot].give_up();
}

Duration TcpClientTransport::prepare(Duration longest) {
  Duration pause = connections_.prepare(longest);
  const Time now = clock_.now();
  for (std::size_t slot = 0; slot < attempts_.size(); ++slot) {
    Attempt& attempt = attempts_[slot];
    if (attempt.is_pending()) {
      attempt.go_on(patience_, now, false);
      adopt(static_cast<Slot>(slot));
      pause = attempt.is_pending() ? std::min(pause, attempt.left(patience_, now)) : Duration{};
    }
  }
  return pause;
}

void TcpClientTransport::watch(PollTable& table) {
  connections_.watch(table);
  for (const Attempt& attempt : attempts_) {
    if (attempt.is_pending()) {
      table.watch(attempt.descriptor(), attempt.events());
    }
  }
}

// The connections first, as above: behind them, some may be new.
void TcpClientTransport::saw(PollTable& table) {
  connections_.saw(table);
  for (std::size_t slot = 0; slot < attempts_.size(); ++slot) {
    if (attempts_[slot].is_pending()) {
      go_on(static_cast<Slot>(slot), table.next() != 0);
    }
  }
}

void TcpClientTransport::assume_ready() {
  connections_.assume_ready();
  for (std::size_t slot = 0; slot < attempts_.size(); ++slot) {
    if (attempts_[slot].is_pending()) {
      go_on(static_cast<Slot>(slot), true);
    }
  }
}

void TcpClientTransport::go_on(Slot slot, bool is_ready) {
  attempts_[slot].go_on(patience_, clock_.now(), is_ready);
  adopt(slot);
}

// Makes a connection of what has just been opened.
void TcpClientTransport::adopt(Slot slot) {
  if (attempts_[slot].is_open()) {
    connections_.open(slot, attempts_[slot].take_socket());
  }
}

// A connection that has failed is given up; its slot keeps the reason.
void TcpClientTransport::settle(Slot slot) {
  if (attempts_[slot].is_open() && connections_[slot].error() != 0) {
    attempts_[slot].lose(stream_failure(connections_[slot].error()));
    connections_.abort(slot);
  }
}

}  // namespace prometheus_express::posix
