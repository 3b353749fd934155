// TCP, over connections of this machine.
#include <algorithm>
#include <utility>

#include "socket.hpp"

namespace prometheus_express::simulated_w5500 {
namespace reg = socket_register;

namespace {

constexpr Microseconds keep_alive_unit = 5'000'000;
constexpr std::size_t largest_piece = 4096;

}  // namespace

/// Nothing passes between the socket and its peer.
bool Socket::is_apart() const {
  const Faults& faults = context_.faults;
  return !faults.link || faults.vanished[number_] || context_.now < faults.stalled_until[number_];
}

void Socket::connect() {
  set_state(State::syn_sent);
  route_ = route(context_, destination());
  unanswered_since_ = context_.now;
  if (context_.common.address(common::sipr) == Address{}) {
    report(Severity::caution, "asks for an address by ARP while SIPR is 0.0.0.0");
  }
  if (route_.kind == Route::Kind::unroutable) {
    report(Severity::caution, "connects by way of a gateway that is none");
  }
}

void Socket::run_connect() {
  const bool apart = is_apart();
  if (!apart && route_.kind == Route::Kind::gateway && passing_.is_over(context_.now)) {
    peer_has_reset();  // nobody listens there
    return;
  }
  if (!apart && route_.kind == Route::Kind::host) {
    if (!stream_.is_open()) {
      stream_ = HostStream::connect(route_.place);
    }
    const HostStream::Connecting connecting = stream_.connecting();
    if (connecting == HostStream::Connecting::refused) {
      peer_has_reset();
      return;
    }
    if (connecting == HostStream::Connecting::connected && passing_.is_over(context_.now)) {
      ++context_.counts.connected;
      establish();
      return;
    }
  }
  const bool without_arp = !context_.faults.link || route_.kind == Route::Kind::absent;
  const Microseconds limit = without_arp ? context_.common.arp_timeout() : context_.common.tcp_timeout();
  if (route_.kind != Route::Kind::unroutable && context_.now - *unanswered_since_ >= limit) {
    time_out();
  }
}

void Socket::take(Listeners::Client client) {
  ++context_.counts.accepted;
  stream_ = std::move(client.stream);
  set_place(seen_by_chip(context_.options, client.place));
  set_state(State::syn_received);
  unanswered_since_.reset();
}

void Socket::run_syn_received() {
  if (!is_apart()) {
    unanswered_since_.reset();
    if (passing_.is_over(context_.now)) {
      establish();
    }
  } else if (!unanswered_since_) {
    unanswered_since_ = context_.now;
  } else if (context_.now - *unanswered_since_ >= context_.common.tcp_timeout()) {
    time_out();
  }
}

void Socket::establish() {
  unanswered_since_.reset();
  transmitter_.begin(context_.starting_pointer());
  receiver_.begin(context_.starting_pointer());
  active_at_ = context_.now;
  events_ = static_cast<std::uint8_t>(events_ | event::con);
  set_state(State::established);
}

void Socket::run_stream() {
  if (is_apart()) {
    run_apart();
    return;
  }
  unanswered_since_.reset();
  probing_ = false;
  if (stream_.has_failed()) {
    receive();
    if (stream_.is_open()) {
      peer_has_reset();
    }
    return;
  }
  transfer();
  if (!ended_) {
    receive();
  }
  if (!stream_.is_finished() || !stream_.finish_is_acknowledged()) {
    return;
  }
  if (!finish_acknowledged_at_) {
    finish_acknowledged_at_ = context_.now;
  }
  if (state_ == State::closing) {
    set_state(State::time_wait);
  } else if (state_ == State::last_ack || (state_ == State::time_wait && passing_.is_over(context_.now))) {
    stream_.close();
    close(0);
  } else if (state_ == State::fin_wait && context_.options.answers.fin_wait_times_out &&
             context_.now - *finish_acknowledged_at_ >= context_.common.tcp_timeout()) {
    time_out();
  }
}

/// Whether something was sent that only the peer's answer ends.
bool Socket::expects_answer() const {
  const std::uint8_t period = registers_[reg::kpalvtr];
  const bool keep_alive = period != 0 && data_has_passed_ && state_ == State::established &&
                          context_.now - active_at_ >= period * keep_alive_unit;
  return keep_alive || probing_ || transmitter_.unacknowledged() > 0 ||
         (finishing_ && !finish_acknowledged_at_);
}

void Socket::run_apart() {
  const bool stalled = context_.now < context_.faults.stalled_until[number_];
  if (stalled || !expects_answer()) {
    unanswered_since_.reset();
  } else if (!unanswered_since_) {
    unanswered_since_ = context_.now;
  } else if (context_.now - *unanswered_since_ >= context_.common.tcp_timeout()) {
    time_out();
  }
}

void Socket::transfer() {
  while (transmitter_.waiting() > 0) {
    const std::size_t sent = stream_.send(transmitter_.next(largest_piece));
    if (sent == 0) {
      break;
    }
    transmitter_.sent(sent);
    context_.counts.bytes_sent += sent;
    data_has_passed_ = true;
    active_at_ = context_.now;
  }
  if (finishing_ && transmitter_.waiting() == 0 && !stream_.is_finished()) {
    stream_.finish();
  }
  if (transmitter_.unacknowledged() > 0) {
    const std::size_t outstanding = stream_.unacknowledged();
    const std::size_t fin = stream_.is_finished() && outstanding > 0 ? 1 : 0;
    transmitter_.acknowledged_but(outstanding - fin);
  }
  const std::size_t left = context_.options.answers.send_ok_when_transmitted ? transmitter_.waiting()
                                                                             : transmitter_.unacknowledged();
  if (sending_ && left == 0) {
    sending_ = false;
    events_ = static_cast<std::uint8_t>(events_ | event::send_ok);
  }
}

void Socket::receive() {
  const bool discards = state_ == State::fin_wait && context_.options.answers.fin_wait_discards;
  std::array<std::uint8_t, largest_piece> piece;
  while (!ended_) {
    const std::size_t room = discards ? piece.size() : std::min(receiver_.room(), piece.size());
    if (room == 0) {
      return;
    }
    const HostStream::Received received = stream_.receive(std::span(piece).first(room));
    if (received.ended) {
      peer_has_finished();
      return;
    }
    if (received.bytes == 0) {
      return;
    }
    active_at_ = context_.now;
    data_has_passed_ = true;
    context_.counts.bytes_received += received.bytes;
    if (!discards) {
      receiver_.append(std::span(piece).first(received.bytes));
      events_ = static_cast<std::uint8_t>(events_ | event::recv);
    }
  }
}

void Socket::peer_has_finished() {
  ended_ = true;
  events_ = static_cast<std::uint8_t>(events_ | event::discon);
  if (state_ == State::established) {
    set_state(State::close_wait);
  } else if (state_ == State::fin_wait) {
    const bool acknowledged = stream_.is_finished() && stream_.finish_is_acknowledged();
    set_state(acknowledged ? State::time_wait : State::closing);
  }
}

void Socket::peer_has_reset() {
  ++context_.counts.peer_resets;
  if (stream_.is_open()) {
    stream_.close();
  }
  close(context_.options.answers.reset_is_silent ? std::uint8_t{0} : event::discon);
}

void Socket::time_out() {
  ++context_.counts.timeouts;
  close(event::timeout);
}

void Socket::run() {
  settle();
  if (!command_) {  // RECV may be the one that is under way
    receiver_.run();
  }
  switch (state_) {
    case State::syn_sent:
      run_connect();
      break;
    case State::syn_received:
      run_syn_received();
      break;
    case State::established:
    case State::close_wait:
    case State::fin_wait:
    case State::closing:
    case State::time_wait:
    case State::last_ack:
      run_stream();
      break;
    case State::udp:
      run_datagrams();
      break;
    case State::macraw:
      if (sending_) {
        transmitter_.sent(transmitter_.waiting());
        transmitter_.acknowledged_but(0);
        sending_ = false;
        events_ = static_cast<std::uint8_t>(events_ | event::send_ok);
      }
      break;
    case State::closed:
    case State::init:
    case State::listen:
      break;
  }
}

}  // namespace prometheus_express::simulated_w5500
