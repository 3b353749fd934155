// The system's clock that only goes forward, as the runtime's time.
//
//   posix::MonotonicClock clock;
//   for (;;) { server.poll(clock.now()); }
#pragma once

#include <prometheus_express/ports/posix/posix_system_linked.hpp>

#include "prometheus_express/base/clock.hpp"

namespace prometheus_express::posix {

class MonotonicClock {
 public:
  /// Milliseconds of CLOCK_MONOTONIC, modulo 2^32: it stands still while the system is suspended.
  [[nodiscard]] Time now() const;
};

}  // namespace prometheus_express::posix
