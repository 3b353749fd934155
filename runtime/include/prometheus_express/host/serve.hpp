// A whole program around a site: options, the line that says where it listens, the loop, and a clean end on
// SIGINT and SIGTERM.
//
//   int main(int argc, char** argv) {
//     return host::serve(weather_station::site(station), argc, argv,
//                         {.every = Duration::seconds(1), .call = [](Time now) { station.sample(now); }});
//   }
#pragma once

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/host/arguments.hpp"
#include "prometheus_express/host/program.hpp"
#include "prometheus_express/host/server.hpp"
#include "prometheus_express/host/threads.hpp"
#include "prometheus_express/http/site.hpp"
#include "prometheus_express/ports/posix/interrupts.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"

namespace prometheus_express::host {

/// Serves as the command line says, until SIGINT, SIGTERM or the end of --seconds, and returns the exit status: 0 then, 1 when
/// it cannot listen. For programs that look at their options before; `program.options` is not read.
template <http::Limits limits>
[[nodiscard]] int serve(http::Site<limits> site, const Arguments& arguments, const Program& program = {}) {
  const posix::Interrupts interrupts;
  const posix::MonotonicClock clock;
  Schedule schedule(program, arguments.span(), clock.now());
  schedule.run(clock.now());
  const bool shared = program.threads > 1;
  Server<limits> server{site, {.address = arguments.address(), .port = arguments.port(), .shared = shared}};
  if (!server.is_listening()) {
    complain(arguments.program(), server.error());
    return 1;
  }
  server.watch_traffic(program.traffic);
  const Threads<limits> others(site, {.address = arguments.address(), .port = server.port()},
                               shared ? program.threads - 1 : 0, program.traffic);
  if (!others.are_listening()) {
    complain(arguments.program(), others.error());
    return 1;
  }
  announce(server.endpoint());
  while (!interrupts.raised()) {
    const Time now = clock.now();
    if (schedule.is_over(now)) {
      break;
    }
    (server.poll)(now, schedule.run(now), interrupts.descriptor());
  }
  return 0;
}

/// The same with the command line: 0 also after --help, 2 for one that it does not understand.
template <http::Limits limits>
[[nodiscard]] int serve(http::Site<limits> site, int argc, char** argv, const Program& program = {}) {
  Arguments arguments{site.port};
  if (!arguments.parse(argc, argv, program.options)) {
    return arguments.exit_status();
  }
  return serve(site, arguments, program);
}

}  // namespace prometheus_express::host
