// A counter: a value that only goes up, or starts again at 0.
//
//   Counter<std::uint64_t> served;
//   served.inc();
//   served.inc(1514);
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/failure_scope.hpp"
#include "prometheus_express/metrics/metric.hpp"
#include "prometheus_express/metrics/negative_constant.hpp"
#include "prometheus_express/metrics/presence.hpp"

namespace prometheus_express {

/// Integers and decimals start again at 0 at the end of their range, and go on with the rest, which Prometheus reads as a restart.
/// A float takes no single unit more from 16,777,216 on.
template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared>
class CounterCell {
 public:
  using ValueType = Value;

  template <class Self>
  class Verbs {
   public:
    /// Adds 1.
    constexpr void inc() { add(one<Value>()); }

    /// Adds `amount`, which is 0 or more. Refused are a negative amount and NaN, and what the counter's numbers do not have: an
    /// amount beyond their range or below their smallest step, an infinity. The counter then stays as it is. A negative
    /// constant does not compile, on g++ from -Og on. Counters of integers take integers, so that no fraction
    /// is lost unseen.
    template <Arithmetic Amount>
    PROMETHEUS_EXPRESS_ALWAYS_INLINE constexpr void inc(Amount amount)
        PROMETHEUS_EXPRESS_NO_NEGATIVE_CONSTANT(amount) {
      static_assert(
          !std::integral<Value> || std::integral<Amount>,
          "this counter is stored as an integer; for fractions write `value: double` in its schema");
      refuse_negative_constant(amount);
      self().apply([amount](CounterCell& cell) {
        if (!(amount >= Amount{0})) {
          return Refusal::not_increasing;
        }
        Value converted{};
        if (!convert_amount(amount, converted)) {
          return Refusal::out_of_range;
        }
        cell.add(converted);
        return Refusal::none;
      });
    }

    /// Adds a decimal given as its scaled integer, without floating point. A negative amount is refused, as by `inc`.
    template <CountOf<Value> Count>
    PROMETHEUS_EXPRESS_ALWAYS_INLINE constexpr void inc_scaled(Count count)
        PROMETHEUS_EXPRESS_NO_NEGATIVE_CONSTANT(count) {
      refuse_negative_constant(count);
      self().apply([count](CounterCell& cell) {
        if (count < 0) {
          return Refusal::not_increasing;
        }
        Value amount{};
        if (!convert(count, amount.count)) {
          return Refusal::out_of_range;
        }
        cell.add(amount);
        return Refusal::none;
      });
    }

    /// Starts again, with what the counter showed at start.
    constexpr void reset() {
      self().apply([](CounterCell& cell) {
        cell.reset();
        return Refusal::none;
      });
    }

    /// Counts the failures of what runs while the scope lives: see FailureScope.
    [[nodiscard]] FailureScope<Self> count_failures() { return FailureScope<Self>(self()); }

    [[nodiscard]] constexpr Value value() const {
      return static_cast<const Self&>(*this).inspect([](const CounterCell& cell) { return cell.value(); });
    }

    /// True when the series has a line on the page.
    [[nodiscard]] constexpr bool present() const {
      return static_cast<const Self&>(*this).inspect([](const CounterCell& cell) { return cell.present(); });
    }

   private:
    constexpr Self& self() { return static_cast<Self&>(*this); }

    constexpr void add(Value amount) {
      self().apply([amount](CounterCell& cell) {
        cell.add(amount);
        return Refusal::none;
      });
    }
  };

  [[nodiscard]] constexpr Value value() const { return Access::load(value_); }
  [[nodiscard]] constexpr bool present() const { return presence_.known(); }

  constexpr void reset() {
    Access::store(value_, first());
    presence_.set(false);
  }

 private:
  static constexpr Value first() {
    if constexpr (initial == Initial::nan) {
      return std::numeric_limits<Value>::quiet_NaN();
    } else {
      return Value{};
    }
  }

  constexpr void add(Value amount) {
    Access::update(value_, [amount](Value value) {
      if constexpr (initial == Initial::nan) {
        return __builtin_isnan(value) ? amount
                                      : value + amount;  // counting starts at 0, whatever was shown before
      } else {
        return wrapping_add(value, amount);
      }
    });
    presence_.set(true);
  }

  alignas(sizeof(Value)) Value value_ = first();
  [[no_unique_address]] Presence<initial, Access> presence_;
};

template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared,
          class Tally = Untallied>
using Counter = Metric<CounterCell<Value, initial, Access>, Tally>;

}  // namespace prometheus_express
