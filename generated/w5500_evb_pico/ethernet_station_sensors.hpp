// Sensors of ethernet_station, generated with ethernet_station.hpp. Do not edit.
#pragma once

#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <cstdint>

#include "bosch_bme280.hpp"
#include "silabs_si7021.hpp"

namespace ethernet_station {

namespace px = prometheus_express;

struct Metrics;  // in ethernet_station.hpp, which includes this file

/// Every sensor with its driver, read in turn and without waiting.
class Sensors {
 public:
  /// Hertz: the clock of `i2c0`, for what sets up the bus.
  static constexpr std::uint32_t i2c0_frequency = 400'000;

  /// Hertz: the clock of `i2c1`, for what sets up the bus.
  static constexpr std::uint32_t i2c1_frequency = 400'000;

  /// The buses must outlive the object.
  constexpr explicit Sensors(px::bus::I2c& i2c0, px::bus::I2c& i2c1) : i2c0_line_(i2c0), i2c1_line_(i2c1) {}

  /// Goes on with every sensor as far as it can, and sets the metrics that they feed. Returns after how long to call it
  /// again; sooner does no harm.
  px::Duration (poll)(Metrics& metrics, px::Time now);

  /// Calls `visit(name, device, driver, target)` for every sensor.
  template <class Visit>
  constexpr void for_each(Visit visit) {
    visit("bme280", "bosch/bme280", bme280, bme280_target);
    visit("si7021", "silabs/si7021", si7021, si7021_target);
  }

  /// bosch/bme280 at 0x76 on i2c0: Humidity, pressure and temperature sensor.
  px::devices::BoschBme280 bme280;
  static constexpr px::bus::Target bme280_target{0x76};
  /// silabs/si7021 at 0x40 on i2c1: Temperature and humidity sensor; understands the commands of the HTU21D.
  px::devices::SilabsSi7021 si7021;
  static constexpr px::bus::Target si7021_target{0x40};

 private:
  void feed_bme280(Metrics& metrics, px::Time now);
  void feed_si7021(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c0_line_;
  px::sensors::Line i2c1_line_;
  px::sensors::Sampler bme280_sampler_{px::Duration{5000}};
  px::sensors::Sampler si7021_sampler_{px::Duration{5000}};
  std::array<px::sensors::Age, 2> ages_{};
  std::array<px::sensors::Freshness, 5> freshness_{};
};

}  // namespace ethernet_station
