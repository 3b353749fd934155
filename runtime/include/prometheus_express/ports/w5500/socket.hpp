// One of the eight sockets: what was last seen of it, and its command under way. Nothing here waits: a command is ordered,
// and taken or not when the socket is observed next.
#pragma once

#include <cstdint>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/ipv4.hpp"
#include "prometheus_express/ports/w5500/context.hpp"
#include "prometheus_express/ports/w5500/registers.hpp"

namespace prometheus_express::w5500 {

class Socket {
 public:
  /// How long the chip may take to accept a command before the socket is given up (nobody says how long it does), and before
  /// the chip is reset for it.
  static constexpr Duration command_limit = {500};
  static constexpr Duration reset_limit = Duration::seconds(10);

  /// How long a command is worth a look without a pause.
  static constexpr Duration hasty = {2};

  /// Observations of a command right after it was ordered, for what is to happen in the same step.
  static constexpr unsigned settling = 12;

  /// Observations in a row that cannot be, after which the socket's registers are taken for overwritten.
  static constexpr std::uint8_t most_doubts = 4;

  /// The socket of a chip that was just reset, with nothing in its registers but their defaults.
  void start(std::uint8_t number, std::uint8_t mode, std::uint8_t kib);

  /// Writes mode and source port. The socket must be closed.
  void set_up(Context& context, std::uint16_t port);

  /// Writes whom to connect or to send to.
  void set_peer(Context& context, const internet::Endpoint& peer) const;

  /// Reads Sn_MR up to Sn_PORT in one window and clears the events that it saw. True when the socket was seen with no
  /// command under way, so that state and counters are those of now. A window whose mode or port is not what was written is
  /// no answer; nor is a state that is new and not confirmed by a second window.
  [[nodiscard]] bool observe(Context& context);

  /// `observe`, until the command under way is taken or it was tried often enough for this step.
  [[nodiscard]] bool settle(Context& context);

  /// Orders a command. Only after `observe` saw that none is under way, and in a state that allows it.
  void order(Context& context, Command command);

  [[nodiscard]] std::uint8_t number() const { return number_; }
  [[nodiscard]] std::uint16_t size() const { return static_cast<std::uint16_t>(kib_ * 1024U); }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] SocketState state() const { return state_; }
  [[nodiscard]] bool is_busy() const { return busy_; }
  [[nodiscard]] bool is_hasty(Time now) const { return busy_ && now - ordered_ < hasty; }
  /// Its command was not taken in time, and still is not.
  [[nodiscard]] bool is_stuck() const { return stuck_; }
  [[nodiscard]] bool is_doubtful() const { return doubts_ != 0; }
  [[nodiscard]] Block registers() const { return registers_of(number_); }

  /// How long it has been in its state, as far as that was seen.
  [[nodiscard]] Duration in_state(Time now) const { return now - since_; }

  /// Events since the last call.
  [[nodiscard]] std::uint8_t take_events();

 private:
  bool doubt(Context& context);

  Time since_;
  Time ordered_;
  std::uint16_t port_ = 0;
  std::uint8_t number_ = 0;
  std::uint8_t mode_ = 0;
  std::uint8_t kib_ = 0;
  std::uint8_t events_ = 0;
  std::uint8_t doubts_ = 0;
  SocketState state_ = SocketState::closed;
  bool busy_ = false;
  bool stuck_ = false;
};

}  // namespace prometheus_express::w5500
