// A TCP connection on a socket of the chip, of a client that came or of one that we connected. It keeps the pointers into the
// chip's buffers itself: what can be read back of them is not what was written, or was of another connection.
//
// What is offered is written into the chip's buffer at once, and sent by one command when the owner has no more for now: when
// it takes, when there is no more room, when it ends, or at the next poll. Whether the chip has sent what it was told to
// (SEND_OK) is never waited for: room is what the peer has acknowledged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/internet/ipv4.hpp"
#include "prometheus_express/ports/w5500/context.hpp"
#include "prometheus_express/ports/w5500/socket.hpp"
#include "prometheus_express/transport/client.hpp"

namespace prometheus_express::w5500 {

class Stream;

/// A slot's connection. When that ends, its stream is used for others, and this remembers how it ended.
struct Handle {
  Stream* stream = nullptr;
  transport::State state = transport::State::reset;  // without a stream: how it ended; `open`: in order

  [[nodiscard]] transport::Transfer take(Context& context, std::span<char> into) const;
  [[nodiscard]] transport::Transfer offer(Context& context, std::span<const char> bytes) const;
  void finish(Context& context) const;
  void(close)(Context& context);
  void abort(Context& context);
};

class Stream {
 public:
  enum class Role : std::uint8_t { none, server, client };

  /// Limits of our own, after which a socket is closed without a word, so that no peer holds it for ever.
  static constexpr Duration passing_limit = Duration::seconds(10);  // in a state that should pass, or unknown
  static constexpr Duration connect_limit =
      Duration::seconds(20);  // beyond the chip's own: it was seen trapped
  static constexpr Duration delivery_limit =
      Duration::seconds(10);  // for the peer to acknowledge all, after `close`
  static constexpr Duration goodbye_limit =
      Duration::seconds(2);                                 // for the peer to end, after our end was sent
  static constexpr Duration hurried_goodbye_limit = {100};  // the same, while no socket listens
  static constexpr Duration hurried_delivery_limit = Duration::seconds(1);

  /// The stream of a chip that was just reset.
  void start(Role role, std::uint8_t number, std::uint8_t kib);
  /// Writes mode and port into its socket, which must be closed; servers listen there from the next `service` on.
  void set_up(Context& context, std::uint16_t port) { socket_.set_up(context, port); }

  /// Observes the socket and does what is due: one command at most, or two where a socket is to listen again. With `sweep`, it
  /// also looks for what should have been announced.
  void service(Context& context, bool sweep);

  /// Whether `service` has something to do without being told by the chip.
  [[nodiscard]] bool is_pending(const Context& context) const;

  // Of servers.
  [[nodiscard]] bool is_waiting() const { return phase_ == Phase::waiting; }
  [[nodiscard]] bool is_listening() const {
    return role_ == Role::server && socket_.state() == SocketState::listen;
  }
  [[nodiscard]] bool came_before(const Stream& other) const {
    return (began_ - other.began_).milliseconds > 0x7FFFFFFFU;
  }
  void(accept)(Handle& handle);

  // Of clients.
  [[nodiscard]] bool is_closed() const {
    return phase_ == Phase::idle && socket_.state() == SocketState::closed && !socket_.is_busy();
  }
  void(connect)(Context& context, Handle& handle, const internet::Endpoint& peer, std::uint16_t port);

  [[nodiscard]] transport::Transfer take(Context& context, std::span<char> into);
  [[nodiscard]] transport::Transfer offer(Context& context, std::span<const char> bytes);
  void finish(Context& context);
  void(close)(Context& context);
  void abort(Context& context);

  /// Whether nobody but the chip waits for the peer, and for long enough: such a one is ended to make room.
  [[nodiscard]] bool may_hurry(Time now) const;

  void hurry(Context& context) { give_up(context, transport::State::timed_out); }

  /// Gives up the connection, if there is one, without being asked by its slot, which sees that it was lost.
  void leave(Context& context);

  /// The chip has forgotten it, or is going to.
  void lose(Context& context, transport::State reason);

  [[nodiscard]] const Socket&(socket)() const { return socket_; }
  [[nodiscard]] Role role() const { return role_; }

 private:
  enum class Phase : std::uint8_t {
    idle,        // nobody is connected
    connecting,  // by us
    waiting,     // a client that has no slot yet
    held,        // by a slot
    closing,     // given up in order
    aborting,    // given up at once, as soon as the chip takes commands
  };

  [[nodiscard]] std::uint16_t unsent() const { return static_cast<std::uint16_t>(tx_write_ - tx_sent_); }
  [[nodiscard]] bool may_send() const {
    return socket_.state() == SocketState::established || socket_.state() == SocketState::close_wait;
  }
  [[nodiscard]] bool may_receive() const { return may_send() || socket_.state() == SocketState::fin_wait; }
  [[nodiscard]] bool peer_has_ended() const;
  /// Both have ended in order, and what came last is still in the chip, which keeps it until the socket is opened again.
  [[nodiscard]] bool is_left_to_be_read() const {
    return phase_ == Phase::held && disconnected_ && !timed_out_ && socket_.state() == SocketState::closed;
  }

  // Of stream.cpp, and of stream_opening.cpp what leads to a connection: by the state of the socket.
  [[nodiscard]] bool observe(Context& context);
  [[nodiscard]] bool is_ready(Context& context) { return !socket_.is_busy() || observe(context); }
  void note_events();
  void act(Context& context);
  void(listen)(Context& context);
  void go_on_connecting(Context& context);
  void go_on(Context& context);
  void end_our_side(Context& context);
  void discard_received(Context& context);
  void give_up(Context& context, transport::State reason);
  void end(Context& context, transport::State reason);
  [[nodiscard]] bool(open)(Context& context);

  // Of stream_transfer.cpp: bytes.
  void look(Context& context);
  std::size_t take_directly(Context& context, std::span<char> into);
  std::size_t take_ahead(Context& context, std::span<char> into);
  [[nodiscard]] bool(read)(Context& context, std::span<std::uint8_t> into);
  void return_space(Context& context);
  void measure_room(Context& context);
  void flush(Context& context);
  void reject(Context& context);
  void detach(Context& context);

  Socket socket_;
  Handle* handle_ = nullptr;
  internet::Endpoint peer_;
  Time began_;                    // to wait for a slot, or to connect
  Time ending_;                   // when it was closed, then when our end was sent
  Time measured_;                 // the room
  std::uint16_t tx_write_ = 0;    // where the next byte goes
  std::uint16_t tx_sent_ = 0;     // up to where the chip was told to send
  std::uint16_t room_ = 0;        // that was free at least when it was measured, less what was written since
  std::uint16_t rx_read_ = 0;     // where the next byte is
  std::uint16_t available_ = 0;   // bytes there
  std::uint16_t unreturned_ = 0;  // bytes before it that the chip does not know to be read
  Role role_ = Role::none;
  Phase phase_ = Phase::idle;
  std::uint8_t rejected_ = 0;  // counts in a row that cannot be
  bool look_ = false;          // something may have arrived since `available_` was read
  bool measure_ = false;       // something may have been acknowledged since the room was measured
  bool connecting_ = false;    // the command to connect was given
  bool connected_ = false;     // the chip has announced that it was
  bool finishing_ = false;     // our stream has its end, or gets it once all is acknowledged
  bool disconnected_ = false;  // it has
  bool timed_out_ = false;
};

}  // namespace prometheus_express::w5500
