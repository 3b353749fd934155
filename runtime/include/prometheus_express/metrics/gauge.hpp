// A gauge: a value that goes up and down.
//
//   Gauge<float> temperature;
//   temperature.set(24.7359F);
//   Gauge<Decimal<2>> humidity;
//   humidity.set_scaled(4512);                // 45.12, no floating point
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/inprogress_scope.hpp"
#include "prometheus_express/metrics/metric.hpp"
#include "prometheus_express/metrics/presence.hpp"
#include "prometheus_express/metrics/timer.hpp"

namespace prometheus_express {

/// What its numbers do not have is refused, and the gauge stays as it is: NaN and infinities where it is no float or double, and
/// values, amounts and sums beyond the range. Fractions become the nearest that there is, halves away from zero; an amount that
/// would become 0 is refused.
template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared>
class GaugeCell {
 public:
  using ValueType = Value;

  template <class Self>
  class Verbs {
   public:
    constexpr void set(Value value) {
      change([value](GaugeCell& cell) { return cell.set(value); });
    }
    template <Arithmetic Number>
    constexpr void set(Number number) {
      change([number](GaugeCell& cell) {
        Value value{};
        return convert(number, value) ? cell.set(value) : Refusal::out_of_range;
      });
    }

    /// Sets a decimal from its scaled integer, without floating point.
    constexpr void set_scaled(CountOf<Value> auto count) {
      change([count](GaugeCell& cell) {
        Value value{};
        return convert(count, value.count) ? cell.set(value) : Refusal::out_of_range;
      });
    }

    constexpr void inc() { inc(one<Value>()); }
    constexpr void inc(Value amount) {
      change([amount](GaugeCell& cell) { return cell.add(amount); });
    }
    template <Arithmetic Number>
    constexpr void inc(Number number) {
      change([number](GaugeCell& cell) {
        return with_amount(number, [&cell](auto amount) { return cell.add(amount); });
      });
    }
    constexpr void dec() { dec(one<Value>()); }
    constexpr void dec(Value amount) {
      change([amount](GaugeCell& cell) { return cell.subtract(amount); });
    }
    template <Arithmetic Number>
    constexpr void dec(Number number) {
      change([number](GaugeCell& cell) {
        return with_amount(number, [&cell](auto amount) { return cell.subtract(amount); });
      });
    }

    /// Sets the gauge to a moment: seconds since 1970-01-01 00:00 UTC, which the caller knows. A float has them to the next 128
    /// seconds, an int32 until 2038, and of the decimals only those in 64 bits have them at all.
    constexpr void set_to_current_time(Value unix_seconds) { set(unix_seconds); }
    template <Arithmetic Number>
    constexpr void set_to_current_time(Number unix_seconds) {
      set(unix_seconds);
    }

    /// Sets the gauge to the seconds that the returned scope lasts.
    template <class Clock>
    [[nodiscard]] Timer<Self, Clock> time(Clock& clock) {
      return Timer<Self, Clock>(self(), clock);
    }

    /// Sets the gauge to a duration in seconds.
    constexpr void record(Duration duration) { record(TickSpan<1000>{duration.milliseconds}); }
    template <std::uint32_t per_second>
    constexpr void record(TickSpan<per_second> span) {
      change([span](GaugeCell& cell) {
        Value value{};
        return in_seconds(span, value) ? cell.set(value) : Refusal::out_of_range;
      });
    }

    /// Holds the gauge one higher while the returned scope lasts.
    [[nodiscard]] constexpr InprogressScope<Self> track_inprogress() { return InprogressScope<Self>(self()); }

    /// Goes back to what the gauge showed at start.
    constexpr void reset() {
      change([](GaugeCell& cell) {
        cell.reset();
        return Refusal::none;
      });
    }

    /// Takes the series off the page until it is set again.
    constexpr void make_absent() {
      static_assert(initial == Initial::absent, "write `initial: absent` in the schema of this metric");
      reset();
    }

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
      self().apply(change);
    }

    /// Whole numbers are added to whole ones as they are, for the sum may fit where the amount does not.
    template <class Number, class Use>
    static constexpr Refusal with_amount(Number number, Use use) {
      if constexpr (std::integral<Value> && std::integral<Number>) {
        return use(number);
      } else {
        Value amount{};
        return convert_amount(number, amount) ? use(amount) : Refusal::out_of_range;
      }
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

  constexpr Refusal set(Value value) {
    Access::store(value_, value);
    presence_.set(true);
    return Refusal::none;
  }

  template <class Amount>
  constexpr Refusal add(Amount amount) {
    return move([amount](Value value, Value& sum) { return add_within(value, amount, sum); });
  }

  template <class Amount>
  constexpr Refusal subtract(Amount amount) {
    return move(
        [amount](Value value, Value& difference) { return subtract_within(value, amount, difference); });
  }

  /// Gives the gauge what `calculate` makes of it, if that fits.
  template <class Calculate>
  constexpr Refusal move(Calculate calculate) {
    bool fits = true;
    Access::update(value_, [calculate, &fits](Value value) {
      Value moved{};
      fits = calculate(value, moved);
      return fits ? moved : value;
    });
    if (!fits) {
      return Refusal::out_of_range;
    }
    presence_.set(true);
    return Refusal::none;
  }

  alignas(sizeof(Value)) Value value_ = first();
  [[no_unique_address]] Presence<initial, Access> presence_;
};

template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared,
          class Tally = Untallied>
using Gauge = Metric<GaugeCell<Value, initial, Access>, Tally>;

}  // namespace prometheus_express
