// Sensors of mps2, generated with mps2.hpp. Do not edit.
#include "mps2_sensors.hpp"

#include <prometheus_express/sensors/bits.hpp>

#include <limits>

#include "mps2.hpp"

namespace mps2 {

namespace {

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
    metrics.sensor_last_success_age.labels(sensor).set(0U);
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
  if ((published & 0x1U) != 0) {
    const std::int32_t value = tmp105.temperature_e4();
    metrics.temperature.labels(Sensor::tmp105, Channel::_).set_scaled(value);
    freshness_[0].renew(now);
  }
}

void Sensors::feed_emc1413(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = emc1413.published();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = emc1413.temperature_internal_e4();
    metrics.temperature.labels(Sensor::emc1413, Channel::internal).set_scaled(value);
    freshness_[1].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = emc1413.temperature_external1_e4();
    metrics.temperature.labels(Sensor::emc1413, Channel::external1).set_scaled(value);
    freshness_[2].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = emc1413.temperature_external2_e4();
    metrics.temperature.labels(Sensor::emc1413, Channel::external2).set_scaled(value);
    freshness_[3].renew(now);
  }
}

void Sensors::feed_tmp421(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = tmp421.published();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = tmp421.temperature_local_e4();
    metrics.temperature.labels(Sensor::tmp421, Channel::local).set_scaled(value);
    freshness_[4].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = tmp421.temperature_remote1_e4();
    metrics.temperature.labels(Sensor::tmp421, Channel::remote1).set_scaled(value);
    freshness_[5].renew(now);
  }
}

void Sensors::feed_dps310(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = dps310.published();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = dps310.temperature_e4();
    metrics.temperature.labels(Sensor::dps310, Channel::_).set_scaled(value);
    freshness_[6].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = dps310.pressure_e1();
    metrics.pressure.set_scaled(value);
    freshness_[7].renew(now);
  }
}

void Sensors::feed_lsm303dlhc(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = lsm303dlhc.published();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = lsm303dlhc.magnetic_flux_density_x_e9();
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::x).set_scaled(value);
    freshness_[8].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = lsm303dlhc.magnetic_flux_density_y_e9();
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::y).set_scaled(value);
    freshness_[9].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = lsm303dlhc.magnetic_flux_density_z_e9();
    metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::z).set_scaled(value);
    freshness_[10].renew(now);
  }
}

void Sensors::feed_max1111(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = max1111.published();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = max1111.voltage_e3(0);
    metrics.voltage.labels(Sensor::max1111, Channel::_0).set_scaled(value);
    freshness_[11].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = max1111.voltage_e3(1);
    metrics.voltage.labels(Sensor::max1111, Channel::_1).set_scaled(value);
    freshness_[12].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = max1111.voltage_e3(2);
    metrics.voltage.labels(Sensor::max1111, Channel::_2).set_scaled(value);
    freshness_[13].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = max1111.voltage_e3(3);
    metrics.voltage.labels(Sensor::max1111, Channel::_3).set_scaled(value);
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
    auto age = metrics.sensor_last_success_age.labels(sensor);
    if (age.present()) {
      age.set(ages_[px::label_position(sensor)].seconds(now));
    }
  }
}

void Sensors::drop(Metrics& metrics, std::size_t place) {
  switch (place) {
    case 0:
      metrics.temperature.labels(Sensor::tmp105, Channel::_).make_absent();
      break;
    case 1:
      metrics.temperature.labels(Sensor::emc1413, Channel::internal).make_absent();
      break;
    case 2:
      metrics.temperature.labels(Sensor::emc1413, Channel::external1).make_absent();
      break;
    case 3:
      metrics.temperature.labels(Sensor::emc1413, Channel::external2).make_absent();
      break;
    case 4:
      metrics.temperature.labels(Sensor::tmp421, Channel::local).make_absent();
      break;
    case 5:
      metrics.temperature.labels(Sensor::tmp421, Channel::remote1).make_absent();
      break;
    case 6:
      metrics.temperature.labels(Sensor::dps310, Channel::_).make_absent();
      break;
    case 7:
      metrics.pressure.make_absent();
      break;
    case 8:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::x).make_absent();
      break;
    case 9:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::y).make_absent();
      break;
    case 10:
      metrics.magnetic_flux_density.labels(Sensor::lsm303dlhc, Axis::z).make_absent();
      break;
    case 11:
      metrics.voltage.labels(Sensor::max1111, Channel::_0).make_absent();
      break;
    case 12:
      metrics.voltage.labels(Sensor::max1111, Channel::_1).make_absent();
      break;
    case 13:
      metrics.voltage.labels(Sensor::max1111, Channel::_2).make_absent();
      break;
    case 14:
      metrics.voltage.labels(Sensor::max1111, Channel::_3).make_absent();
      break;
    default:
      break;
  }
}

}  // namespace mps2
