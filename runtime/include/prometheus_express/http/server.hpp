// The responder: everything of HTTP above a transport, in fixed memory, without blocking.
//
//   http::Server server(weather_station::site(station), transport);
//   for (;;) {
//     const Duration pause = server.poll(clock.now());    // call again at the latest after that time
//   }
#pragma once

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/transport/transport.hpp"

namespace prometheus_express::http {

template <Limits limits>
class Server;

}  // namespace prometheus_express::http
