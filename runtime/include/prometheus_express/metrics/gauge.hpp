// A gauge: a value that goes up and down.
//
//   Gauge<float> temperature;
//   temperature.set(24.7359F);
//   Gauge<Decimal<2>> humidity;
//   humidity.set_scaled(4512);                // 45.12, no floating point
#pragma once

#include <cstdint>
#include <limits>

#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/inprogress_scope.hpp"
#include "prometheus_express/metrics/metric.hpp"
#include "prometheus_express/metrics/presence.hpp"
#include "prometheus_express/metrics/timer.hpp"

namespace prometheus_express {

/// Integers and decimals stay at the end of their range where a sum would pass it.
template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared>
class GaugeCell {
 public:
  using ValueType = Value;

  template <class Self>
  class Verbs {
   public:
    constexpr void set(Value value) {
      change([value](GaugeCell& cell) { cell.set(value); });
    }

    /// Sets a decimal to the nearest to `value`, halves away from zero (see Decimal::nearest).
    constexpr void set(double value) requires is_decimal<Value> { set(Value::nearest(value)); }

    /// Sets a decimal from its scaled integer, without floating point.
    constexpr void set_scaled(typename ScaledCount<Value>::Type count) requires is_decimal<Value> {
      set(Value::scaled(count));
    }

    constexpr void inc() { inc(one<Value>()); }
    constexpr void inc(Value amount) {
      change([amount](GaugeCell& cell) { cell.add(amount); });
    }
    constexpr void inc(double amount) requires is_decimal<Value> { inc(Value::nearest(amount)); }
    constexpr void dec() { dec(one<Value>()); }
    constexpr void dec(Value amount) {
      change([amount](GaugeCell& cell) { cell.subtract(amount); });
    }
    constexpr void dec(double amount) requires is_decimal<Value> { dec(Value::nearest(amount)); }

    /// Sets the gauge to a moment: seconds since 1970-01-01 00:00 UTC, which the caller knows.
    constexpr void set_to_current_time(Value unix_seconds) { set(unix_seconds); }

    /// Sets the gauge to the seconds that the returned scope lasts.
    template <class Clock>
    [[nodiscard]] Timer<Self, Clock> time(Clock& clock) {
      return Timer<Self, Clock>(self(), clock);
    }

    /// Sets the gauge to a duration in seconds.
    constexpr void record(Duration duration) { set(in_seconds<Value>(duration)); }
    template <std::uint32_t per_second>
    constexpr void record(TickSpan<per_second> span) {
      set(in_seconds<Value>(span));
    }

    /// Holds the gauge one higher while the returned scope lasts.
    [[nodiscard]] constexpr InprogressScope<Self> track_inprogress() { return InprogressScope<Self>(self()); }

    /// Goes back to what the gauge showed at start.
    constexpr void reset() {
      change([](GaugeCell& cell) { cell.reset(); });
    }

    /// Takes the series off the page until it is set again.
    constexpr void make_absent() requires(initial == Initial::absent) { reset(); }

    [[nodiscard]] constexpr Value value() const {
      return static_cast<const Self&>(*this).inspect([](const GaugeCell& cell) { return cell.value(); });
    }

    /// True when the series has a line on the page.
    [[nodiscard]] constexpr bool present() const {
      return static_cast<const Self&>(*this).inspect([](const GaugeCell& cell) { return cell.present(); });
    }

   private:
    constexpr Self& self() { return static_cast<Self&>(*this); }

    template <class Change>
    constexpr void change(Change change) {
      self().apply([change](GaugeCell& cell) {
        change(cell);
        return true;
      });
    }
  };

  [[nodiscard]] constexpr Value value() const { return Access::load(value_); }
  [[nodiscard]] constexpr bool present() const { return presence_.known(); }

  constexpr void reset() {
    presence_.set(false);
    Access::store(value_, first());
  }

 private:
  static constexpr Value first() {
    if constexpr (initial == Initial::nan) {
      return std::numeric_limits<Value>::quiet_NaN();
    } else {
      return Value{};
    }
  }

  constexpr void set(Value value) {
    Access::store(value_, value);
    presence_.set(true);
  }

  constexpr void add(Value amount) {
    Access::update(value_, [amount](Value value) { return saturating_add(value, amount); });
    presence_.set(true);
  }

  constexpr void subtract(Value amount) {
    Access::update(value_, [amount](Value value) { return saturating_subtract(value, amount); });
    presence_.set(true);
  }

  alignas(sizeof(Value)) Value value_ = first();
  [[no_unique_address]] Presence<initial, Access> presence_;
};

template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared,
          class Tally = Untallied>
using Gauge = Metric<GaugeCell<Value, initial, Access>, Tally>;

}  // namespace prometheus_express
