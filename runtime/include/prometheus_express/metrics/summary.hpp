// A summary: how many observations there were, and their sum.
//
//   Summary<double> reply_seconds;
//   reply_seconds.observe(0.25);
#pragma once

#include <cstddef>
#include <cstdint>

#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/metric.hpp"
#include "prometheus_express/metrics/timer.hpp"

namespace prometheus_express {

/// The count is 32 bits wide and wraps, which Prometheus reads as a restart.
template <StoredValue Value, class Access = Unshared>
class SummaryCell {
 public:
  using ValueType = Value;

  /// Lines on the page: the count, the sum.
  static constexpr std::size_t lines = 2;

  /// What a page shows of it, taken at one moment.
  struct Reading {
    Value sum;
    std::uint32_t count;
  };

  template <class Self>
  class Verbs {
   public:
    constexpr void observe(Value value) {
      self().apply([value](SummaryCell& cell) {
        cell.observe(value);
        return true;
      });
    }

    /// Observes the decimal nearest to `value`.
    constexpr void observe(double value) requires is_decimal<Value> { observe(Value::nearest(value)); }

    /// Observes a decimal from its scaled integer, without floating point.
    constexpr void observe_scaled(typename ScaledCount<Value>::Type count) requires is_decimal<Value> {
      observe(Value::scaled(count));
    }

    /// Observes the seconds that the returned scope lasts.
    template <class Clock>
    [[nodiscard]] Timer<Self, Clock> time(Clock& clock) {
      return Timer<Self, Clock>(self(), clock);
    }

    /// Observes a duration in seconds.
    constexpr void record(Duration duration) { observe(in_seconds<Value>(duration)); }
    template <std::uint32_t per_second>
    constexpr void record(TickSpan<per_second> span) {
      observe(in_seconds<Value>(span));
    }

    /// Forgets all observations.
    constexpr void reset() {
      self().apply([](SummaryCell& cell) {
        cell.reset();
        return true;
      });
    }

    [[nodiscard]] constexpr Reading reading() const {
      return static_cast<const Self&>(*this).inspect([](const SummaryCell& cell) { return cell.reading(); });
    }

   private:
    constexpr Self& self() { return static_cast<Self&>(*this); }
  };

  /// Count and sum, consistent with each other.
  [[nodiscard]] constexpr Reading reading() const {
    return Access::together([this](auto access) { return Reading{access.load(sum_), access.load(count_)}; });
  }

  constexpr void reset() {
    Access::together([this](auto access) {
      access.store(count_, std::uint32_t{0});
      access.store(sum_, Value{});
    });
  }

 private:
  constexpr void observe(Value value) {
    Access::update(count_, [](std::uint32_t count) { return count + 1U; });
    Access::update(sum_, [value](Value sum) { return saturating_add(sum, value); });
  }

  alignas(sizeof(Value)) Value sum_{};
  std::uint32_t count_ = 0;
};

template <StoredValue Value, class Access = Unshared, class Tally = Untallied>
using Summary = Metric<SummaryCell<Value, Access>, Tally>;

}  // namespace prometheus_express
