// The responder: everything of HTTP above a transport, in fixed memory, without blocking.
//
//   http::Server server(weather_station::site(station), transport);
//   for (;;) {
//     const Duration pause = server.poll(clock.now());    // call again at the latest after that time
//   }
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/connection.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

/// A server but for its memory.
class Responder {
 public:
  Responder(const Responder&) = delete;
  Responder& operator=(const Responder&) = delete;

  /// Accepts clients, reads, answers and sends as far as the transport goes without waiting, and ends what
  /// takes too long. The work of one call is bounded, and each connection has its share of it. Returns after
  /// how long it must be called again at the latest, 0 if there is more to do at once; earlier whenever the
  /// transport has something new.
  Duration poll(Time now);

  /// Requests so far whose handler returned another status than `ok`, or left a response that cannot be sent.
  [[nodiscard]] std::uint32_t failures() const { return failures_; }

 protected:
  constexpr Responder(const Routes& routes, const Limits& limits, transport::Transport& transport,
                      std::span<Connection> connections, char* memory)
      : routes_(routes), limits_(limits), transport_(transport), connections_(connections), memory_(memory) {}
  ~Responder() = default;

 private:
  [[nodiscard]] Turn turn(std::size_t slot, Time now);
  bool open(std::size_t slot, Time now);
  bool reap(Time now);

  Routes routes_;
  const Limits& limits_;
  transport::Transport& transport_;
  std::span<Connection> connections_;
  char* memory_;  // of the connections, one behind the other
  std::uint32_t failures_ = 0;
};

/// A server with its memory; `limits` come from the site. It may be `constinit`. Site's application and
/// transport must outlive it. The clients that it still has when it ends are left to the transport.
template <Limits limits>
class Server final : public Responder {
  static_assert(limits.connections > 0 && limits.input_buffer > 0 && limits.requests_per_connection > 0);
  static_assert(limits.stored_bytes >= 16, "the name of a method must fit");
  static_assert(limits.output_buffer >= 192, "the head of an error answer must fit");

 public:
  constexpr Server(const Site<limits>& site, transport::Transport& transport)
      : Responder(site, bounds, transport, connections_, memory_) {}

 private:
  static constexpr Limits bounds = limits;

  Connection connections_[limits.connections];
  alignas(snapshot_alignment) char memory_[limits.connections * Connection::memory_size(limits)] = {};
};

}  // namespace prometheus_express::http
