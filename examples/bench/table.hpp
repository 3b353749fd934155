// Simulated parts on simulated buses, which measure a simulated day.
//
//   bench::Table table;
//   table.place(i2c0, weather_station::Sensors::bme680_target, "bosch/bme680");
//   for (;;) { table.advance(now); … }
#pragma once

#include <cstdint>
#include <optional>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <string_view>
#include <vector>

#include "day.hpp"
#include "instrument.hpp"

namespace bench {

class Table {
 public:
  struct Place {
    prometheus_express::simulated::Wire* wire;
    std::uint8_t number;  // address or chip select
    Instrument instrument;
  };

  /// Puts a part on a bus, which must outlive the table. Throws std::invalid_argument where there is no model of it.
  void place(prometheus_express::simulated::Wire& wire, const prometheus_express::bus::Target& target,
             std::string_view device) {
    places_.push_back({&wire, target.number, Instrument(device)});
    wire.attach(target.number, places_.back().instrument.part());
  }

  [[nodiscard]] std::vector<Place>& places() { return places_; }

  /// When the day starts and how fast it passes, for the command line.
  [[nodiscard]] std::vector<prometheus_express::host::Option> options() { return day_.options(); }

  /// Once a second, lets the parts measure what there is now.
  void advance(prometheus_express::Time now) {
    if (shown_ && now - *shown_ < prometheus_express::Duration::seconds(1)) {
      return;
    }
    shown_ = now;
    const World world = day_.at(now);
    for (Place& place : places_) {
      place.instrument.show(world);
    }
  }

 private:
  Day day_;
  std::vector<Place> places_;
  std::optional<prometheus_express::Time> shown_;
};

}  // namespace bench
