// A summary: how many observations there were, and their sum.
//
//   Summary<double> reply_seconds;
//   reply_seconds.observe(0.25);
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/metric.hpp"
#include "prometheus_express/metrics/timer.hpp"

namespace prometheus_express {

/// The count is 32 bits wide and wraps, as the sum does at the end of its range, which Prometheus reads as a restart.
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
    /// Refused is what the metric's numbers do not have: NaN and infinities where they are no floats or doubles, and what is beyond
    /// their range. Fractions become the nearest that there is, halves away from zero.
    constexpr void observe(Value value) {
      self().apply([value](SummaryCell& cell) { return cell.observe(value); });
    }
    template <Arithmetic Number>
    constexpr void observe(Number number) {
      self().apply([number](SummaryCell& cell) {
        Value value{};
        return convert(number, value) ? cell.observe(value) : Refusal::out_of_range;
      });
    }

    /// Observes a decimal from its scaled integer, without floating point.
    constexpr void observe_scaled(CountOf<Value> auto count) {
      self().apply([count](SummaryCell& cell) {
        Value value{};
        return convert(count, value.count) ? cell.observe(value) : Refusal::out_of_range;
      });
    }

    /// Observes the seconds that the returned scope lasts.
    template <class Clock>
    [[nodiscard]] Timer<Self, Clock> time(Clock& clock) {
      return Timer<Self, Clock>(self(), clock);
    }

    /// Observes a duration in seconds.
    constexpr void record(Duration duration) { record(TickSpan<1000>{duration.milliseconds}); }
    template <std::uint32_t per_second>
    constexpr void record(TickSpan<per_second> span) {
      self().apply([span](SummaryCell& cell) {
        Value value{};
        return in_seconds(span, value) ? cell.observe(value) : Refusal::out_of_range;
      });
    }

    /// Forgets all observations.
    constexpr void reset() {
      self().apply([](SummaryCell& cell) {
        cell.reset();
        return Refusal::none;
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
  constexpr Refusal observe(Value value) {
    Access::update(count_, [](std::uint32_t count) { return count + 1U; });
    Access::update(sum_, [value](Value sum) { return wrapping_add(sum, value); });
    return Refusal::none;
  }

  alignas(sizeof(Value)) Value sum_{};
  std::uint32_t count_ = 0;
};

template <StoredValue Value, class Access = Unshared, class Tally = Untallied>
using Summary = Metric<SummaryCell<Value, Access>, Tally>;

}  // namespace prometheus_express
