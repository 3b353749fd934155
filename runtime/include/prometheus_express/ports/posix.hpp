// Serving metrics from a POSIX system, a Linux board or a PC: link prometheus_express::posix.
//
//   int main(int argc, char** argv) {
//     return posix::serve(weather_station::site(station), argc, argv,
//                         {.every = Duration::seconds(1), .call = [](Time now) { station.sample(now); }});
//   }
//
// or, in a loop of one's own,
//
//   posix::Server server{weather_station::site(station), {.address = "0.0.0.0", .port = 8080}};
//   for (posix::MonotonicClock clock;;) { server.poll(clock.now()); }
#pragma once

#include "prometheus_express/ports/posix/serve.hpp"
#include "prometheus_express/ports/posix/server.hpp"
#include "prometheus_express/ports/posix/threads.hpp"
#include "prometheus_express/ports/posix_tcp/monotonic_clock.hpp"
