// One of the chip's eight sockets: registers, commands, and what it does by itself.
#pragma once

#include <optional>

#include "context.hpp"
#include "passing.hpp"
#include "receiver.hpp"
#include "routes.hpp"
#include "transmitter.hpp"

namespace prometheus_express::simulated_w5500 {

class Socket {
 public:
  Socket(Context& context, unsigned number);

  /// Everything to its default; a connection is forgotten without a word to the peer.
  void reset();

  // The driver's side: a byte of a register, of the TX memory, of the RX memory.
  [[nodiscard]] std::uint8_t read(std::uint16_t offset);
  void write(std::uint16_t offset, std::uint8_t value);
  [[nodiscard]] std::uint8_t read_transmit(std::uint16_t offset);
  void write_transmit(std::uint16_t offset, std::uint8_t value) { transmitter_.write_memory(offset, value); }
  [[nodiscard]] std::uint8_t read_receive(std::uint16_t offset);

  void window_begins();
  /// Carries out a command that has waited long enough.
  void settle();
  /// What the network and the time have brought.
  void run();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] std::uint16_t port() const { return number16(socket_register::port); }
  [[nodiscard]] bool listens_at(std::uint16_t port) const {
    return state_ == State::listen && this->port() == port;
  }
  [[nodiscard]] bool has_event() const { return (events_ & registers_[socket_register::imr]) != 0; }

  /// A SYN for this socket, which listens.
  void take(Listeners::Client client);
  /// A datagram for this socket, which is one of UDP.
  void take(const Datagram& datagram);

  /// State, port, peer and counts in a line.
  [[nodiscard]] std::string text() const;

 private:
  // socket_registers.cpp
  [[nodiscard]] std::uint16_t number16(std::uint16_t offset) const {
    return sixteen(static_cast<unsigned>(registers_[offset] << 8U | registers_[offset + 1U]));
  }
  void set16(std::uint16_t offset, std::uint16_t value);
  void set_place(const Place& place);
  [[nodiscard]] Place destination() const;
  [[nodiscard]] Protocol protocol() const {
    return static_cast<Protocol>(registers_[socket_register::mr] & 0x0FU);
  }
  [[nodiscard]] std::uint8_t visible_events() const;
  void write_register(std::uint16_t offset, std::uint8_t value);
  void write_size(std::uint16_t offset, std::uint8_t value);
  void learn_events();
  void report(Severity severity, const std::string& sentence) {
    context_.report(severity, number_, sentence);
  }

  // socket_commands.cpp
  void order(std::uint8_t code);
  void check(Command command);
  void check_open();
  void check_connect();
  void execute(Command command);
  void open();
  void disconnect();
  void set_state(State state);
  void forget();
  void close(std::uint8_t events);

  // socket_tcp.cpp
  void connect();
  void run_connect();
  void run_syn_received();
  void run_stream();
  void run_apart();
  void transfer();
  void receive();
  void peer_has_finished();
  void peer_has_reset();
  void establish();
  [[nodiscard]] bool is_apart() const;
  [[nodiscard]] bool expects_answer() const;
  void time_out();

  // socket_udp.cpp
  void open_datagrams();
  void send_datagram();
  void deliver(const Datagram& datagram);
  void answer_from_gateway(const Datagram& datagram);
  void run_datagrams();
  void receive_datagrams();

  Context& context_;
  unsigned number_;
  std::array<std::uint8_t, socket_register::end> registers_ = {};
  State state_ = State::closed;
  State seen_ = State::closed;  // what the driver has to think it is
  std::uint8_t events_ = 0;
  Transmitter transmitter_;
  Receiver receiver_;

  std::optional<Command> command_;
  Passing acceptance_;
  Microseconds stuck_until_ = 0;
  unsigned waits_ = 0;  // reads of Sn_CR in a row that showed the command

  HostStream stream_;
  Passing passing_;  // of a state
  Route route_;
  bool sending_ = false;    // SENDOK is to come
  bool finishing_ = false;  // FIN is to follow the data
  bool ended_ = false;      // the peer's FIN was received
  bool data_has_passed_ = false;
  bool probing_ = false;  // SEND_KEEP
  Microseconds active_at_ = 0;
  std::optional<Microseconds> unanswered_since_;
  std::optional<Microseconds> finish_acknowledged_at_;

  posix::Descriptor datagrams_;
};

}  // namespace prometheus_express::simulated_w5500
