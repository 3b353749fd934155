#include "prometheus_express/ports/posix_tcp/tcp.hpp"

#include <utility>

namespace prometheus_express::posix {

bool TcpTransport::accept(Slot slot) {
  Descriptor client = listener_.accept();
  if (!client.is_open()) {
    return false;
  }
  Connection& connection = connections_.open(slot, std::move(client));
  if (traffic_) {
    connection.learn_peer();
  }
  return true;
}

transport::Transfer TcpTransport::take(Slot slot, std::span<char> into) {
  const transport::Transfer taken = connections_[slot].take(into);
  if (traffic_ && taken.bytes != 0) {
    traffic_(connections_[slot].peer(), taken.bytes, 0);
  }
  return taken;
}

transport::Transfer TcpTransport::offer(Slot slot, std::span<const char> bytes) {
  const transport::Transfer accepted = connections_[slot].offer(bytes);
  if (traffic_ && accepted.bytes != 0) {
    traffic_(connections_[slot].peer(), 0, accepted.bytes);
  }
  return accepted;
}

void TcpTransport::finish(Slot slot) { connections_[slot].finish(); }

void TcpTransport::close(Slot slot) {
  connections_.close(slot);
  tell_listener();
}

void TcpTransport::abort(Slot slot) {
  connections_.abort(slot);
  tell_listener();
}

void TcpTransport::tell_listener() {
  if (connections_.freed()) {
    listener_.descriptor_was_freed();
  }
}

Duration TcpTransport::prepare(Duration longest) {
  Duration pause = connections_.prepare(longest);
  tell_listener();
  if (listener_.waiting() && connections_.has_free_slot()) {
    pause = {};
  }
  return listener_.recover(pause);
}

void TcpTransport::watch(PollTable& table) {
  // poll(2) passes over negative descriptors.
  table.watch(listener_.watches() ? listener_.descriptor() : -1, POLLIN);
  connections_.watch(table);
}

void TcpTransport::saw(PollTable& table) {
  if (table.next() != 0) {
    listener_.saw_client();
  }
  connections_.saw(table);
  tell_listener();
}

void TcpTransport::assume_ready() {
  if (listener_.watches()) {
    listener_.saw_client();
  }
  connections_.assume_ready();
}

}  // namespace prometheus_express::posix
