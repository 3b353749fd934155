// Metrics of two_sensors for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   27 in 7 families
//   cells    128 bytes of RAM
//   http     at most 8512 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   2952 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 2870 bytes on /metrics
#pragma once

#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/http/site.hpp>
#include <prometheus_express/metrics/counter.hpp>
#include <prometheus_express/metrics/family.hpp>
#include <prometheus_express/metrics/fed_gauge.hpp>
#include <prometheus_express/metrics/gauge.hpp>
#include <prometheus_express/metrics/labels.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sensirion_sht31.hpp"
#include "bosch_bme280.hpp"

namespace two_sensors {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `sensor`.
enum class Sensor : std::uint8_t { sht31, bme280 };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>({"sht31", "bme280"});
}

/// Values of the label `reason`.
enum class SensorFailure : std::uint8_t { nack, wrong_id, crc, timeout, no_data, fault, out_of_range, bus };
consteval auto label_values(SensorFailure) {
  return std::to_array<std::string_view>(
      {"nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus"});
}

using px::all;          // for (Sensor sensor : all<Sensor>)
using px::from_string;  // bool from_string(std::string_view text, Sensor& sensor)
using px::to_string;    // std::string_view to_string(Sensor sensor)

/// Every cell, in the order of the page.
struct Metrics {
  /// Air temperature
  px::Family<px::FedGauge<px::Decimal<2>, px::Initial::absent>, Sensor> temperature;
  /// Relative humidity of the air
  px::Family<px::FedGauge<px::Decimal<5>, px::Initial::absent>, Sensor> humidity;
  /// Barometric pressure
  px::FedGauge<px::Decimal<2>, px::Initial::absent> pressure;
  /// Whether the sensor's last sample gave a value
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_up;
  /// Samples taken of the sensor, good and bad
  px::Family<px::Counter<std::uint32_t>, Sensor> sensor_reads;
  /// Samples of the sensor in which something went wrong
  px::Family<px::Counter<std::uint32_t>, Sensor, SensorFailure> sensor_read_errors;
  /// Time since the sensor's last good sample, before the first since start
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_last_success_age;
};
static_assert(sizeof(Metrics) == 128, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
};

/// The same in words, for whoever forgets something of it.
template <class A>
struct Demands {
  static_assert(requires { requires std::same_as<decltype(A::metrics), Metrics>; },
                "the application must have `Metrics metrics`, "
                "with the cells of all metrics");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::Page default_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 0;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.stored_bytes = 4096, .body = 0, .output_buffer = 4096,
    .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false, .pieces = false}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              8512 && limits.connections == 4, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static px::Source source(const void* a) {
    return {&reading(a).metrics, a, nullptr, nullptr};
  }

  static px::Status answer_default_page(void* a, const px::http::Request&, px::http::Response& response) {
    response.page(default_page, source(a), px::text_content_type);
    return px::Status::ok;
  }

  static constexpr px::http::Route routes[] = {
      {px::http::Method::get, "/metrics", answer_default_page, {}, {}, 0, false},
  };
};

/// Where the pages' values come from, for rendering without a server. `application` must outlive its use.
template <class A>
px::Source source(const A& application) {
  static_assert(sizeof(Demands<A>) != 0);
  return Binding<A>::source(&application);
}

/// The pages and routes of the schema, served from `application`, which must outlive the server.
template <class A>
constexpr px::http::Site<limits> site(A& application) {
  static_assert(sizeof(Demands<A>) != 0);
  return {px::http::Routes{Binding<A>::routes, &application}, port};
}

/// Every sensor with its driver, read in turn and without waiting.
class Sensors {
 public:
  /// Hertz: the clock of `i2c1`, for what sets up the bus.
  static constexpr std::uint32_t i2c1_frequency = 100'000;

  /// The buses must outlive the object.
  constexpr explicit Sensors(px::bus::I2c& i2c1) : i2c1_line_(i2c1) {}

  /// Goes on with every sensor as far as it can, and sets the metrics that they feed. Returns after how long to call it
  /// again; sooner does no harm.
  px::Duration (poll)(Metrics& metrics, px::Time now);

  /// Calls `visit(name, device, driver, target)` for every sensor.
  template <class Visit>
  constexpr void for_each(Visit visit) {
    visit("sht31", "sensirion/sht31", sht31, sht31_target);
    visit("bme280", "bosch/bme280", bme280, bme280_target);
  }

  /// sensirion/sht31 at 0x44 on i2c1: Temperature and humidity sensor.
  px::devices::SensirionSht31 sht31;
  static constexpr px::bus::Target sht31_target{0x44};
  /// bosch/bme280 at 0x76 on i2c1: Humidity, pressure and temperature sensor.
  px::devices::BoschBme280 bme280;
  static constexpr px::bus::Target bme280_target{0x76};

 private:
  void feed_sht31(Metrics& metrics, px::Time now);
  void feed_bme280(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c1_line_;
  px::sensors::Sampler sht31_sampler_{px::Duration{5000}};
  px::sensors::Sampler bme280_sampler_{px::Duration{5000}};
  std::array<px::sensors::Age, 2> ages_{};
  std::array<px::sensors::Freshness, 5> freshness_{};
};

}  // namespace two_sensors
