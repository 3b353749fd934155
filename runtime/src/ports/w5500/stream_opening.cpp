// How a connection comes about: a socket that listens, or one that connects, and the pointers that it begins with.
#include "prometheus_express/ports/w5500/stream.hpp"

namespace prometheus_express::w5500 {

using transport::State;

/// Lets the socket listen; or, when somebody has connected, a client wait.
void Stream::listen(Context& context) {
  if (socket_.state() == SocketState::closed) {
    socket_.order(context, Command::open);
    if (!socket_.settle(context)) {
      return;  // the next time, then
    }
  }
  switch (socket_.state()) {
    case SocketState::closed:
    case SocketState::listen:
      return;
    case SocketState::init:
      socket_.order(context, Command::listen);
      return;
    case SocketState::established:
    case SocketState::close_wait:
      if (open(context)) {
        phase_ = Phase::waiting;
        began_ = context.now;
        ++context.statistics.clients;
      }
      return;
    default:
      if (socket_.in_state(context.now) > passing_limit) {
        give_up(context, State::timed_out);
      }
      return;
  }
}

void Stream::connect(Context& context, Handle& handle, const internet::Endpoint& peer, std::uint16_t port) {
  phase_ = Phase::connecting;
  connecting_ = timed_out_ = false;
  handle_ = &handle;
  handle = {this, State::pending};
  peer_ = peer;
  began_ = context.now;
  socket_.set_up(context, port);
  act(context);
}

void Stream::go_on_connecting(Context& context) {
  if (socket_.state() == SocketState::closed) {
    socket_.set_peer(context, peer_);
    socket_.order(context, Command::open);
    if (!socket_.settle(context)) {
      return;
    }
    (void)socket_.take_events();  // those of the connection before
    connected_ = false;
  }
  switch (socket_.state()) {
    case SocketState::init:
      connecting_ = true;
      socket_.order(context, Command::connect);
      return;
    case SocketState::established:
    case SocketState::close_wait:
      if (open(context)) {
        phase_ = Phase::held;
        handle_->state = State::open;
      }
      return;
    default:
      if (context.now - began_ > connect_limit) {
        give_up(context, State::timed_out);
      }
      return;
  }
}

/// Reads the pointers of a new connection, which the chip has set while it connected. They stand still by now. False: not
/// this time.
bool Stream::open(Context& context) {
  const std::uint32_t write = context.chip.read_steady16(socket_.registers(), socket::tx_write);
  const std::uint32_t read = context.chip.read_steady16(socket_.registers(), socket::rx_read);
  if (write == Chip::unread || read == Chip::unread) {
    return false;
  }
  tx_sent_ = tx_write_ = static_cast<std::uint16_t>(write);
  rx_read_ = static_cast<std::uint16_t>(read);
  room_ = available_ = unreturned_ = 0;
  look_ = measure_ = true;
  finishing_ = disconnected_ = timed_out_ = false;
  rejected_ = 0;
  return true;
}

void Stream::accept(Handle& handle) {
  phase_ = Phase::held;
  handle_ = &handle;
  handle = {this, State::open};
}

}  // namespace prometheus_express::w5500
