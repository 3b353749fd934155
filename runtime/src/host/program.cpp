#include "prometheus_express/host/program.hpp"

#include <algorithm>
#include <cstdio>

namespace prometheus_express::host {

Schedule::Schedule(const Program& program, Duration span, Time started)
    : program_(program),
      every_(std::max(program.every, Duration{1})),
      span_(span),
      started_(started),
      called_(started) {}

Duration Schedule::run(Time now) {
  Duration pause = Duration::seconds(3600);
  if (span_ > Duration{}) {
    pause = std::min(pause, is_over(now) ? Duration{} : (started_ + span_) - now);
  }
  if (program_.call) {
    pause = std::min(pause, call(now));
  }
  if (program_.poll) {
    pause = std::min(pause, program_.poll(now));
  }
  return pause;
}

Duration Schedule::call(Time now) {
  if (first_ || now - called_ >= every_) {
    const Duration late = now - (called_ + every_);
    called_ = !first_ && late < every_ ? called_ + every_ : now;
    first_ = false;
    program_.call(now);
  }
  return (called_ + every_) - now;
}

void announce(const posix::Endpoint& endpoint) {
  char where[posix::Endpoint::text_size];
  endpoint.print(where);
  std::printf("listening on http://%s/metrics\n", where);
  std::fflush(stdout);
}

void complain(std::string_view program, std::string_view problem) {
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(program.size()), program.data(),
               static_cast<int>(problem.size()), problem.data());
}

}  // namespace prometheus_express::host
