// Faults as benches have them, at random moments and the same for the same seed.
//
//   Mishaps mishaps(table, 42);
//   mishaps.advance(metrics, now);          // lets happen what is due
#pragma once

#include <cstdint>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <random>
#include <vector>

#include "../bench/table.hpp"
#include "bench_probe.hpp"

class Mishaps {
 public:
  Mishaps(bench::Table& table, std::uint32_t seed) : table_(table), random_(seed) {}

  void advance(bench_probe::Metrics& metrics, prometheus_express::Time now) {
    if (!started_) {
      started_ = true;
      next_ = now + prometheus_express::Duration::seconds(2);
    }
    std::erase_if(away_, [now](const Away& away) { return back(away, now); });
    if (prometheus_express::sensors::has_come(next_, now)) {
      next_ = now + prometheus_express::Duration{200 + random(1600)};
      const auto fault = bench_probe::all<bench_probe::Fault>[random(7)];
      bring_about(fault, table_.places()[random(table_.places().size())], now);
      metrics.faults.labels(fault).inc();
    }
  }

 private:
  using Fault = bench_probe::Fault;
  using Place = bench::Table::Place;

  struct Away {
    Place* place;
    prometheus_express::Time until;
  };

  std::uint32_t random(std::size_t below) { return static_cast<std::uint32_t>(random_() % below); }

  void bring_about(Fault fault, Place& place, prometheus_express::Time now) {
    using On = prometheus_express::simulated::Fault;
    switch (fault) {
      case Fault::nack:  // more often than a part that is not ready is asked again
        place.wire->inject(place.number, On::nack, 1 + random(40));
        break;
      case Fault::bit_error:  // a checksum notices; where there is none, the reading is wrong
        place.wire->inject(place.number, On::bit_error, 1 + random(4));
        break;
      case Fault::clock_stretch:
        place.wire->inject(place.number, On::stretch, 1 + random(4));
        break;
      case Fault::hang:
        place.wire->inject(place.number, On::hang, 1 + random(2));
        break;
      case Fault::stuck_line:  // for all on this bus, until it has been freed
        place.wire->inject(On::stuck, 1 + random(2));
        break;
      case Fault::brown_out:
        place.instrument.part().power_cycle();
        break;
      case Fault::unplugged:  // without power, mostly for longer than readings stay on the page
        place.wire->detach(place.number);
        place.instrument.part().power_cycle();
        away_.push_back({&place, now + prometheus_express::Duration::seconds(10 + random(50))});
        break;
    }
  }

  static bool back(const Away& away, prometheus_express::Time now) {
    if (!prometheus_express::sensors::has_come(away.until, now)) {
      return false;
    }
    away.place->wire->attach(away.place->number, away.place->instrument.part());
    return true;
  }

  bench::Table& table_;
  std::minstd_rand random_;
  std::vector<Away> away_;
  prometheus_express::Time next_{};
  bool started_ = false;
};
