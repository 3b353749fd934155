// Metrics of sparkline for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   16 in 9 families
//   cells    60 bytes of RAM
//   http     at most 768 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   2454 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 2211 bytes on /metrics
#pragma once

#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/exposition/returned_value.hpp>
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

#include "silabs_si7021.hpp"

namespace sparkline {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `sensor`.
enum class Sensor : std::uint8_t { si7021 };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>({"si7021"});
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
  px::FedGauge<px::Decimal<2>, px::Initial::absent> temperature;
  /// Relative humidity of the air
  px::FedGauge<px::Decimal<4>, px::Initial::absent> humidity;
  /// Whether the sensor's last sample gave a value
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_up;
  /// Samples taken of the sensor, good and bad
  px::Family<px::Counter<std::uint32_t>, Sensor> sensor_reads;
  /// Samples of the sensor in which something went wrong
  px::Family<px::Counter<std::uint32_t>, Sensor, SensorFailure> sensor_read_errors;
  /// Time since the sensor's last good sample, before the first since start
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_last_success_age;
};
static_assert(sizeof(Metrics) == 60, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
  // Whether the display took what it was sent last
  { reading.display_up() } -> px::Supplies<std::uint32_t>;
  // Times the display was set up from scratch
  { reading.display_starts() } -> px::Supplies<std::uint32_t>;
  // Transfers to the display that failed
  { reading.display_failures() } -> px::Supplies<std::uint32_t>;
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
  static_assert(requires { { reading.display_up() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t display_up() const`, "
                "read for the metric `display_up`");
  static_assert(requires { { reading.display_starts() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t display_starts() const`, "
                "read for the metric `display_starts`");
  static_assert(requires { { reading.display_failures() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t display_failures() const`, "
                "read for the metric `display_failures`");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::Page default_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 0;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.body = 0,
    .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              768 && limits.connections == 4, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static constexpr px::ReadValue functions[] = {
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).display_up());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).display_starts());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).display_failures());
      },
  };

  static px::Source source(const void* a) {
    return {&reading(a).metrics, a, functions, nullptr};
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
    visit("si7021", "silabs/si7021", si7021, si7021_target);
  }

  /// silabs/si7021 at 0x40 on i2c0: Temperature and humidity sensor; understands the commands of the HTU21D.
  px::devices::SilabsSi7021 si7021;
  static constexpr px::bus::Target si7021_target{0x40};

 private:
  void feed_si7021(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c0_line_;
  px::sensors::Sampler si7021_sampler_{px::Duration{1000}};
  std::array<px::sensors::Age, 1> ages_{};
  std::array<px::sensors::Freshness, 2> freshness_{};
};

}  // namespace sparkline
