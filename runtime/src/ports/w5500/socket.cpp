#include "prometheus_express/ports/w5500/socket.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace prometheus_express::w5500 {

void Socket::start(std::uint8_t number, std::uint8_t mode, std::uint8_t kib) {
  *this = Socket();
  number_ = number;
  mode_ = mode;
  kib_ = kib;
}

void Socket::set_up(Context& context, std::uint16_t port) {
  port_ = port;
  (void)context.chip.write8(registers(), socket::mode, mode_);
  (void)context.chip.write16(registers(), socket::port, port);
}

void Socket::set_peer(Context& context, const internet::Endpoint& peer) const {
  std::array<std::uint8_t, 6> bytes = {};
  std::copy(peer.address.bytes.begin(), peer.address.bytes.end(), bytes.begin());
  bytes[4] = static_cast<std::uint8_t>(peer.port >> 8U);
  bytes[5] = static_cast<std::uint8_t>(peer.port);
  (void)context.chip.write(registers(), socket::peer, bytes);
}

bool Socket::observe(Context& context) {
  std::array<std::uint8_t, 6> seen = {};  // MR CR IR SR PORT
  if (!context.chip.read(registers(), socket::mode, seen)) {
    return doubt(context);
  }
  const unsigned port = seen[4] * 256U + seen[5];
  if (seen[0] != mode_ || port != port_ || (seen[2] & event::reserved) != 0) {
    return doubt(context);
  }
  if (seen[1] != 0) {
    if (!busy_) {  // not ordered by us: a disturbance
      busy_ = true;
      ordered_ = context.now;
    }
    const Duration waited = context.now - ordered_;
    if (!stuck_ && waited > command_limit) {
      ++context.statistics.stuck_commands;
      stuck_ = true;
    }
    context.stuck = context.stuck || waited > reset_limit;
    return false;
  }
  const auto state = static_cast<SocketState>(seen[3]);
  if (state != state_) {
    std::uint8_t again = 0;
    if (!context.chip.read(registers(), socket::mode + 3, std::span(&again, 1)) || again != seen[3]) {
      return false;
    }
    state_ = state;
    since_ = context.now;
  }
  busy_ = stuck_ = false;
  doubts_ = 0;
  if (seen[2] != 0) {
    events_ |= seen[2];
    (void)context.chip.write8(registers(), socket::events, seen[2]);  // else it is seen again
  }
  return true;
}

bool Socket::settle(Context& context) {
  for (unsigned left = settling; left != 0 && !context.stuck; --left) {
    if (observe(context)) {
      return true;
    }
  }
  return false;
}

void Socket::order(Context& context, Command command) {
  busy_ = true;
  ordered_ = context.now;
  if (!context.chip.write8(registers(), socket::command, static_cast<std::uint8_t>(command))) {
    context.stuck = true;  // nobody knows whether it was carried out
  }
}

std::uint8_t Socket::take_events() { return std::exchange(events_, std::uint8_t{0}); }

bool Socket::doubt(Context& context) {
  ++context.statistics.doubtful_reads;
  context.doubt = true;
  if (++doubts_ >= most_doubts) {
    context.stuck = true;
  }
  return false;
}

}  // namespace prometheus_express::w5500
