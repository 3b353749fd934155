// A histogram: how many observations fell into each bucket, and their sum.
//
//   inline constexpr std::uint32_t frame_size_bounds[] = {64, 256, 1024};
//   Histogram<frame_size_bounds> frame_size;           // buckets to 64, 256, 1024 and +Inf
//   frame_size.observe(1514);
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "prometheus_express/metrics/arithmetic.hpp"
#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/metric.hpp"
#include "prometheus_express/metrics/timer.hpp"

namespace prometheus_express {

/// Counts are 32 bits wide and wrap, as the sum does at the end of its range, which Prometheus reads as a restart. `bounds` are the upper bounds of the buckets in ascending
/// order, without +Inf: an array of the type in which observations are given and summed.
template <const auto& bounds, class Access = Unshared>
class HistogramCell {
 public:
  using ValueType = std::remove_cvref_t<decltype(bounds[0])>;
  static_assert(std::is_arithmetic_v<ValueType> || is_decimal<ValueType>);

  /// Finite buckets, and +Inf.
  static constexpr std::size_t buckets = std::size(bounds) + 1;

  /// A histogram with a negative bound has no `_sum`: it could fall (OpenMetrics 1.0, "Histogram").
  static constexpr bool has_sum = !(bounds[0] < ValueType{});

  /// Lines on the page: the buckets, the count, the sum.
  static constexpr std::size_t lines = buckets + 1 + (has_sum ? 1 : 0);

  /// What a page shows of it, taken at one moment.
  struct Reading {
    ValueType sum;
    std::array<std::uint32_t, buckets> cumulative;
  };

  template <class Self>
  class Verbs {
   public:
    /// Counts `value` in the first bucket whose bound is not less; NaN in +Inf. Refused is what the metric's numbers do not have:
    /// NaN and infinities where they are no floats or doubles, and what is beyond their range. Fractions become the nearest that
    /// there is, halves away from zero.
    constexpr void observe(ValueType value) {
      self().apply([value](HistogramCell& cell) { return cell.observe(value); });
    }
    template <Arithmetic Number>
    constexpr void observe(Number number) {
      self().apply([number](HistogramCell& cell) {
        ValueType value{};
        return convert(number, value) ? cell.observe(value) : Refusal::out_of_range;
      });
    }

    /// Observes a decimal from its scaled integer, without floating point.
    constexpr void observe_scaled(CountOf<ValueType> auto count) {
      self().apply([count](HistogramCell& cell) {
        ValueType value{};
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
      self().apply([span](HistogramCell& cell) {
        ValueType value{};
        return in_seconds(span, value) ? cell.observe(value) : Refusal::out_of_range;
      });
    }

    /// Forgets all observations.
    constexpr void reset() {
      self().apply([](HistogramCell& cell) {
        cell.reset();
        return Refusal::none;
      });
    }

    [[nodiscard]] constexpr Reading reading() const {
      return static_cast<const Self&>(*this).inspect(
          [](const HistogramCell& cell) { return cell.reading(); });
    }

   private:
    constexpr Self& self() { return static_cast<Self&>(*this); }
  };

  /// The buckets cumulated, consistent with each other.
  [[nodiscard]] constexpr Reading reading() const {
    return Access::together([this](auto access) {
      Reading taken{};
      std::uint32_t total = 0;
      for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        total += access.load(counts_[bucket]);
        taken.cumulative[bucket] = total;
      }
      taken.sum = access.load(sum_);
      return taken;
    });
  }

  constexpr void reset() {
    Access::together([this](auto access) {
      for (std::uint32_t& count : counts_) {
        access.store(count, std::uint32_t{0});
      }
      access.store(sum_, ValueType{});
    });
  }

 private:
  constexpr Refusal observe(ValueType value) {
    std::size_t bucket = 0;
    while (bucket < buckets - 1 && !(value <= bounds[bucket])) {
      ++bucket;
    }
    Access::update(counts_[bucket], [](std::uint32_t count) { return count + 1U; });
    if constexpr (has_sum) {
      Access::update(sum_, [value](ValueType sum) { return wrapping_add(sum, value); });
    }
    return Refusal::none;
  }

  alignas(sizeof(ValueType)) ValueType sum_{};
  std::array<std::uint32_t, buckets> counts_{};
};

template <const auto& bounds, class Access = Unshared, class Tally = Untallied>
using Histogram = Metric<HistogramCell<bounds, Access>, Tally>;

}  // namespace prometheus_express
