// A counter: a value that only goes up, or starts again at 0.
//
//   Counter<std::uint64_t> served;
//   served.inc();
//   served.inc(1514);
#pragma once

#include <cstdint>

#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/presence.hpp"

namespace prometheus_express {

/// Integers wrap at the end of their width, which Prometheus reads as a restart; a decimal stays at its
/// largest value.
template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared>
class Counter {
 public:
  using ValueType = Value;

  /// Adds 1.
  constexpr void inc() { add(one<Value>()); }

  /// Adds `amount`, which is 0 or more. A negative amount and NaN are refused: the counter stays as it is.
  /// Counters of integers take integers, so that no fraction is lost unseen.
  template <class Amount>
  requires std::is_arithmetic_v<Amount>
  constexpr void inc(Amount amount) {
    static_assert(!std::integral<Value> || std::integral<Amount>,
                  "this counter is stored as an integer; for fractions write `value: double` in its schema");
    if (!(amount >= Amount{0})) {
      return;
    }
    if constexpr (is_decimal<Value>) {
      add(Value::nearest(static_cast<double>(amount)));
    } else {
      add(static_cast<Value>(amount));
    }
  }

  /// Adds a decimal given as its scaled integer, without floating point. A negative amount is refused.
  constexpr void inc_scaled(auto count) requires is_decimal<Value> {
    if (count >= 0) {
      add(Value::scaled(count));
    }
  }

  [[nodiscard]] constexpr Value value() const { return Access::load(value_); }

  /// True when the series has a line on the page.
  [[nodiscard]] constexpr bool present() const { return presence_.known(); }

 private:
  constexpr void add(Value amount) {
    Access::update(value_, [amount](Value value) {
      if constexpr (std::unsigned_integral<Value>) {
        return static_cast<Value>(value + amount);
      } else {
        return saturating_add(value, amount);
      }
    });
    presence_.set(true);
  }

  alignas(sizeof(Value)) Value value_{};
  [[no_unique_address]] Presence<initial, Access> presence_;
};

}  // namespace prometheus_express
