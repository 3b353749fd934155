#include "prometheus_express/ports/w5500/tcp.hpp"

namespace prometheus_express::w5500 {

bool TcpStreams::accept_first(Slot slot) {
  Stream* const client = first_waiting();
  if (client == nullptr) {
    return false;
  }
  client->accept(slots_[slot]);
  return true;
}

transport::Transfer TcpStreams::take(Slot slot, std::span<char> into) {
  return slots_[slot].take(ethernet_.context(), into);
}

transport::Transfer TcpStreams::offer(Slot slot, std::span<const char> bytes) {
  return slots_[slot].offer(ethernet_.context(), bytes);
}

void TcpStreams::finish(Slot slot) { slots_[slot].finish(ethernet_.context()); }

void TcpStreams::close_slot(Slot slot) { slots_[slot].close(ethernet_.context()); }

void TcpStreams::abort(Slot slot) { slots_[slot].abort(ethernet_.context()); }

Stream* TcpStreams::first_waiting() {
  Stream* first = nullptr;
  for (Stream& stream : ethernet_.streams()) {
    if (stream.is_waiting() && (first == nullptr || stream.came_before(*first))) {
      first = &stream;
    }
  }
  return first;
}

}  // namespace prometheus_express::w5500
