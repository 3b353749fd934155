// What is done for a stream when its socket was observed: by the state that was seen, never by what should have followed from
// a command.
#include "prometheus_express/ports/w5500/stream.hpp"

namespace prometheus_express::w5500 {

using transport::State;

void Stream::start(Role role, std::uint8_t number, std::uint8_t kib) {
  *this = Stream();
  role_ = role;
  socket_.start(number, mode_tcp, kib);
}

bool Stream::is_pending(const Context& context) const {
  if (socket_.is_busy() || socket_.is_doubtful()) {
    return true;
  }
  const SocketState state = socket_.state();
  switch (phase_) {
    case Phase::idle:
      return state != (role_ == Role::server && context.may_open ? SocketState::listen : SocketState::closed);
    case Phase::connecting:
      return state != SocketState::syn_sent;
    case Phase::aborting:
      return true;
    default:
      return state == SocketState::closed || unsent() != 0 || (finishing_ && !disconnected_) ||
             (unreturned_ != 0 && available_ == 0) || (disconnected_ && state != SocketState::fin_wait);
  }
}

void Stream::service(Context& context, bool sweep) {
  if (observe(context)) {
    look_ = look_ || sweep;
    act(context);
  } else if (socket_.is_stuck() && phase_ != Phase::idle && phase_ != Phase::aborting) {
    lose(context, State::timed_out);
    phase_ = Phase::aborting;
  }
}

bool Stream::observe(Context& context) {
  const bool had_ended = peer_has_ended();
  if (!socket_.observe(context)) {
    return false;
  }
  note_events();
  look_ = look_ || peer_has_ended() != had_ended;  // the last bytes may have come with the end
  return true;
}

void Stream::note_events() {
  const std::uint8_t events = socket_.take_events();
  timed_out_ = timed_out_ || (events & event::timeout) != 0;
  connected_ = connected_ || (events & event::connected) != 0;
  look_ = look_ || (events & event::received) != 0;
  measure_ = measure_ || (events & event::sent) != 0;
}

void Stream::act(Context& context) {
  if (socket_.state() == SocketState::closed && phase_ != Phase::idle &&
      (phase_ != Phase::connecting || connecting_)) {
    if (is_left_to_be_read()) {
      return;
    }
    const bool refused = phase_ == Phase::connecting && !connected_;
    end(context, timed_out_ ? State::timed_out : refused ? State::refused : State::reset);
  }
  switch (phase_) {
    case Phase::idle:
      if (role_ == Role::server && context.may_open) {
        listen(context);
      } else if (socket_.state() != SocketState::closed) {
        socket_.order(context, Command::close);
      }
      return;
    case Phase::connecting:
      go_on_connecting(context);
      return;
    case Phase::aborting:
      socket_.order(context, Command::close);
      return;
    default:
      go_on(context);
      return;
  }
}

/// Of a connection that was open when it was last seen.
void Stream::go_on(Context& context) {
  switch (socket_.state()) {
    case SocketState::established:
    case SocketState::close_wait:
      end_our_side(context);
      break;
    case SocketState::init:
    case SocketState::listen:  // so this is not what we left there
      context.doubt = true;
      give_up(context, State::reset);
      return;
    default:
      if (available_ == 0) {
        return_space(context);
      }
      if (!disconnected_ && socket_.in_state(context.now) > passing_limit) {
        give_up(context, State::timed_out);
        return;
      }
      break;
  }
  if (phase_ != Phase::closing) {
    return;
  }
  discard_received(context);
  if (context.now - ending_ > (disconnected_ ? goodbye_limit : delivery_limit)) {
    give_up(context, State::timed_out);
  }
}

/// Tells the chip what is pending: space, data, and then the end of our stream.
void Stream::end_our_side(Context& context) {
  if (available_ == 0) {
    return_space(context);
  }
  flush(context);
  if (!finishing_ || disconnected_ || unsent() != 0 || socket_.is_busy()) {
    return;
  }
  measure_room(context);
  if (room_ == socket_.size()) {  // all is acknowledged. Nobody says that DISCON sends what is not
    disconnected_ = true;
    ending_ = context.now;
    socket_.order(context, Command::disconnect);
  }
}

/// What nobody reads any more: the peer's end comes behind it.
void Stream::discard_received(Context& context) {
  if (!may_receive() || socket_.is_busy()) {
    return;
  }
  if (look_) {
    look(context);
  }
  rx_read_ = static_cast<std::uint16_t>(rx_read_ + available_);
  unreturned_ = static_cast<std::uint16_t>(unreturned_ + available_);
  available_ = 0;
  return_space(context);
}

/// Whatever the peer does: CLOSE tells it nothing, the chip has no command that would.
void Stream::give_up(Context& context, State reason) {
  ++context.statistics.given_up;
  end(context, reason);
  phase_ = Phase::aborting;
  if (is_ready(context)) {
    socket_.order(context, Command::close);
  }
}

bool Stream::may_hurry(Time now) const {
  return phase_ == Phase::closing &&
         now - ending_ > (disconnected_ ? hurried_goodbye_limit : hurried_delivery_limit);
}

void Stream::leave(Context& context) {
  if (phase_ != Phase::idle && phase_ != Phase::aborting) {
    lose(context, State::reset);
    phase_ = Phase::aborting;
    if (is_ready(context) && socket_.state() != SocketState::closed) {
      socket_.order(context, Command::close);
    }
  }
}

void Stream::end(Context& context, State reason) {
  const bool in_order = disconnected_ && !timed_out_;
  if (handle_ != nullptr) {
    *handle_ = {nullptr, in_order ? State::open : reason};
  }
  if (!in_order && phase_ >= Phase::waiting && phase_ != Phase::aborting) {
    ++context.statistics.lost;
  }
  detach(context);
  phase_ = Phase::idle;
  connecting_ = finishing_ = disconnected_ = timed_out_ = look_ = false;
  tx_sent_ = tx_write_;
  available_ = unreturned_ = 0;
}

void Stream::lose(Context& context, State reason) {
  if (phase_ != Phase::idle) {
    disconnected_ = false;
    end(context, reason);
  }
}

bool Stream::peer_has_ended() const {
  switch (socket_.state()) {
    case SocketState::closing:
    case SocketState::time_wait:
    case SocketState::close_wait:
    case SocketState::last_ack:
      return true;
    default:
      return is_left_to_be_read();
  }
}

}  // namespace prometheus_express::w5500
