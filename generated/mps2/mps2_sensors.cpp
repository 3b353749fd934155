// Sensors of mps2, generated with mps2.hpp. Do not edit.
#include "mps2_sensors.hpp"

#include <prometheus_express/sensors/bits.hpp>

#include <limits>

namespace mps2 {

namespace {

// ti/tmp105: temperature, in units of 10^-4, without floating point.
std::int32_t ti_tmp105_temperature_e4(const px::devices::TiTmp105::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_ * 625, 16);
}

// microchip/emc1413: temperature, in units of 10^-4, without floating point.
std::int32_t microchip_emc1413_temperature_internal_e4(const px::devices::MicrochipEmc1413::Readings& readings) {
  return (readings.internal_whole_ * 8 + (readings.internal_part_ >> 5) - readings.lowest() * 8) * 1250;
}

// microchip/emc1413: temperature, in units of 10^-4, without floating point.
std::int32_t microchip_emc1413_temperature_external1_e4(const px::devices::MicrochipEmc1413::Readings& readings) {
  return (readings.external1_whole_ * 8 + (readings.external1_part_ >> 5) - readings.lowest() * 8) * 1250;
}

// microchip/emc1413: temperature, in units of 10^-4, without floating point.
std::int32_t microchip_emc1413_temperature_external2_e4(const px::devices::MicrochipEmc1413::Readings& readings) {
  return (readings.external2_whole_ * 8 + (readings.external2_part_ >> 5) - readings.lowest() * 8) * 1250;
}

// ti/tmp421: temperature, in units of 10^-4, without floating point.
std::int32_t ti_tmp421_temperature_local_e4(const px::devices::TiTmp421::Readings& readings) {
  return (readings.wide_ != 0 ? readings.local_code_ - 1024 : px::sensors::sign_extend(readings.local_code_, 12)) * 625;
}

// ti/tmp421: temperature, in units of 10^-4, without floating point.
std::int32_t ti_tmp421_temperature_remote1_e4(const px::devices::TiTmp421::Readings& readings) {
  return (readings.wide_ != 0 ? readings.remote1_code_ - 1024 : px::sensors::sign_extend(readings.remote1_code_, 12))
      * 625;
}

// infineon/dps310: temperature, in units of 10^-4, by way of a float.
std::int32_t infineon_dps310_temperature_e4(const px::devices::InfineonDps310::Readings& readings) {
  return px::sensors::scaled(readings.temperature<float>(), 10000.0F);
}

// infineon/dps310: pressure, in units of 10^-1, by way of a float.
std::int32_t infineon_dps310_pressure_e1(const px::devices::InfineonDps310::Readings& readings) {
  return px::sensors::scaled(readings.pressure<float>(), 10.0F);
}

// st/lsm303dlhc-magn: magnetic_flux_density, in units of 10^-9, by way of a float.
std::int32_t st_lsm303dlhc_magn_magnetic_flux_density_x_e9(const px::devices::StLsm303dlhcMagn::Readings& readings) {
  return px::sensors::scaled(readings.magnetic_flux_density_x<float>(), 1000000000.0F);
}

// st/lsm303dlhc-magn: magnetic_flux_density, in units of 10^-9, by way of a float.
std::int32_t st_lsm303dlhc_magn_magnetic_flux_density_y_e9(const px::devices::StLsm303dlhcMagn::Readings& readings) {
  return px::sensors::scaled(readings.magnetic_flux_density_y<float>(), 1000000000.0F);
}

// st/lsm303dlhc-magn: magnetic_flux_density, in units of 10^-9, by way of a float.
std::int32_t st_lsm303dlhc_magn_magnetic_flux_density_z_e9(const px::devices::StLsm303dlhcMagn::Readings& readings) {
  return px::sensors::scaled(readings.magnetic_flux_density_z<float>(), 1000000000.0F);
}

// maxim/max1111: voltage, in units of 10^-3, without floating point.
std::int32_t maxim_max1111_voltage_e3(const px::devices::MaximMax1111::Readings& readings, std::uint8_t turn) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.code_[turn] * readings.settings.reference_volts.count,
      2560);
}

static_assert(px::sensors::are_reasons(label_values(SensorFailure{})),
    "made for another version of prometheus_express");

