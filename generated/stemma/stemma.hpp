// Metrics of stemma for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   30 in 11 families
//   cells    124 bytes of RAM
//   http     at most 13120 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   4498 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 6203 bytes on /metrics
#pragma once

#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/exposition/returned_value.hpp>
#include <prometheus_express/http/site.hpp>
#include <prometheus_express/metrics/boot_label.hpp>
#include <prometheus_express/metrics/counter.hpp>
#include <prometheus_express/metrics/family.hpp>
#include <prometheus_express/metrics/fed_gauge.hpp>
#include <prometheus_express/metrics/gauge.hpp>
#include <prometheus_express/metrics/labels.hpp>
#include <prometheus_express/metrics/subset.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "adafruit_seesaw_soil.hpp"
#include "bosch_bme280.hpp"

namespace stemma {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `sensor`.
enum class Sensor : std::uint8_t { stemma, bme280 };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>({"stemma", "bme280"});
}

/// Values of the label `reason`.
enum class SensorFailure : std::uint8_t { nack, wrong_id, crc, timeout, no_data, fault, out_of_range, bus };
consteval auto label_values(SensorFailure) {
  return std::to_array<std::string_view>(
      {"nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus"});
}

/// Those of the label `sensor` that some metrics have.
using SensorHumiditySensor = px::Subset<Sensor::bme280>;

/// Those of the label `sensor` that some metrics have.
using SensorMoistureSensor = px::Subset<Sensor::stemma>;

using px::all;          // for (Sensor sensor : all<Sensor>)
using px::from_string;  // bool from_string(std::string_view text, Sensor& sensor)
using px::to_string;    // std::string_view to_string(Sensor sensor)

/// Every cell, in the order of the page.
struct Metrics {
  /// Turns of the main loop
  px::Counter<std::uint32_t> system_heartbeat;
  /// Relative humidity of the air
  px::Family<px::FedGauge<px::Decimal<4>, px::Initial::absent>, SensorHumiditySensor> sensor_humidity;
  /// Moisture of the soil
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, SensorMoistureSensor> sensor_moisture;
  /// Temperature of soil and air
  px::Family<px::FedGauge<px::Decimal<2>, px::Initial::absent>, Sensor> sensor_temperature;
  /// Whether the sensor's last sample gave a value
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_up;
  /// Samples taken of the sensor, good and bad
  px::Family<px::Counter<std::uint32_t>, Sensor> sensor_reads;
  /// Samples of the sensor in which something went wrong
  px::Family<px::Counter<std::uint32_t>, Sensor, SensorFailure> sensor_read_errors;
  /// Time since the sensor's last good sample, before the first since start
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_last_success_age;
};
static_assert(sizeof(Metrics) == 124, "the receipt is wrong for this compiler");

/// Labels of every series that are set once, at start.
struct ConstantLabels {
  /// Constant label `location`
  px::BootLabel<32> location;
};

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
  requires std::same_as<decltype(application.constant_labels), ConstantLabels>;
  // Programs that wanted the processor in the last minute
  { reading.system_cpu_load() } -> px::Supplies<double>;
  // Memory that the program uses
  { reading.system_memory_alloc() } -> px::Supplies<std::uint64_t>;
  // Memory that could still be had
  { reading.system_memory_free() } -> px::Supplies<std::uint64_t>;
  // Middleware of GET /boot
  { application.authenticate(request, response) } -> std::same_as<px::http::Next>;
  // Handler of GET /boot
  { application.read_boot(request, response) } -> std::same_as<px::Status>;
  // Handler of PUT /boot
  { application.write_boot(request, response) } -> std::same_as<px::Status>;
  // Handler of GET /config
  { application.read_config(request, response) } -> std::same_as<px::Status>;
};

