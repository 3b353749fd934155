// Sensors of sparkline, generated with sparkline.hpp. Do not edit.
#pragma once

#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <cstdint>

#include "silabs_si7021.hpp"

namespace sparkline {

namespace px = prometheus_express;

struct Metrics;  // in sparkline.hpp, which includes this file

/// Every sensor with its driver, read in turn and without waiting.
class Sensors {
 public:
  /// Hertz: the clock of `i2c0`, for what sets up the bus.
  static constexpr std::uint32_t i2c0_frequency = 400'000;

  /// The buses must outlive the object.
  constexpr explicit Sensors(px::bus::I2c& i2c0) : i2c0_line_(i2c0) {}

  /// Goes on with every sensor as far as it can, and sets the metrics that they feed. Returns after how long to call it
  /// again; sooner does no harm.
  px::Duration (poll)(Metrics& metrics, px::Time now);

  /// Calls `visit(name, device, driver, target)` for every sensor.
  template <class Visit>
  constexpr void for_each(Visit visit) {
    visit("si7021", "silabs/si7021", si7021, si7021_target);
  }

  /// silabs/si7021 at 0x40 on i2c0: Temperature and humidity sensor; understands the commands of the HTU21D.
  px::devices::SilabsSi7021 si7021;
  static constexpr px::bus::Target si7021_target{0x40};

 private:
  void feed_si7021(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c0_line_;
  px::sensors::Sampler si7021_sampler_{px::Duration{1000}};
  std::array<px::sensors::Age, 1> ages_{};
  std::array<px::sensors::Freshness, 2> freshness_{};
};

}  // namespace sparkline