void note(Metrics& metrics, Sensor sensor, px::sensors::Failure failure) {
  if (failure != px::sensors::Failure::none) {
    // The label's values stand in the order of the failures, behind `none`.
    metrics.sensor_read_errors.labels(sensor, static_cast<SensorFailure>(static_cast<unsigned>(failure) - 1U)).inc();
  }
}

void record(Metrics& metrics, std::array<px::sensors::Age, 6>& ages, Sensor sensor, const px::sensors::Driver& driver,
    bool up, px::Time now) {
  metrics.sensor_up.labels(sensor).set(up ? 1U : 0U);
  metrics.sensor_reads.labels(sensor).inc();
  note(metrics, sensor, driver.failure());
  if (up) {
    ages[px::label_position(sensor)].restart(now);
  }
}

}  // namespace

px::Duration (Sensors::poll)(Metrics& metrics, px::Time now) {
  px::sensors::Earliest next{now, px::Duration::seconds(1)};
  if ((tmp105_sampler_.poll)(tmp105, i2c_line_, tmp105_target, now)) {
    record(metrics, ages_, Sensor::tmp105, tmp105, tmp105_sampler_.up(), now);
    feed_tmp105(metrics, now);
  }
  next.add(tmp105_sampler_.next());
  if ((emc1413_sampler_.poll)(emc1413, i2c_line_, emc1413_target, now)) {
    record(metrics, ages_, Sensor::emc1413, emc1413, emc1413_sampler_.up(), now);
    feed_emc1413(metrics, now);
  }
  next.add(emc1413_sampler_.next());
  if ((tmp421_sampler_.poll)(tmp421, i2c_line_, tmp421_target, now)) {
    record(metrics, ages_, Sensor::tmp421, tmp421, tmp421_sampler_.up(), now);
    feed_tmp421(metrics, now);
  }
  next.add(tmp421_sampler_.next());
  if ((dps310_sampler_.poll)(dps310, i2c_line_, dps310_target, now)) {
    record(metrics, ages_, Sensor::dps310, dps310, dps310_sampler_.up(), now);
    feed_dps310(metrics, now);
  }
  next.add(dps310_sampler_.next());
  if ((lsm303dlhc_sampler_.poll)(lsm303dlhc, i2c_line_, lsm303dlhc_target, now)) {
    record(metrics, ages_, Sensor::lsm303dlhc, lsm303dlhc, lsm303dlhc_sampler_.up(), now);
    feed_lsm303dlhc(metrics, now);
  }
  next.add(lsm303dlhc_sampler_.next());
  if ((max1111_sampler_.poll)(max1111, spi_line_, max1111_target, now)) {
    record(metrics, ages_, Sensor::max1111, max1111, max1111_sampler_.up(), now);
    feed_max1111(metrics, now);
  }
  next.add(max1111_sampler_.next());
  expire(metrics, now, next);
  return next.pause();
}

void Sensors::feed_tmp105(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = tmp105.published();
  const px::devices::TiTmp105::Readings& readings = tmp105.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_tmp105_temperature_e4(readings);
    metrics.temperature.labels(Sensor::tmp105, Channel::_).feed().set_scaled(value);
    freshness_[0].renew(now);
  }
}

void Sensors::feed_emc1413(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = emc1413.published();
  const px::devices::MicrochipEmc1413::Readings& readings = emc1413.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = microchip_emc1413_temperature_internal_e4(readings);
    metrics.temperature.labels(Sensor::emc1413, Channel::internal).feed().set_scaled(value);
    freshness_[1].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = microchip_emc1413_temperature_external1_e4(readings);
    metrics.temperature.labels(Sensor::emc1413, Channel::external1).feed().set_scaled(value);
    freshness_[2].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = microchip_emc1413_temperature_external2_e4(readings);
    metrics.temperature.labels(Sensor::emc1413, Channel::external2).feed().set_scaled(value);
    freshness_[3].renew(now);
  }
}

void Sensors::feed_tmp421(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = tmp421.published();
  const px::devices::TiTmp421::Readings& readings = tmp421.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = ti_tmp421_temperature_local_e4(readings);
    metrics.temperature.labels(Sensor::tmp421, Channel::local).feed().set_scaled(value);
    freshness_[4].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = ti_tmp421_temperature_remote1_e4(readings);
    metrics.temperature.labels(Sensor::tmp421, Channel::remote1).feed().set_scaled(value);
    freshness_[5].renew(now);
  }
}

