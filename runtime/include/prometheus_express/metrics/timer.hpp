// Observes how long a scope lasted, in seconds.
//
//   auto timer = station.metrics.request_duration.time(clock);      // `clock` has a now()
#pragma once

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/kept.hpp"

namespace prometheus_express {

/// A duration in seconds as a `Value`; whole seconds where that is an integer.
template <StoredValue Value>
constexpr Value in_seconds(Duration duration) {
  if constexpr (is_decimal<Value>) {
    return Value::from_thousandths(duration.milliseconds);
  } else {
    return static_cast<Value>(static_cast<Value>(duration.milliseconds) / Value{1000});
  }
}

/// `Observer` is a histogram, a summary or a gauge, which must outlive the scope, or a handle to one. `Clock` has a `now()` that
/// returns a Time, of a clock of milliseconds.
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
  Time start_;
};

}  // namespace prometheus_express
