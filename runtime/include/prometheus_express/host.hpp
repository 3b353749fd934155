// Serving metrics from a program on a Linux board or a PC: link prometheus_express::host.
//
//   int main(int argc, char** argv) {
//     return host::serve(weather_station::site(station), argc, argv,
//                        {.every = Duration::seconds(1), .call = [](Time now) { station.sample(now); }});
//   }
//
// with sensors, of which it then says on the terminal what is wrong with them,
//
//   return host::serve(weather_station::site(station), argc, argv, {.poll = host::read_sensors(sensors, station.metrics)});
//
// or, in a loop of one's own,
//
//   host::Server server{weather_station::site(station), {.address = "0.0.0.0", .port = 8080}};
//   for (posix::MonotonicClock clock;;) { server.poll(clock.now()); }
#pragma once

#include "prometheus_express/host/sensor_news.hpp"
#include "prometheus_express/host/serve.hpp"
#include "prometheus_express/host/server.hpp"
#include "prometheus_express/host/threads.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"
