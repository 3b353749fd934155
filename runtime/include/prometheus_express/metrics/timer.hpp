// Observes how long a scope lasted, in seconds.
//
//   auto timer = station.metrics.request_duration.time(clock);      // `clock` has a now(): see base/tick_time.hpp
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/base/tick_time.hpp"
#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/kept.hpp"

namespace prometheus_express {

/// A span in seconds as a `Value`: the nearest decimal; whole seconds, the rest left out, where that is an integer. False where
/// it does not fit.
template <StoredValue Value, std::uint32_t per_second>
constexpr bool in_seconds(TickSpan<per_second> span, Value& seconds) {
  if constexpr (is_decimal<Value>) {
    return Value::template find_fraction<per_second>(span.ticks, seconds);
  } else if constexpr (std::integral<Value>) {
    return convert(span.ticks / per_second, seconds);
  } else {
    seconds = static_cast<Value>(span.ticks) / static_cast<Value>(per_second);
    return true;
  }
}

/// `Observer` is a histogram, a summary or a gauge, which must outlive the scope, or a handle to one. `Clock` has a `now()` that
/// returns a Time, in milliseconds, or a TickTime.
template <class Observer, class Clock>
class Timer {
 public:
  Timer(Observer& observer, Clock& clock) : observer_(observer), clock_(clock), start_(clock.now()) {}
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;
  ~Timer() { observer_.record(clock_.now() - start_); }

 private:
  Kept<Observer> observer_;
  Clock& clock_;
  std::remove_cv_t<decltype(clock_.now())> start_;
};

}  // namespace prometheus_express
