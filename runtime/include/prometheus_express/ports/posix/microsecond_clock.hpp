// The system's clock that only goes forward, in microseconds, for `time(clock)`.
//
//   const posix::MicrosecondClock clock;
//   const auto timer = station.metrics.request_duration.time(clock);
#pragma once

#include <prometheus_express/ports/posix/posix_system_linked.hpp>

#include "prometheus_express/base/tick_time.hpp"

namespace prometheus_express::posix {

class MicrosecondClock {
 public:
  /// Microseconds of CLOCK_MONOTONIC, modulo 2^32.
  [[nodiscard]] MicrosecondTime now() const;
};

}  // namespace prometheus_express::posix
