// Sensors of mps2, generated with mps2.hpp. Do not edit.
#pragma once

#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <cstdint>

#include "ti_tmp105.hpp"
#include "microchip_emc1413.hpp"
#include "ti_tmp421.hpp"
#include "infineon_dps310.hpp"
#include "st_lsm303dlhc_magn.hpp"
#include "maxim_max1111.hpp"

namespace mps2 {

namespace px = prometheus_express;

struct Metrics;  // in mps2.hpp, which includes this file

/// Every sensor with its driver, read in turn and without waiting.
class Sensors {
 public:
  /// Hertz: the clock of `i2c`, for what sets up the bus.
  static constexpr std::uint32_t i2c_frequency = 100'000;

  /// The buses must outlive the object.
  constexpr explicit Sensors(px::bus::I2c& i2c, px::bus::Spi& spi) : i2c_line_(i2c), spi_line_(spi) {}

  /// Goes on with every sensor as far as it can, and sets the metrics that they feed. Returns after how long to call it
  /// again; sooner does no harm.
  px::Duration (poll)(Metrics& metrics, px::Time now);

  /// Calls `visit(name, device, driver, target)` for every sensor.
  template <class Visit>
  constexpr void for_each(Visit visit) {
    visit("tmp105", "ti/tmp105", tmp105, tmp105_target);
    visit("emc1413", "microchip/emc1413", emc1413, emc1413_target);
    visit("tmp421", "ti/tmp421", tmp421, tmp421_target);
    visit("dps310", "infineon/dps310", dps310, dps310_target);
    visit("lsm303dlhc", "st/lsm303dlhc-magn", lsm303dlhc, lsm303dlhc_target);
    visit("max1111", "maxim/max1111", max1111, max1111_target);
  }

  /// ti/tmp105 at 0x48 on i2c: Temperature sensor.
  px::devices::TiTmp105 tmp105;
  static constexpr px::bus::Target tmp105_target{0x48};
  /// microchip/emc1413 at 0x4C on i2c: Temperature sensor with two remote diodes.
  px::devices::MicrochipEmc1413 emc1413;
  static constexpr px::bus::Target emc1413_target{0x4C};
  /// ti/tmp421 at 0x4E on i2c: Temperature sensor with a remote diode.
  px::devices::TiTmp421 tmp421;
  static constexpr px::bus::Target tmp421_target{0x4E};
  /// infineon/dps310 at 0x77 on i2c: Pressure and temperature sensor.
  px::devices::InfineonDps310 dps310{px::devices::InfineonDps310::Settings{.identify = false}};
  static constexpr px::bus::Target dps310_target{0x77};
  /// st/lsm303dlhc-magn at 0x1E on i2c: Magnetometer of the LSM303DLHC.
  px::devices::StLsm303dlhcMagn lsm303dlhc;
  static constexpr px::bus::Target lsm303dlhc_target{0x1E};
  /// maxim/max1111 at chip select 0 on spi: Analog-to-digital converter with 4 inputs and 8 bits.
  px::devices::MaximMax1111 max1111;
  static constexpr px::bus::Target max1111_target{0, 0, 2000000};

 private:
  void feed_tmp105(Metrics& metrics, px::Time now);
  void feed_emc1413(Metrics& metrics, px::Time now);
  void feed_tmp421(Metrics& metrics, px::Time now);
  void feed_dps310(Metrics& metrics, px::Time now);
  void feed_lsm303dlhc(Metrics& metrics, px::Time now);
  void feed_max1111(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c_line_;
  px::sensors::Line spi_line_;
  px::sensors::Sampler tmp105_sampler_{px::Duration{1000}};
  px::sensors::Sampler emc1413_sampler_{px::Duration{1000}};
  px::sensors::Sampler tmp421_sampler_{px::Duration{1000}};
  px::sensors::Sampler dps310_sampler_{px::Duration{1000}};
  px::sensors::Sampler lsm303dlhc_sampler_{px::Duration{1000}};
  px::sensors::Sampler max1111_sampler_{px::Duration{1000}};
  std::array<px::sensors::Age, 6> ages_{};
  std::array<px::sensors::Freshness, 15> freshness_{};
};

}  // namespace mps2
