// Sensors of sparkline, generated with sparkline.hpp. Do not edit.
#include "sparkline_sensors.hpp"

#include <prometheus_express/sensors/bits.hpp>

#include <limits>

namespace sparkline {

namespace {

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
  if ((si7021_sampler_.poll)(si7021, i2c0_line_, si7021_target, now)) {
    record(metrics, ages_, Sensor::si7021, si7021, si7021_sampler_.up(), now);
    feed_si7021(metrics, now);
  }
  next.add(si7021_sampler_.next());
  expire(metrics, now, next);
  return next.pause();
}

void Sensors::feed_si7021(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = si7021.published();
  const px::devices::SilabsSi7021::Readings& readings = si7021.readings();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = silabs_si7021_temperature_e2(readings);
    metrics.temperature.feed().set_scaled(value);
    freshness_[0].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = silabs_si7021_relative_humidity_e4(readings);
    metrics.humidity.feed().set_scaled(value);
    freshness_[1].renew(now);
  }
}

void Sensors::expire([[maybe_unused]] Metrics& metrics, [[maybe_unused]] px::Time now,
                     [[maybe_unused]] px::sensors::Earliest& next) {
  static constexpr px::Duration max_ages[] = {{5000}, {5000}};
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
      metrics.temperature.feed().make_absent();
      break;
    case 1:
      metrics.humidity.feed().make_absent();
      break;
    default:
      break;
  }
}

}  // namespace sparkline
