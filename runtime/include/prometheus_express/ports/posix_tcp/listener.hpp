// The listening socket: opened again when it was lost, and patient when the system lacks the means to accept.
//
//   Listener listener;
//   if (listener.open("127.0.0.1", 8080) != Status::ok) { std::fputs(listener.error(), stderr); }
#pragma once

#include <array>
#include <cstdint>
#include <prometheus_express/ports/posix_tcp/posix_tcp_linked.hpp>
#include <string_view>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/base/status.hpp"
#include "prometheus_express/ports/posix/descriptor.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"
#include "prometheus_express/ports/posix_tcp/endpoint.hpp"

namespace prometheus_express::posix {

class Listener {
 public:
  /// Until the next attempt to open a socket that could not be opened, or was lost.
  static constexpr Duration reopen_after = Duration::seconds(1);
  /// Until the next attempt to accept after the system lacked descriptors or memory (EMFILE, ENFILE, ENOBUFS,
  /// ENOMEM).
  static constexpr Duration accept_after = {100};
  /// Clients that may wait to be accepted; the system may cut it down.
  static constexpr int backlog = 64;

  /// Listens on a numeric address; port 0 picks a free one. `invalid_argument`: no such address can be.
  /// `unavailable`: the system refused; `due` and `reopen` try again. Either way `error` says more.
  /// `shared`: with SO_REUSEPORT, so that further listeners that are shared, too, may listen there; the system hands each
  /// client to one of them.
  Status open(std::string_view address, std::uint16_t port, bool shared = false);

  /// The last attempt to listen in a sentence, with what to do about it; empty when it succeeded.
  [[nodiscard]] const char* error() const { return error_.data(); }

  [[nodiscard]] bool is_open() const { return socket_.is_open(); }
  [[nodiscard]] int descriptor() const { return socket_.number(); }

  /// Where it listens or is to listen, with the port that was picked.
  [[nodiscard]] const Endpoint& endpoint() const { return endpoint_; }

  /// Whether poll(2) is to watch for clients, and whether it has seen one that is not accepted yet.
  [[nodiscard]] bool watches() const { return is_open() && !waiting_ && !paused_; }
  [[nodiscard]] bool waiting() const { return waiting_; }
  void saw_client() { waiting_ = true; }

  /// The waiting client as a non-blocking descriptor; a closed one when there was none or it failed.
  [[nodiscard]] Descriptor(accept)();

  /// A descriptor of this process was closed: accepting is worth another try at once.
  void descriptor_was_freed();

  /// Does what is due after a failure, and says when to come back at the latest: `otherwise` when nothing is
  /// due.
  Duration recover(Duration otherwise);

 private:
  Status reopen();
  Status refuse(const char* call, int error);
  void pause(Duration span);

  Descriptor socket_;
  Endpoint endpoint_;
  MonotonicClock clock_;
  Time paused_at_;
  Duration pause_;
  bool paused_ = false;
  bool wanted_ = false;  // open() was called with an address that can be
  bool shared_ = false;
  bool waiting_ = false;
  std::uint8_t failures_ = 0;  // of accept(2) in a row
  std::array<char, 256> error_ = {};
};

}  // namespace prometheus_express::posix