/// The same in words, for whoever forgets something of it.
template <class A>
struct Demands {
  static A& application;
  static const A& reading;
  static const px::http::Request& request;
  static px::http::Response& response;
  static_assert(requires { requires std::same_as<decltype(A::metrics), Metrics>; },
                "the application must have `Metrics metrics`, "
                "with the cells of all metrics");
  static_assert(requires { requires std::same_as<decltype(A::constant_labels), ConstantLabels>; },
                "the application must have `ConstantLabels constant_labels`, "
                "with the labels that are set at start");
  static_assert(requires { { reading.system_cpu_load() } -> px::Supplies<double>; },
                "the application must have `double system_cpu_load() const`, "
                "read for the metric `system_cpu_load`");
  static_assert(requires { { reading.system_memory_alloc() } -> px::Supplies<std::uint64_t>; },
                "the application must have `std::uint64_t system_memory_alloc() const`, "
                "read for the metric `system_memory_alloc`");
  static_assert(requires { { reading.system_memory_free() } -> px::Supplies<std::uint64_t>; },
                "the application must have `std::uint64_t system_memory_free() const`, "
                "read for the metric `system_memory_free`");
  static_assert(requires { { application.authenticate(request, response) } -> std::same_as<px::http::Next>; },
                "the application must have `px::http::Next authenticate(const px::http::Request&,"
                    " px::http::Response&)`, "
                "called before GET /boot is answered");
  static_assert(requires { { application.read_boot(request, response) } -> std::same_as<px::Status>; },
                "the application must have `px::Status read_boot(const px::http::Request&, px::http::Response&)`, "
                "which answers GET /boot");
  static_assert(requires { { application.write_boot(request, response) } -> std::same_as<px::Status>; },
                "the application must have `px::Status write_boot(const px::http::Request&, px::http::Response&)`, "
                "which answers PUT /boot");
  static_assert(requires { { application.read_config(request, response) } -> std::same_as<px::Status>; },
                "the application must have `px::Status read_config(const px::http::Request&, px::http::Response&)`, "
                "which answers GET /config");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::Page default_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 0;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.stored_bytes = 4096, .output_buffer = 8192, .parts = {.streams = false}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              13120 && limits.connections == 4, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static constexpr px::ReadValue functions[] = {
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<double>(text, reading(a).system_cpu_load());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint64_t>(text, reading(a).system_memory_alloc());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint64_t>(text, reading(a).system_memory_free());
      },
  };

  static px::Source source(const void* a) {
    return {&reading(a).metrics, a, functions, &reading(a).constant_labels};
  }

  static px::Status answer_default_page(void* a, const px::http::Request&, px::http::Response& response) {
    response.page(default_page, source(a), px::text_content_type);
    return px::Status::ok;
  }

  static px::http::Next call_authenticate(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).authenticate(request, response);
  }

  static px::Status call_read_boot(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).read_boot(request, response);
  }

  static px::Status call_write_boot(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).write_boot(request, response);
  }

  static px::Status call_read_config(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).read_config(request, response);
  }

  static constexpr px::http::Middleware middleware_0[] = {call_authenticate};
  static constexpr std::string_view headers_0[] = {"Authorization"};
  static constexpr px::http::Middleware middleware_1[] = {call_authenticate};
  static constexpr std::string_view headers_1[] = {"Authorization"};
  static constexpr px::http::Middleware middleware_2[] = {call_authenticate};
  static constexpr std::string_view headers_2[] = {"Authorization"};

  static constexpr px::http::Route routes[] = {
      {px::http::Method::get, "/metrics", answer_default_page, {}, {}, 0, false},
      {px::http::Method::get, "/boot", call_read_boot, middleware_0, headers_0, 0},
      {px::http::Method::put, "/boot", call_write_boot, middleware_1, headers_1, 512},
      {px::http::Method::get, "/config", call_read_config, middleware_2, headers_2, 0},
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
  /// Hertz: the clock of `i2c0`, for what sets up the bus.
  static constexpr std::uint32_t i2c0_frequency = 100'000;

  /// The buses must outlive the object.
  constexpr explicit Sensors(px::bus::I2c& i2c0) : i2c0_line_(i2c0) {}

  /// Goes on with every sensor as far as it can, and sets the metrics that they feed. Returns after how long to call it
  /// again; sooner does no harm.
  px::Duration (poll)(Metrics& metrics, px::Time now);

  /// Calls `visit(name, device, driver, target)` for every sensor.
  template <class Visit>
  constexpr void for_each(Visit visit) {
    visit("stemma", "adafruit/seesaw-soil", stemma, stemma_target);
    visit("bme280", "bosch/bme280", bme280, bme280_target);
  }

  /// adafruit/seesaw-soil at 0x36 on i2c0: STEMMA soil sensor, capacitance and temperature.
  px::devices::AdafruitSeesawSoil stemma;
  static constexpr px::bus::Target stemma_target{0x36};
  /// bosch/bme280 at 0x76 on i2c0: Humidity, pressure and temperature sensor.
  px::devices::BoschBme280 bme280;
  static constexpr px::bus::Target bme280_target{0x76};

 private:
  void feed_stemma(Metrics& metrics, px::Time now);
  void feed_bme280(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c0_line_;
  px::sensors::Sampler stemma_sampler_{px::Duration{5000}};
  px::sensors::Sampler bme280_sampler_{px::Duration{5000}};
  std::array<px::sensors::Age, 2> ages_{};
  std::array<px::sensors::Freshness, 4> freshness_{};
};

}  // namespace stemma
