// Lines that let a simulated sensor fail: its name, what is to happen and, where it is a fault of transfers, of how many.
//
//   SensorLines sensors{table, {"bme280", "si7021"}};
//   sensors.carry_out("bme280 unplug");         // ok
//   sensors.carry_out("fault link down");       // nothing: not for a sensor
#pragma once

#include <charconv>
#include <optional>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "../../bench/table.hpp"

class SensorLines {
 public:
  /// Names, in the order in which the parts were placed on the table.
  SensorLines(bench::Table& table, std::vector<std::string> names)
      : table_(table), names_(std::move(names)) {}

  /// The answer, whose last line begins with `ok` or `error`; nothing for a line that is not for a sensor.
  [[nodiscard]] std::optional<std::string> carry_out(const std::string& line) {
    std::istringstream words(line);
    std::string name;
    std::string what;
    unsigned times = 1;
    words >> name >> what;
    if (std::string count; words >> count) {
      const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), times);
      if (error != std::errc{} || end != count.data() + count.size()) {
        what.clear();
      }
    }
    for (std::size_t at = 0; at < names_.size(); ++at) {
      if (names_[at] == name) {
        return bring_about(table_.places()[at], what, times) ? "ok\n" : "error: no such fault of a sensor\n";
      }
    }
    return std::nullopt;
  }

 private:
  using Place = bench::Table::Place;

  static bool bring_about(Place& place, const std::string& what, unsigned times) {
    using prometheus_express::simulated::Fault;
    static constexpr std::pair<const char*, Fault> faults[] = {{"nack", Fault::nack},
                                                               {"bit-error", Fault::bit_error},
                                                               {"stretch", Fault::stretch},
                                                               {"hang", Fault::hang},
                                                               {"stuck", Fault::stuck}};
    for (const auto& [name, fault] : faults) {
      if (what == name) {
        place.wire->inject(place.number, fault, times);
        return true;
      }
    }
    if (what == "unplug") {
      place.wire->detach(place.number);
    } else if (what == "plug") {
      place.wire->attach(place.number, place.instrument.part());
    } else if (what != "brown-out") {
      return false;
    }
    place.instrument.part().power_cycle();
    return true;
  }

  bench::Table& table_;
  std::vector<std::string> names_;
};
