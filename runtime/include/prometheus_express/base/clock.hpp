// Time as the runtime sees it: milliseconds since some start, in 32 bits, given by the caller.
//
//   Time started = now;
//   if (now - started >= Duration::seconds(10)) { … }        // right across the wrap after 49.7 days
//   sleep(std::min({sensors.poll(station.metrics, now), server.poll(now), Duration::millis(250)}));
//
// tick_time.hpp has finer ones.
#pragma once

#include <compare>
#include <cstdint>

namespace prometheus_express {

/// A span of time from 0 to 2^31 - 1 milliseconds (24.8 days).
struct Duration {
  std::uint32_t milliseconds = 0;

  static constexpr Duration millis(std::uint32_t count) { return {count}; }
  static constexpr Duration seconds(std::uint32_t count) { return {count * 1000U}; }

  friend constexpr bool operator==(Duration, Duration) = default;
  friend constexpr auto operator<=>(Duration left, Duration right) {
    return left.milliseconds <=> right.milliseconds;
  }
};

/// A moment of a clock that counts milliseconds and wraps at 2^32. Moments have no order of their own: only
/// differences of less than 24.8 days mean anything.
struct Time {
  std::uint32_t milliseconds = 0;

  /// Time that has passed from `earlier` to `later`, also across the wrap.
  friend constexpr Duration operator-(Time later, Time earlier) {
    return {later.milliseconds - earlier.milliseconds};
  }
  friend constexpr Time operator+(Time start, Duration span) {
    return {start.milliseconds + span.milliseconds};
  }
  friend constexpr bool operator==(Time, Time) = default;
};

}  // namespace prometheus_express
