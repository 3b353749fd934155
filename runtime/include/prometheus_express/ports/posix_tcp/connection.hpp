// One open connection with a buffer in each direction, so that a request costs one recv(2) and its response
// one send(2), whatever the pieces in which the server takes and offers. Readiness is remembered: no call is
// made that could only say "not yet".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <span>
#include <string_view>

#include "prometheus_express/ports/posix/descriptor.hpp"
#include "prometheus_express/ports/posix_tcp/endpoint.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::posix {

class Connection {
 public:
  static constexpr std::size_t received_size = 4096;
  static constexpr std::size_t sending_size = 16384;

  /// Free: may be opened. Open: belongs to a slot. Closing: its slot is free, the last bytes are still to be
  /// sent.
  [[nodiscard]] bool is_free() const { return !socket_.is_open(); }
  [[nodiscard]] bool is_closing() const { return closing_; }
  [[nodiscard]] bool closed_before(const Connection& other) const {
    return static_cast<std::int32_t>(closing_order_ - other.closing_order_) < 0;
  }

  void open(Descriptor socket);

  /// The client's address without its port, as text; empty unless it was asked for when the client was accepted.
  [[nodiscard]] std::string_view peer() const { return peer_.data(); }
  void learn_peer();

  [[nodiscard]] transport::Transfer take(std::span<char> into);
  [[nodiscard]] transport::Transfer offer(std::span<const char> bytes);
  void finish();
  /// `order` grows from one call to the next.
  void(close)(std::uint32_t order);
  void abort();

  /// Sends what was accepted, as far as the system takes it; with that done, a closing connection becomes
  /// free.
  void flush();

  /// What poll(2) is to wait for: input after a `take`, room after a short `offer` or while accepted bytes
  /// are left. Each is reported once and again after the next call, so that a server that is not interested
  /// is not woken.
  [[nodiscard]] short events() const;
  [[nodiscard]] int descriptor() const { return socket_.number(); }
  void saw(short events);

  /// True, once, when there is something to do without waiting.
  [[nodiscard]] bool has_news();

  /// The number of the system's error that the connection failed with; 0 while it has not.
  [[nodiscard]] int error() const { return error_; }

  /// The system lacked memory or was interrupted: the calls are worth another try a little later.
  [[nodiscard]] bool is_short_of_means() const { return short_of_means_; }
  void retry();

 private:
  [[nodiscard]] std::size_t unsent() const { return static_cast<std::size_t>(sending_end_ - sending_begin_); }
  std::size_t(send)(std::span<const char> bytes);
  void receive();
  void note_error(int error);
  void fail(int error);

  Descriptor socket_;
  transport::Link link_ = transport::Link::open;
  bool closing_ = false;
  bool finishing_ = false;    // shut down once all is sent
  bool readable_ = false;     // recv(2) is worth a call
  bool writable_ = false;     // send(2) is worth a call
  bool wants_input_ = false;  // the server is to hear of input
  bool wants_room_ = false;   // the server is to hear of room
  bool failed_unheard_ = false;
  bool short_of_means_ = false;
  int error_ = 0;
  std::uint32_t closing_order_ = 0;
  std::uint16_t received_begin_ = 0;
  std::uint16_t received_end_ = 0;
  std::uint16_t sending_begin_ = 0;
  std::uint16_t sending_end_ = 0;
  std::array<char, Endpoint::text_size> peer_ = {};
  std::array<char, received_size> received_;
  std::array<char, sending_size> sending_;
};

}  // namespace prometheus_express::posix
