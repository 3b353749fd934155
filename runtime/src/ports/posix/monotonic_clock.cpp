#include "prometheus_express/ports/posix/monotonic_clock.hpp"

#include <ctime>

namespace prometheus_express::posix {

Time MonotonicClock::now() const {
  timespec now = {};
  (void)::clock_gettime(CLOCK_MONOTONIC, &now);  // fails for unknown clocks and bad pointers only
  return {static_cast<std::uint32_t>(now.tv_sec) * 1000U +
          static_cast<std::uint32_t>(now.tv_nsec / 1'000'000)};
}

}  // namespace prometheus_express::posix
