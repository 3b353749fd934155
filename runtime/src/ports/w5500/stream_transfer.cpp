// The bytes of a stream: into and out of the chip's buffers, and what it is told of that.
#include <algorithm>

#include "prometheus_express/ports/w5500/stream.hpp"

namespace prometheus_express::w5500 {

using transport::Link;
using transport::Transfer;

Transfer Stream::take(Context& context, std::span<char> into) {
  if (phase_ != Phase::held) {
    return {};
  }
  flush(context);
  if (into.empty()) {
    return {};
  }
  std::size_t taken = 0;
  if (context.read_ahead.owner == this) {
    taken = take_ahead(context, into);
  } else {
    if (available_ == 0 && look_) {
      look(context);
    }
    taken = available_ == 0 ? 0 : take_directly(context, into);
  }
  if (taken != 0 || available_ != 0 || look_ || context.read_ahead.owner == this || !peer_has_ended()) {
    return {taken, Link::open};
  }
  if (is_left_to_be_read()) {
    end(context, transport::State::open);
  }
  return {0, Link::ended};
}

/// Finds out how many bytes have arrived. `Sn_IR` was cleared before, so whatever comes later is announced anew.
void Stream::look(Context& context) {
  if (!may_receive() && !peer_has_ended()) {
    return;
  }
  if (!is_ready(context)) {  // until RECV is taken, the count is that of before
    return;
  }
  const std::uint32_t received = context.chip.read_steady16(socket_.registers(), socket::rx_received);
  if (received == Chip::unread) {
    return;
  }
  if (received > socket_.size() || received < unreturned_) {
    if (!is_left_to_be_read()) {
      reject(context);
      return;
    }
    available_ = 0;  // the chip has forgotten it
  } else {
    available_ = static_cast<std::uint16_t>(received - unreturned_);
  }
  rejected_ = 0;
  look_ = false;
}

/// Reads `available_` bytes or less; small pieces by way of the memory that all streams share, if no other needs it.
std::size_t Stream::take_directly(Context& context, std::span<char> into) {
  ReadAhead& ahead = context.read_ahead;
  if (into.size() < available_ && into.size() < ReadAhead::size && ahead.owner == nullptr) {
    const std::size_t size = std::min<std::size_t>(available_, ReadAhead::size);
    if (!read(context, std::span(ahead.bytes).first(size))) {
      return 0;
    }
    ahead.owner = this;
    ahead.begin = 0;
    ahead.end = static_cast<std::uint16_t>(size);
    return take_ahead(context, into);
  }
  const std::size_t size = std::min<std::size_t>(into.size(), available_);
  return read(context, {reinterpret_cast<std::uint8_t*>(into.data()), size}) ? size : 0;
}

std::size_t Stream::take_ahead(Context& context, std::span<char> into) {
  ReadAhead& ahead = context.read_ahead;
  const std::size_t size = std::min<std::size_t>(into.size(), ahead.end - ahead.begin);
  std::copy_n(ahead.bytes.begin() + ahead.begin, size, into.begin());
  ahead.begin = static_cast<std::uint16_t>(ahead.begin + size);
  if (ahead.begin == ahead.end) {
    ahead.owner = nullptr;
  }
  return size;
}

bool Stream::read(Context& context, std::span<std::uint8_t> into) {
  if (!context.chip.read(rx_buffer_of(socket_.number()), rx_read_, into)) {
    return false;
  }
  const auto size = static_cast<std::uint16_t>(into.size());
  rx_read_ = static_cast<std::uint16_t>(rx_read_ + size);
  available_ = static_cast<std::uint16_t>(available_ - size);
  unreturned_ = static_cast<std::uint16_t>(unreturned_ + size);
  if (available_ == 0 || unreturned_ >= socket_.size() / 2) {
    return_space(context);
  }
  return true;
}

/// RECV: the peer may send as much again. Left for later while a command is under way.
void Stream::return_space(Context& context) {
  if (unreturned_ == 0 || !may_receive() || !is_ready(context) || !may_receive()) {
    return;
  }
  if (context.chip.write16(socket_.registers(), socket::rx_read, rx_read_)) {
    unreturned_ = 0;
    socket_.order(context, Command::receive);
  }
}

Transfer Stream::offer(Context& context, std::span<const char> bytes) {
  if (phase_ != Phase::held || finishing_ || !may_send()) {
    return {};
  }
  if (bytes.size() > room_) {
    measure_room(context);
    if (phase_ != Phase::held || !may_send()) {  // it was seen then that the peer has given up
      return {};
    }
  }
  std::size_t size = std::min<std::size_t>(bytes.size(), room_);
  if (size < bytes.size() &&
      size < socket_.size() / 2U) {  // a little at a time takes more commands than data
    size = 0;
  }
  const std::span<const std::uint8_t> accepted(reinterpret_cast<const std::uint8_t*>(bytes.data()), size);
  if (size != 0) {
    if (!context.chip.write(tx_buffer_of(socket_.number()), tx_write_, accepted)) {
      return {};
    }
    tx_write_ = static_cast<std::uint16_t>(tx_write_ + size);
    room_ = static_cast<std::uint16_t>(room_ - size);
  }
  if (size < bytes.size()) {
    flush(context);
  }
  return {size, peer_has_ended() && !look_ && available_ == 0 && context.read_ahead.owner != this
                    ? Link::ended
                    : Link::open};
}

/// Reads how much the peer has acknowledged. Between two SENDs that only grows, so an older number is a smaller one; but until
/// a SEND is taken, what it sends is not counted.
void Stream::measure_room(Context& context) {
  if ((!measure_ && measured_ == context.now) || !is_ready(context)) {
    return;
  }
  const std::uint32_t free = context.chip.read_steady16(socket_.registers(), socket::tx_free);
  if (free == Chip::unread) {
    return;
  }
  if (free > socket_.size()) {
    reject(context);
    return;
  }
  rejected_ = 0;
  measure_ = false;
  measured_ = context.now;
  room_ = static_cast<std::uint16_t>(free > unsent() ? free - unsent() : 0);
}

/// SEND: all that was accepted, by one command. Left for later while another is under way.
void Stream::flush(Context& context) {
  if (unsent() == 0 || !may_send() || !is_ready(context) || !may_send()) {
    return;
  }
  if (context.chip.write16(socket_.registers(), socket::tx_write, tx_write_)) {
    tx_sent_ = tx_write_;
    socket_.order(context, Command::send);
  }
}

void Stream::finish(Context& context) {
  finishing_ = true;
  measure_ = true;
  if (may_send() && is_ready(context) && may_send()) {
    end_our_side(context);
  }
}

void Stream::close(Context& context) {
  detach(context);
  if (phase_ == Phase::connecting) {
    abort(context);
    return;
  }
  phase_ = Phase::closing;
  if (!disconnected_) {
    ending_ = context.now;
  }
  finish(context);
}

void Stream::abort(Context& context) {
  detach(context);
  phase_ = Phase::aborting;
  if (!is_ready(context)) {
    return;
  }
  if (socket_.state() != SocketState::closed) {
    socket_.order(context, Command::close);
    if (!socket_.settle(context)) {
      return;
    }
    note_events();
  }
  act(context);
}

/// The slot has gone, or goes.
void Stream::detach(Context& context) {
  handle_ = nullptr;
  if (context.read_ahead.owner == this) {
    context.read_ahead.owner = nullptr;
  }
}

/// A count that cannot be. A chip that gives several in a row is broken, or its registers are overwritten.
void Stream::reject(Context& context) {
  ++context.statistics.doubtful_reads;
  context.doubt = true;
  if (++rejected_ >= Socket::most_doubts) {
    context.stuck = true;
  }
}

}  // namespace prometheus_express::w5500
