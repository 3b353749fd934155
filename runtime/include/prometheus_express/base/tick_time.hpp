// Time in the ticks of a counter that is finer than milliseconds: of microseconds, or of a processor's cycles.
//
//   struct Cycles {                                                      // of a Cortex-M at 48 MHz
//     [[nodiscard]] TickTime<48'000'000> now() const { return {DWT->CYCCNT}; }
//   };
//   Cycles cycles;
//   {
//     const auto timer = station.metrics.turn_duration.time(cycles);    // a histogram, a summary or a gauge
//     …
//   }                                                                    // observes the seconds of this scope
//
// A count of 32 bits wraps: after 89 s at 48 MHz, after 71 minutes in microseconds. Spans shorter than that come out right. A
// counter that wraps sooner, of 16 or 24 bits, has to be extended to 32 first.
#pragma once

#include <compare>
#include <cstdint>

namespace prometheus_express {

/// A span of 0 to 2^32 - 1 ticks, of which a second has `per_second`.
template <std::uint32_t per_second>
struct TickSpan {
  static_assert(per_second > 0);

  std::uint32_t ticks = 0;

  friend constexpr bool operator==(TickSpan, TickSpan) = default;
  friend constexpr auto operator<=>(TickSpan left, TickSpan right) { return left.ticks <=> right.ticks; }
};

/// A moment of a clock that counts ticks and wraps at 2^32. Moments have no order of their own: only their differences mean
/// anything.
template <std::uint32_t per_second>
struct TickTime {
  std::uint32_t ticks = 0;

  /// What has passed from `earlier` to `later`, also across the wrap.
  friend constexpr TickSpan<per_second> operator-(TickTime later, TickTime earlier) {
    return {later.ticks - earlier.ticks};
  }
  friend constexpr bool operator==(TickTime, TickTime) = default;
};

using MicrosecondTime = TickTime<1'000'000>;
using MicrosecondSpan = TickSpan<1'000'000>;

}  // namespace prometheus_express
