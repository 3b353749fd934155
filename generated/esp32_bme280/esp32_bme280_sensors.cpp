// Sensors of esp32_bme280, generated with esp32_bme280.hpp. Do not edit.
#include "esp32_bme280_sensors.hpp"

#include <prometheus_express/sensors/bits.hpp>

#include <limits>

namespace esp32_bme280 {

namespace {

// bosch/bme280: temperature times 1.8 plus 32, in units of 10^-2, without floating point.
std::int32_t bosch_bme280_temperature_e2_by_1_8_from_32(const px::devices::BoschBme280::Readings& readings) {
  return px::sensors::saturated(
      px::sensors::rounded_quotient<std::int64_t>(
        (std::int64_t{readings.T_ - readings.T1_ * 16} * readings.T2_ * 1048576
          + px::sensors::power<2>(std::int64_t{readings.T_ - readings.T1_ * 16}) * readings.T3_) * 9
        + INT64_C(14073748835532800), 4398046511104));
}

static_assert(px::sensors::are_reasons(label_values(SensorFailure{})),
    "made for another version of prometheus_express");

void note(Metrics& metrics, Sensor sensor, px::sensors::Failure failure) {
  if (failure != px::sensors::Failure::none) {
    // The label's values stand in the order of the failures, behind `none`.
    metrics.sensor_read_errors.labels(sensor, static_cast<SensorFailure>(static_cast<unsigned>(failure) - 1U)).inc();
  }
}

void record(Metrics& metrics, std::array<px::sensors::Age, 1>& ages, Sensor sensor, const px::sensors::Driver& driver,
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
  if ((bme280_sampler_.poll)(bme280, i2c0_line_, bme280_target, now)) {
    record(metrics, ages_, Sensor::bme280, bme280, bme280_sampler_.up(), now);
    feed_bme280(metrics, now);
  }
  next.add(bme280_sampler_.next());
  expire(metrics, now, next);
  return next.pause();
}

void Sensors::feed_bme280(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bme280.published();
  const px::devices::BoschBme280::Readings& readings = bme280.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = bosch_bme280_temperature_e2_by_1_8_from_32(readings);
    metrics.sensor_temperature.labels(Sensor::bme280).feed().set_scaled(value);
    freshness_[0].renew(now);
  }
}

void Sensors::expire([[maybe_unused]] Metrics& metrics, [[maybe_unused]] px::Time now,
                     [[maybe_unused]] px::sensors::Earliest& next) {
  static constexpr px::Duration max_ages[] = {{30000}};
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
      metrics.sensor_temperature.labels(Sensor::bme280).feed().make_absent();
      break;
    default:
      break;
  }
}

}  // namespace esp32_bme280
