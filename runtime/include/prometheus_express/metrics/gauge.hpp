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
#include "prometheus_express/metrics/presence.hpp"

namespace prometheus_express {

/// Integers and decimals stay at the end of their range where a sum would pass it.
template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared>
class Gauge {
 public:
  using ValueType = Value;

  constexpr void set(Value value) {
    Access::store(value_, value);
    presence_.set(true);
  }

  /// Sets a decimal to the nearest to `value`, halves away from zero (see Decimal::nearest).
  constexpr void set(double value) requires is_decimal<Value> { set(Value::nearest(value)); }

  /// Sets a decimal from its scaled integer, without floating point.
  constexpr void set_scaled(auto count) requires is_decimal<Value> { set(Value::scaled(count)); }

  constexpr void inc() { add(one<Value>()); }
  constexpr void inc(Value amount) { add(amount); }
  constexpr void dec() { subtract(one<Value>()); }
  constexpr void dec(Value amount) { subtract(amount); }

  /// Sets the gauge to a moment: seconds since 1970-01-01 00:00 UTC, which the caller knows.
  constexpr void set_to_current_time(Value unix_seconds) { set(unix_seconds); }

  [[nodiscard]] constexpr Value value() const { return Access::load(value_); }

  /// True when the series has a line on the page.
  [[nodiscard]] constexpr bool present() const { return presence_.known(); }

  /// Takes the series off the page until it is set again.
  constexpr void make_absent() requires(initial == Initial::absent) { presence_.set(false); }

 private:
  static constexpr Value first() {
    if constexpr (initial == Initial::nan) {
      return std::numeric_limits<Value>::quiet_NaN();
    } else {
      return Value{};
    }
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

}  // namespace prometheus_express
