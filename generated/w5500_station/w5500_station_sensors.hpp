// Sensors of w5500_station, generated with w5500_station.hpp. Do not edit.
#pragma once

#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <cstdint>

#include "bosch_bme680.hpp"
#include "silabs_si7021.hpp"

namespace w5500_station {

namespace px = prometheus_express;

struct Metrics;  // in w5500_station.hpp, which includes this file

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
    visit("bme680", "bosch/bme680", bme680, bme680_target);
    visit("si7021", "silabs/si7021", si7021, si7021_target);
  }

  /// bosch/bme680 at 0x77 on i2c0: Gas, humidity, pressure and temperature sensor; the BME688 too.
  px::devices::BoschBme680 bme680;
  static constexpr px::bus::Target bme680_target{0x77};
  /// silabs/si7021 at 0x40 on i2c0: Temperature and humidity sensor; understands the commands of the HTU21D.
  px::devices::SilabsSi7021 si7021;
  static constexpr px::bus::Target si7021_target{0x40};

 private:
  void feed_bme680(Metrics& metrics, px::Time now);
  void feed_si7021(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c0_line_;
  px::sensors::Sampler bme680_sampler_{px::Duration{5000}};
  px::sensors::Sampler si7021_sampler_{px::Duration{5000}};
  std::array<px::sensors::Age, 2> ages_{};
  std::array<px::sensors::Freshness, 6> freshness_{};
};

}  // namespace w5500_station
