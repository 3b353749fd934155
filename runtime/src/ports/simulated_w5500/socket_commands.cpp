// Commands: what they require, and what they begin.
#include <string>
#include <utility>

#include "socket.hpp"

namespace prometheus_express::simulated_w5500 {
namespace reg = socket_register;

namespace {

bool is_connected(State state) { return state == State::established || state == State::close_wait; }

bool allows(State state, Command command) {
  switch (command) {
    case Command::open:
      return state == State::closed;
    case Command::listen:
    case Command::connect:
      return state == State::init;
    case Command::discon:
      return is_connected(state);
    case Command::send:
      return is_connected(state) || state == State::udp || state == State::macraw;
    case Command::send_mac:
      return state == State::udp;
    case Command::send_keep:
      return state == State::established;
    case Command::recv:
      return state != State::init && state != State::listen && state != State::syn_sent &&
             state != State::syn_received;
    case Command::close:
    case Command::none:
      break;
  }
  return true;
}

}  // namespace

void Socket::order(std::uint8_t code) {
  const auto command = static_cast<Command>(code);
  if (command_) {
    report(Severity::violation,
           "writes " + std::to_string(code) + " to Sn_CR while " + name(*command_) + " is still there");
    return;
  }
  if (name(command) == nullptr) {
    report(code == 0 ? Severity::note : Severity::violation,
           "orders " + std::to_string(code) + ", which is no command");
    return;
  }
  ++context_.counts.commands;
  check(command);
  command_ = command;
  acceptance_.begin(context_.command_windows(), context_.now);
  stuck_until_ = context_.faults.stuck_until[number_];
}

void Socket::check(Command command) {
  if (!allows(state_, command)) {
    const std::string sentence = std::string("orders ") + name(command) + " in " + name(state_);
    if (allows(seen_, command)) {
      report(Severity::note, sentence + ", having seen " + name(seen_));
    } else {
      report(command == Command::discon ? Severity::caution : Severity::violation, sentence);
    }
    return;
  }
  switch (command) {
    case Command::open:
      check_open();
      break;
    case Command::connect:
      check_connect();
      break;
    case Command::send:
    case Command::send_mac:
      transmitter_.check_send();
      if (sending_) {
        report(Severity::note, "orders SEND before SENDOK of the one before");
      }
      break;
    case Command::send_keep:
      if (registers_[reg::kpalvtr] != 0 || !data_has_passed_) {
        report(Severity::caution,
               "orders SEND_KEEP, which does nothing with Sn_KPALVTR set or before any data");
      }
      break;
    case Command::recv:
      receiver_.check_recv();
      break;
    case Command::discon:
      if (transmitter_.unacknowledged() > 0) {
        report(Severity::note, "orders DISCON before all that was sent is acknowledged");
      }
      break;
    case Command::close:
      if (is_connected(state_) || state_ == State::syn_received) {
        report(Severity::note, "orders CLOSE of a connection: the peer is told nothing");
      }
      break;
    case Command::listen:
    case Command::none:
      break;
  }
}

void Socket::check_open() {
  const Protocol wanted = protocol();
  const bool known = wanted == Protocol::tcp || wanted == Protocol::udp || wanted == Protocol::macraw;
  if (!known || (wanted == Protocol::macraw && number_ != 0)) {
    report(Severity::violation, "orders OPEN without a protocol in Sn_MR that this socket has");
  }
  if (!context_.common.has_mac()) {
    report(Severity::violation, "orders OPEN before SHAR is set");
  }
  if ((wanted == Protocol::tcp || wanted == Protocol::udp) && port() == 0) {
    report(Severity::violation, "orders OPEN before Sn_PORT is set");
  }
  if (context_.transmit_memory.total() > memory_size || context_.receive_memory.total() > memory_size) {
    report(Severity::violation, "orders OPEN with buffers of more than 16 KiB in all");
  }
  if (context_.transmit_memory.size(number_) == 0 || context_.receive_memory.size(number_) == 0) {
    report(Severity::caution, "orders OPEN of a socket whose buffer has no size");
  }
  if (wanted == Protocol::tcp && context_.common.address(common::sipr) == Address{}) {
    report(Severity::caution, "orders OPEN of a TCP socket before SIPR is set");
  }
  if (events_ != 0) {
    report(Severity::caution, "orders OPEN with events of the time before in Sn_IR");
  }
}

void Socket::check_connect() {
  if (destination().address == Address{} || destination().port == 0) {
    report(Severity::violation, "orders CONNECT before Sn_DIPR and Sn_DPORT are set");
  }
}

void Socket::window_begins() {
  acceptance_.window();
  passing_.window();
}

void Socket::settle() {
  if (command_ && context_.now >= stuck_until_ && acceptance_.is_over(context_.now)) {
    const Command command = *command_;
    command_.reset();
    // The peer may have been faster than the command: then there is nothing to do any more.
    if (allows(state_, command) || command == Command::open || command == Command::discon) {
      execute(command);
    }
  }
}

void Socket::execute(Command command) {
  switch (command) {
    case Command::open:
      open();
      break;
    case Command::listen:
      set_state(State::listen);
      context_.listeners.open(port(), context_.receive_memory.size(number_), 1460);
      if (context_.listeners.error() != 0) {
        report(Severity::note, "listens at a port that this machine does not give");
      }
      break;
    case Command::connect:
      connect();
      break;
    case Command::discon:
      disconnect();
      return;
    case Command::close:
      close(0);
      break;
    case Command::send:
    case Command::send_mac:
      transmitter_.order();
      sending_ = true;
      if (state_ == State::udp) {
        send_datagram();
      }
      return;
    case Command::send_keep:
      probing_ = registers_[reg::kpalvtr] == 0 && data_has_passed_;
      return;
    case Command::recv:
      receiver_.give_back();
      if (context_.options.answers.recv_comes_again && receiver_.waiting() > 0) {
        events_ = static_cast<std::uint8_t>(events_ | event::recv);
      }
      return;
    case Command::none:
      return;
  }
  seen_ = state_;  // what it has ordered it may take for done
}

void Socket::open() {
  forget();
  const std::uint16_t pointer = context_.starting_pointer();
  transmitter_.begin(pointer);
  receiver_.begin(context_.starting_pointer());
  if (protocol() == Protocol::tcp) {
    set_state(State::init);
  } else if (protocol() == Protocol::udp) {
    set_state(State::udp);
    open_datagrams();
  } else if (protocol() == Protocol::macraw && number_ == 0) {
    set_state(State::macraw);
  }
}

void Socket::disconnect() {
  if (is_connected(state_)) {
    finishing_ = true;
    set_state(state_ == State::established ? State::fin_wait : State::last_ack);
    seen_ = state_;
  } else if (state_ == State::init || state_ == State::listen || state_ == State::syn_sent ||
             state_ == State::syn_received) {
    close(0);
    seen_ = state_;
  }
}

void Socket::set_state(State state) {
  state_ = state;
  context_.states[number_] = state;
  passing_.begin(context_.command_windows(), context_.now);
}

/// The connection is no more, and the peer is told nothing.
void Socket::forget() {
  context_.ghosts.add(std::exchange(stream_, {}), ended_, context_.now);
  datagrams_ = {};
  sending_ = finishing_ = ended_ = data_has_passed_ = probing_ = false;
  unanswered_since_.reset();
  finish_acknowledged_at_.reset();
  set_state(State::closed);
}

void Socket::close(std::uint8_t events) {
  events_ = static_cast<std::uint8_t>(events_ | events);
  forget();
}

}  // namespace prometheus_express::simulated_w5500
