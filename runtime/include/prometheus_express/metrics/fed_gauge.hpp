// A gauge that a sensor feeds: the application reads it, and what sets it is the code that is generated for the sensor.
//
//   Family<FedGauge<Decimal<2>, Initial::absent>, Sensor> temperature;
//   temperature.labels(Sensor::attic).value();
#pragma once

#include "prometheus_express/metrics/gauge.hpp"

namespace prometheus_express {

/// The verbs of a gauge for the code that feeds it: temperature.labels(Sensor::attic).feed().set(24.7). Used within one
/// expression, for it refers to the gauge or to the handle that gave it.
template <class Cell, class Fed>
class Feed : public Cell::template Verbs<Feed<Cell, Fed>> {
 public:
  constexpr explicit Feed(Fed& fed) : fed_(fed) {}
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

 private:
  friend typename Cell::template Verbs<Feed<Cell, Fed>>;

  template <class Change>
  constexpr void apply(Change change) {
    fed_.pass(change);
  }

  template <class Reading>
  constexpr auto inspect(Reading reading) const {
    return fed_.look(reading);
  }

  Fed& fed_;
};

template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared>
class FedGaugeCell : public GaugeCell<Value, initial, Access> {
  using Base = GaugeCell<Value, initial, Access>;

 public:
  template <class Self>
  class Verbs {
   public:
    [[nodiscard]] constexpr Value value() const {
      return look([](const FedGaugeCell& cell) { return cell.value(); });
    }

    /// True when the series has a line on the page.
    [[nodiscard]] constexpr bool present() const {
      return look([](const FedGaugeCell& cell) { return cell.present(); });
    }

    /// For the code that drives the sensor.
    [[nodiscard]] constexpr Feed<Base, Verbs> feed() { return Feed<Base, Verbs>(*this); }

    // What other gauges have, to say why this one does not.
    constexpr void set(auto...) { never(); }
    constexpr void set_scaled(auto...) { never(); }
    constexpr void inc(auto...) { never(); }
    constexpr void dec(auto...) { never(); }
    constexpr void set_to_current_time(auto...) { never(); }
    constexpr void record(auto...) { never(); }
    constexpr void reset(auto...) { never(); }
    constexpr void make_absent(auto...) { never(); }

   private:
    friend class Feed<Base, Verbs>;

    template <class Gauge = Self>
    static constexpr void never() {
      static_assert(sizeof(Gauge) == 0,
                    "a sensor feeds this gauge, as its `read:` in the schema says: it can only be read");
    }

    template <class Change>
    constexpr void pass(Change change) {
      static_cast<Self&>(*this).apply(change);
    }

    template <class Reading>
    constexpr auto look(Reading reading) const {
      return static_cast<const Self&>(*this).inspect(reading);
    }
  };
};

template <StoredValue Value, Initial initial = Initial::zero, class Access = Unshared,
          class Tally = Untallied>
using FedGauge = Metric<FedGaugeCell<Value, initial, Access>, Tally>;

}  // namespace prometheus_express
