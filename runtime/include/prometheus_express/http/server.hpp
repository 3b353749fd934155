// The responder: everything of HTTP above a transport, in fixed memory, without blocking.
//
//   http::Server server(weather_station::site(station), transport);
//   for (;;) {
//     const Duration pause = server.poll(clock.now());    // call again at the latest after that time
//   }
//
// On a device, without any code that sets it up:
//   constinit http::Memory<weather_station::limits> memory;
//   constinit http::Responder server(weather_station::site(station), transport, memory);
#pragma once

#include <cstdint>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/limits.hpp"
#include "prometheus_express/http/responder.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

/// A server with its memory.
template <Limits limits>
class Server final {
 public:
  constexpr Server(const Site<limits>& site, transport::Transport& transport)
      : responder_(site, transport, memory_) {}

  /// See Responder.
  Duration(poll)(Time now) { return (responder_.poll)(now); }
  [[nodiscard]] std::uint32_t failures() const { return responder_.failures(); }

 private:
  Memory<limits> memory_;
  Responder<limits.parts> responder_;
};

}  // namespace prometheus_express::http
