// Metrics of w5500_station for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   43 in 23 families
//   cells    136 bytes of RAM
//   http     at most 4608 bytes of RAM for each of 8 connections on a 32-bit device
//   tables   6574 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 5981 bytes on /metrics
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
#include <prometheus_express/metrics/subset.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bosch_bme680.hpp"
#include "silabs_si7021.hpp"

namespace w5500_station {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `sensor`.
enum class Sensor : std::uint8_t { bme680, si7021 };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>({"bme680", "si7021"});
}

/// Values of the label `reason`.
enum class SensorFailure : std::uint8_t { nack, wrong_id, crc, timeout, no_data, fault, out_of_range, bus };
consteval auto label_values(SensorFailure) {
  return std::to_array<std::string_view>(
      {"nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus"});
}

/// Those of the label `sensor` that some metrics have.
using PressureSensor = px::Subset<Sensor::bme680>;

using px::all;          // for (Sensor sensor : all<Sensor>)
using px::from_string;  // bool from_string(std::string_view text, Sensor& sensor)
using px::to_string;    // std::string_view to_string(Sensor sensor)

/// Every cell, in the order of the page.
struct Metrics {
  /// Air temperature
  px::Family<px::FedGauge<px::Decimal<2>, px::Initial::absent>, Sensor> temperature;
  /// Relative humidity of the air
  px::Family<px::FedGauge<px::Decimal<4>, px::Initial::absent>, Sensor> humidity;
  /// Barometric pressure
  px::Family<px::FedGauge<px::Decimal<1>, px::Initial::absent>, PressureSensor> pressure;
  /// Resistance of the gas sensor
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, PressureSensor> gas;
  /// Whether the sensor's last sample gave a value
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_up;
  /// Samples taken of the sensor, good and bad
  px::Family<px::Counter<std::uint32_t>, Sensor> sensor_reads;
  /// Samples of the sensor in which something went wrong
  px::Family<px::Counter<std::uint32_t>, Sensor, SensorFailure> sensor_read_errors;
  /// Time since the sensor's last good sample, before the first since start
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_last_success_age;
};
static_assert(sizeof(Metrics) == 136, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
  // Whether the Ethernet chip answers and is set up
  { reading.ethernet_up() } -> px::Supplies<std::uint32_t>;
  // Whether there is a network at the other end of the cable
  { reading.ethernet_link_up() } -> px::Supplies<std::uint32_t>;
  // Sockets that wait for a client
  { reading.ethernet_listening_sockets() } -> px::Supplies<std::uint32_t>;
  // Sockets with a connection that is open on both sides
  { reading.ethernet_connected_sockets() } -> px::Supplies<std::uint32_t>;
  // Resets of the Ethernet chip with the first one
  { reading.ethernet_resets() } -> px::Supplies<std::uint32_t>;
  // Resets because the chip did not answer or had forgotten its settings
  { reading.ethernet_silences() } -> px::Supplies<std::uint32_t>;
  // Commands that the chip did not take in time
  { reading.ethernet_stuck_commands() } -> px::Supplies<std::uint32_t>;
  // Answers of the chip that could not be and were dropped
  { reading.ethernet_doubtful_reads() } -> px::Supplies<std::uint32_t>;
  // Transfers to the chip that failed
  { reading.ethernet_bus_failures() } -> px::Supplies<std::uint32_t>;
  // Losses of the cable
  { reading.ethernet_link_losses() } -> px::Supplies<std::uint32_t>;
  // Times that another host was heard to use the address
  { reading.ethernet_address_conflicts() } -> px::Supplies<std::uint32_t>;
  // Clients that connected
  { reading.ethernet_clients() } -> px::Supplies<std::uint32_t>;
  // Times that the last listening socket was taken so that further clients are refused
  { reading.ethernet_exhaustions() } -> px::Supplies<std::uint32_t>;
  // Connections that were reset or timed out
  { reading.ethernet_lost_connections() } -> px::Supplies<std::uint32_t>;
  // Connections that were closed because their peer did not end
  { reading.ethernet_given_up_connections() } -> px::Supplies<std::uint32_t>;
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
  static_assert(requires { { reading.ethernet_up() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_up() const`, "
                "read for the metric `ethernet_up`");
  static_assert(requires { { reading.ethernet_link_up() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_link_up() const`, "
                "read for the metric `ethernet_link_up`");
  static_assert(requires { { reading.ethernet_listening_sockets() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_listening_sockets() const`, "
                "read for the metric `ethernet_listening_sockets`");
  static_assert(requires { { reading.ethernet_connected_sockets() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_connected_sockets() const`, "
                "read for the metric `ethernet_connected_sockets`");
  static_assert(requires { { reading.ethernet_resets() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_resets() const`, "
                "read for the metric `ethernet_resets`");
  static_assert(requires { { reading.ethernet_silences() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_silences() const`, "
                "read for the metric `ethernet_silences`");
  static_assert(requires { { reading.ethernet_stuck_commands() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_stuck_commands() const`, "
                "read for the metric `ethernet_stuck_commands`");
  static_assert(requires { { reading.ethernet_doubtful_reads() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_doubtful_reads() const`, "
                "read for the metric `ethernet_doubtful_reads`");
  static_assert(requires { { reading.ethernet_bus_failures() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_bus_failures() const`, "
                "read for the metric `ethernet_bus_failures`");
  static_assert(requires { { reading.ethernet_link_losses() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_link_losses() const`, "
                "read for the metric `ethernet_link_losses`");
  static_assert(requires { { reading.ethernet_address_conflicts() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_address_conflicts() const`, "
                "read for the metric `ethernet_address_conflicts`");
  static_assert(requires { { reading.ethernet_clients() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_clients() const`, "
                "read for the metric `ethernet_clients`");
  static_assert(requires { { reading.ethernet_exhaustions() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_exhaustions() const`, "
                "read for the metric `ethernet_exhaustions`");
  static_assert(requires { { reading.ethernet_lost_connections() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_lost_connections() const`, "
                "read for the metric `ethernet_lost_connections`");
  static_assert(requires { { reading.ethernet_given_up_connections() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t ethernet_given_up_connections() const`, "
                "read for the metric `ethernet_given_up_connections`");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::Page default_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 0;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.connections = 8, .body = 0, .output_buffer = 4096,
    .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false,
      .index = px::http::Index::always}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              4608 && limits.connections == 8, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static constexpr px::ReadValue functions[] = {
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_up());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_link_up());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_listening_sockets());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_connected_sockets());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_resets());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_silences());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_stuck_commands());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_doubtful_reads());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_bus_failures());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_link_losses());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_address_conflicts());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_clients());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_exhaustions());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_lost_connections());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).ethernet_given_up_connections());
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
    visit("bme680", "bosch/bme680", bme680, bme680_target);
    visit("si7021", "silabs/si7021", si7021, si7021_target);
  }

  /// bosch/bme680 at 0x77 on i2c0: Gas, humidity, pressure and temperature sensor; the BME688 too.
  px::devices::BoschBme680 bme680;
  static constexpr px::bus::Target bme680_target{0x77};
  /// silabs/si7021 at 0x40 on i2c0: Temperature and humidity sensor; understands the commands of the HTU21D.
  px::devices::SilabsSi7021 si7021;
  static constexpr px::bus::Target si7021_target{0x40};

 private:
  void feed_bme680(Metrics& metrics, px::Time now);
  void feed_si7021(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c0_line_;
  px::sensors::Sampler bme680_sampler_{px::Duration{5000}};
  px::sensors::Sampler si7021_sampler_{px::Duration{5000}};
  std::array<px::sensors::Age, 2> ages_{};
  std::array<px::sensors::Freshness, 6> freshness_{};
};

}  // namespace w5500_station
