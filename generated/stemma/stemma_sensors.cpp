// Sensors of stemma, generated with stemma.hpp. Do not edit.
#include "stemma_sensors.hpp"

#include <prometheus_express/sensors/bits.hpp>

#include <limits>

#include "stemma.hpp"

namespace stemma {

namespace {

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
    metrics.sensor_last_success_age.labels(sensor).set(0U);
  }
}

}  // namespace

px::Duration (Sensors::poll)(Metrics& metrics, px::Time now) {
  px::sensors::Earliest next{now, px::Duration::seconds(1)};
  if ((stemma_sampler_.poll)(stemma, i2c0_line_, stemma_target, now)) {
    record(metrics, ages_, Sensor::stemma, stemma, stemma_sampler_.up(), now);
    feed_stemma(metrics, now);
  }
  next.add(stemma_sampler_.next());
  if ((bme280_sampler_.poll)(bme280, i2c0_line_, bme280_target, now)) {
    record(metrics, ages_, Sensor::bme280, bme280, bme280_sampler_.up(), now);
    feed_bme280(metrics, now);
  }
  next.add(bme280_sampler_.next());
  expire(metrics, now, next);
  return next.pause();
}

void Sensors::feed_stemma(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = stemma.published();
  if ((published & 0x1U) != 0) {
    const std::int32_t value = stemma.moisture_capacitance_e0();
    metrics.sensor_moisture.labels(Sensor::stemma).set_scaled(value);
    freshness_[0].renew(now);
  }
  if ((published & 0x2U) != 0) {
    const std::int32_t value = stemma.temperature_e2();
    metrics.sensor_temperature.labels(Sensor::stemma).set_scaled(value);
    freshness_[1].renew(now);
  }
}

void Sensors::feed_bme280(Metrics& metrics, [[maybe_unused]] px::Time now) {
  const std::uint32_t published = bme280.published();
  if ((published & 0x4U) != 0) {
    const std::int32_t value = bme280.relative_humidity_e4();
    metrics.sensor_humidity.labels(Sensor::bme280).set_scaled(value);
    freshness_[2].renew(now);
  }
  if ((published & 0x1U) != 0) {
    const std::int32_t value = bme280.temperature_e2();
    metrics.sensor_temperature.labels(Sensor::bme280).set_scaled(value);
    freshness_[3].renew(now);
  }
}

void Sensors::expire([[maybe_unused]] Metrics& metrics, [[maybe_unused]] px::Time now,
                     [[maybe_unused]] px::sensors::Earliest& next) {
  static constexpr px::Duration max_ages[] = {{30000}, {30000}, {30000}, {30000}};
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
      metrics.sensor_moisture.labels(Sensor::stemma).make_absent();
      break;
    case 1:
      metrics.sensor_temperature.labels(Sensor::stemma).make_absent();
      break;
    case 2:
      metrics.sensor_humidity.labels(Sensor::bme280).make_absent();
      break;
    case 3:
      metrics.sensor_temperature.labels(Sensor::bme280).make_absent();
      break;
    default:
      break;
  }
}

}  // namespace stemma