void Sensors::feed_dps310(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = dps310.published();
  const px::devices::InfineonDps310::Readings& readings = dps310.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = infineon_dps310_temperature_e4(readings);
    metrics.temperature.labels(Sensor::dps310, Channel::_).feed().set_scaled(value);
    freshness_[6].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = infineon_dps310_pressure_e1(readings);
    metrics.pressure.feed().set_scaled(value);
    freshness_[7].renew(now);
  }
}

void Sensors::feed_lsm303dlhc(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = lsm303dlhc.published();
  const px::devices::StLsm303dlhcMagn::Readings& readings = lsm303dlhc.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = st_lsm303dlhc_magn_magnetic_flux_density_x_e9(readings);
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::x).feed().set_scaled(value);
    freshness_[8].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = st_lsm303dlhc_magn_magnetic_flux_density_y_e9(readings);
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::y).feed().set_scaled(value);
    freshness_[9].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = st_lsm303dlhc_magn_magnetic_flux_density_z_e9(readings);
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::z).feed().set_scaled(value);
    freshness_[10].renew(now);
  }
}

void Sensors::feed_max1111(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = max1111.published();
  const px::devices::MaximMax1111::Readings& readings = max1111.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e3(readings, 0);
    metrics.voltage.labels(Sensor::max1111, Channel::_0).feed().set_scaled(value);
    freshness_[11].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e3(readings, 1);
    metrics.voltage.labels(Sensor::max1111, Channel::_1).feed().set_scaled(value);
    freshness_[12].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e3(readings, 2);
    metrics.voltage.labels(Sensor::max1111, Channel::_2).feed().set_scaled(value);
    freshness_[13].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = maxim_max1111_voltage_e3(readings, 3);
    metrics.voltage.labels(Sensor::max1111, Channel::_3).feed().set_scaled(value);
    freshness_[14].renew(now);
  }
}

void Sensors::expire([[maybe_unused]] Metrics& metrics, [[maybe_unused]] px::Time now,
                     [[maybe_unused]] px::sensors::Earliest& next) {
  static constexpr px::Duration max_ages[] = {{5000}, {5000}, {5000}, {5000}, {5000}, {5000}, {5000}, {5000}, {5000},
      {5000}, {5000}, {5000}, {5000}, {5000}, {5000}};
  for (std::size_t place = 0; place < freshness_.size(); ++place) {
    if (freshness_[place].expires(now, max_ages[place])) {
      drop(metrics, place);
    } else if (freshness_[place].fresh()) {
      next.add(freshness_[place].end(max_ages[place]));
    }
  }
  for (const Sensor sensor : all<Sensor>) {
    metrics.sensor_last_success_age.labels(sensor).set(ages_[px::label_position(sensor)].seconds(now));
  }
}

void Sensors::drop(Metrics& metrics, std::size_t place) {
  switch (place) {
    case 0:
      metrics.temperature.labels(Sensor::tmp105, Channel::_).feed().make_absent();
      break;
    case 1:
      metrics.temperature.labels(Sensor::emc1413, Channel::internal).feed().make_absent();
      break;
    case 2:
      metrics.temperature.labels(Sensor::emc1413, Channel::external1).feed().make_absent();
      break;
    case 3:
      metrics.temperature.labels(Sensor::emc1413, Channel::external2).feed().make_absent();
      break;
    case 4:
      metrics.temperature.labels(Sensor::tmp421, Channel::local).feed().make_absent();
      break;
    case 5:
      metrics.temperature.labels(Sensor::tmp421, Channel::remote1).feed().make_absent();
      break;
    case 6:
      metrics.temperature.labels(Sensor::dps310, Channel::_).feed().make_absent();
      break;
    case 7:
      metrics.pressure.feed().make_absent();
      break;
    case 8:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::x).feed().make_absent();
      break;
    case 9:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::y).feed().make_absent();
      break;
    case 10:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::z).feed().make_absent();
      break;
    case 11:
      metrics.voltage.labels(Sensor::max1111, Channel::_0).feed().make_absent();
      break;
    case 12:
      metrics.voltage.labels(Sensor::max1111, Channel::_1).feed().make_absent();
      break;
    case 13:
      metrics.voltage.labels(Sensor::max1111, Channel::_2).feed().make_absent();
      break;
    case 14:
      metrics.voltage.labels(Sensor::max1111, Channel::_3).feed().make_absent();
      break;
    default:
      break;
  }
}

}  // namespace mps2
