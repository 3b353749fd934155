// Sensors of w5500_station, generated with w5500_station.hpp. Do not edit.
#include "w5500_station_sensors.hpp"

#include <prometheus_express/sensors/bits.hpp>

#include <limits>

namespace w5500_station {

namespace {

// bosch/bme680: temperature, in units of 10^-2, without floating point.
std::int32_t bosch_bme680_temperature_e2(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(
        (std::int64_t{readings.T_ - readings.T1_ * 16} * readings.T2_ * 1048576
          + 16 * readings.T3_ * px::sensors::power<2>(std::int64_t{readings.T_ - readings.T1_ * 16})) * 5,
        4398046511104));
}

// bosch/bme680: relative_humidity, in units of 10^-4, by way of a float.
std::int32_t bosch_bme680_relative_humidity_e4(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::scaled(readings.relative_humidity<float>(), 10000.0F);
}

// bosch/bme680: pressure, in units of 10^-1, by way of a float.
std::int32_t bosch_bme680_pressure_e1(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::scaled(readings.pressure<float>(), 10.0F);
}

// bosch/bme680: gas_resistance, in units of 10^-0, by way of a float.
std::int32_t bosch_bme680_gas_resistance_e0(const px::devices::BoschBme680::Readings& readings) {
  return px::sensors::scaled(readings.gas_resistance<float>(), 1.0F);
}

// silabs/si7021: temperature, in units of 10^-2, without floating point.
std::int32_t silabs_si7021_temperature_e2(const px::devices::SilabsSi7021::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(readings.temperature_code_ * 4393 - 76759040, 16384);
}

// silabs/si7021: relative_humidity, in units of 10^-4, without floating point.
std::int32_t silabs_si7021_relative_humidity_e4(const px::devices::SilabsSi7021::Readings& readings) {
  return px::sensors::rounded_quotient<std::int32_t>(
      px::sensors::clamp<std::int32_t>(125 * readings.humidity_code_ - 393216, 0, 6553600) * 25, 16384);
}

static_assert(px::sensors::are_reasons(label_values(SensorFailure{})),
    "made for another version of prometheus_express");

void note(Metrics& metrics, Sensor sensor, px::sensors::Failure failure) {
  if (failure != px::sensors::Failure::none) {
    // The label's values stand in the order of the failures, behind `none`.
    metrics.sensor_read_errors.labels(sensor, static_cast<SensorFailure>(static_cast<unsigned>(failure) - 1U)).inc();
  }
}

void record(Metrics& metrics, std::array<px::sensors::Age, 2>& ages, Sensor sensor, const px::sensors::Driver& driver,
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
  if ((bme680_sampler_.poll)(bme680, i2c0_line_, bme680_target, now)) {
    record(metrics, ages_, Sensor::bme680, bme680, bme680_sampler_.up(), now);
    feed_bme680(metrics, now);
  }
  next.add(bme680_sampler_.next());
  if ((si7021_sampler_.poll)(si7021, i2c0_line_, si7021_target, now)) {
    record(metrics, ages_, Sensor::si7021, si7021, si7021_sampler_.up(), now);
    feed_si7021(metrics, now);
  }
  next.add(si7021_sampler_.next());
  expire(metrics, now, next);
  return next.pause();
}

void Sensors::feed_bme680(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bme680.published();
  const px::devices::BoschBme680::Readings& readings = bme680.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = bosch_bme680_temperature_e2(readings);
    metrics.temperature.labels(Sensor::bme680).feed().set_scaled(value);
    freshness_[0].renew(now);
  }
  if ((published & 0x4U) != 0) {
    const std::int32_t value = bosch_bme680_relative_humidity_e4(readings);
    metrics.humidity.labels(Sensor::bme680).feed().set_scaled(value);
    freshness_[1].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = bosch_bme680_pressure_e1(readings);
    metrics.pressure.labels(Sensor::bme680).feed().set_scaled(value);
    freshness_[2].renew(now);
  }
  if ((published & 0x8U) != 0) {
    const std::int32_t value = bosch_bme680_gas_resistance_e0(readings);
    metrics.gas.labels(Sensor::bme680).feed().set_scaled(value);
    freshness_[3].renew(now);
  }
}

void Sensors::feed_si7021(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = si7021.published();
  const px::devices::SilabsSi7021::Readings& readings = si7021.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = silabs_si7021_temperature_e2(readings);
    metrics.temperature.labels(Sensor::si7021).feed().set_scaled(value);
    freshness_[4].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = silabs_si7021_relative_humidity_e4(readings);
    metrics.humidity.labels(Sensor::si7021).feed().set_scaled(value);
    freshness_[5].renew(now);
  }
}

void Sensors::expire([[maybe_unused]] Metrics& metrics, [[maybe_unused]] px::Time now,
                     [[maybe_unused]] px::sensors::Earliest& next) {
  static constexpr px::Duration max_ages[] = {{30000}, {30000}, {30000}, {30000}, {30000}, {30000}};
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
      metrics.temperature.labels(Sensor::bme680).feed().make_absent();
      break;
    case 1:
      metrics.humidity.labels(Sensor::bme680).feed().make_absent();
      break;
    case 2:
      metrics.pressure.labels(Sensor::bme680).feed().make_absent();
      break;
    case 3:
      metrics.gas.labels(Sensor::bme680).feed().make_absent();
      break;
    case 4:
      metrics.temperature.labels(Sensor::si7021).feed().make_absent();
      break;
    case 5:
      metrics.humidity.labels(Sensor::si7021).feed().make_absent();
      break;
    default:
      break;
  }
}

}  // namespace w5500_station
