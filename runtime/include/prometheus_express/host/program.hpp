// What a serving program does beside serving, and when.
//
//   host::Schedule schedule(program, arguments.span(), clock.now());
//   for (Time now = clock.now(); !schedule.is_over(now); now = clock.now()) { server.poll(now, schedule.run(now)); }
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/host/arguments.hpp"
#include "prometheus_express/ports/posix_tcp/endpoint.hpp"
#include "prometheus_express/ports/posix_tcp/tcp.hpp"

namespace prometheus_express::host {

struct Program {
  Duration every = Duration::seconds(1);         // at least a millisecond
  std::function<void(Time now)> call = nullptr;  // before the first request and then once in every `every`
  std::function<Duration(Time now)> poll =
      nullptr;                       // before the first request, then after the time it said; sooner, too
  std::vector<Option> options = {};  // beside --address, --port and --seconds
  posix::Traffic traffic = nullptr;  // told what goes over each connection
  unsigned threads =
      1;  // that serve; with more than one the schema says `concurrency: threads`, see threads.hpp
};

/// When the program is called, and when it ends. Calls keep to multiples of the period; those that were
/// missed by a whole period or more are left out.
class Schedule {
 public:
  /// Over after `span`; never, if that is zero. `program` must outlive it.
  Schedule(const Program& program, Duration span, Time started);

  [[nodiscard]] bool is_over(Time now) const { return span_ > Duration{} && now - started_ >= span_; }

  /// Calls the program if that is due, and says how long nothing will be: an hour at most.
  Duration run(Time now);

 private:
  Duration call(Time now);

  const Program& program_;
  Duration every_;
  Duration span_;
  Time started_;
  Time called_;
  bool first_ = true;
};

/// Prints `listening on http://ADDRESS:PORT/metrics`, at once also into a pipe.
void announce(const posix::Endpoint& endpoint);

/// Prints the problem on standard error, after the program's name.
void complain(std::string_view program, std::string_view problem);

}  // namespace prometheus_express::host
