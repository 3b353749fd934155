// Metrics of mps2 for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   100 in 15 families
//   cells    384 bytes of RAM
//   http     at most 2048 bytes of RAM for each of 8 connections on a 32-bit device
//   tables   9718 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 8317 bytes on /metrics
//   page     at most 1465 bytes on /metrics/lwip
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
#include <prometheus_express/metrics/sparse_family.hpp>
#include <prometheus_express/metrics/subset.hpp>
#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/line.hpp>
#include <prometheus_express/sensors/sampler.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ti_tmp105.hpp"
#include "microchip_emc1413.hpp"
#include "ti_tmp421.hpp"
#include "infineon_dps310.hpp"
#include "st_lsm303dlhc_magn.hpp"
#include "maxim_max1111.hpp"

namespace mps2 {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `sensor`.
enum class Sensor : std::uint8_t { tmp105, emc1413, tmp421, dps310, lsm303dlhc, max1111 };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>({"tmp105", "emc1413", "tmp421", "dps310", "lsm303dlhc", "max1111"});
}

/// Values of the label `channel`.
enum class Channel : std::uint8_t { _, internal, external1, external2, local, remote1, _0, _1, _2, _3 };
consteval auto label_values(Channel) {
  return std::to_array<std::string_view>(
      {"", "internal", "external1", "external2", "local", "remote1", "0", "1", "2", "3"});
}

/// Values of the label `axis`.
enum class Axis : std::uint8_t { x, y, z };
consteval auto label_values(Axis) {
  return std::to_array<std::string_view>({"x", "y", "z"});
}

/// Values of the label `amount`.
enum class Amount : std::uint8_t { used, peak, size };
consteval auto label_values(Amount) {
  return std::to_array<std::string_view>({"used", "peak", "size"});
}

/// Values of the label `pool`.
enum class Pool : std::uint8_t { tcp_pcb, tcp_pcb_listen, tcp_segment, packet };
consteval auto label_values(Pool) {
  return std::to_array<std::string_view>({"tcp_pcb", "tcp_pcb_listen", "tcp_segment", "packet"});
}

/// Values of the label `memory`.
enum class Memory : std::uint8_t { heap, tcp_pcb, tcp_segment, packet };
consteval auto label_values(Memory) {
  return std::to_array<std::string_view>({"heap", "tcp_pcb", "tcp_segment", "packet"});
}

/// Values of the label `fate`.
enum class Fate : std::uint8_t { received, sent, dropped };
consteval auto label_values(Fate) {
  return std::to_array<std::string_view>({"received", "sent", "dropped"});
}

/// Values of the label `reason`.
enum class SensorFailure : std::uint8_t { nack, wrong_id, crc, timeout, no_data, fault, out_of_range, bus };
consteval auto label_values(SensorFailure) {
  return std::to_array<std::string_view>(
      {"nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus"});
}

/// Those of the label `sensor` that some metrics have.
using TemperatureSensor = px::Subset<Sensor::tmp105, Sensor::emc1413, Sensor::tmp421, Sensor::dps310>;

/// Those of the label `channel` that some metrics have.
using TemperatureChannel = px::Subset<Channel::_, Channel::internal, Channel::external1, Channel::external2,
    Channel::local, Channel::remote1>;

/// Those of the label `sensor` that some metrics have.
using MagneticFluxDensitySensor = px::Subset<Sensor::lsm303dlhc>;

/// Those of the label `sensor` that some metrics have.
using VoltageSensor = px::Subset<Sensor::max1111>;

/// Those of the label `channel` that some metrics have.
using VoltageChannel = px::Subset<Channel::_0, Channel::_1, Channel::_2, Channel::_3>;

using px::all;          // for (Sensor sensor : all<Sensor>)
using px::from_string;  // bool from_string(std::string_view text, Sensor& sensor)
using px::to_string;    // std::string_view to_string(Sensor sensor)

/// The series of `temperature`.
inline constexpr std::uint16_t temperature_series[] = {
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp105, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::emc1413, Channel::internal),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::emc1413, Channel::external1),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::emc1413, Channel::external2),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp421, Channel::local),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp421, Channel::remote1),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::dps310, Channel::_),
};

/// Every cell, in the order of the page.
struct Metrics {
  /// Temperature of each sensor
  px::SparseFamily<px::FedGauge<px::Decimal<4>, px::Initial::absent>, temperature_series, TemperatureSensor,
      TemperatureChannel> temperature;
  /// Pressure of the air
  px::FedGauge<px::Decimal<1>, px::Initial::absent> pressure;
  /// Magnetic field along each axis
  px::Family<px::FedGauge<px::Decimal<9>, px::Initial::absent>, MagneticFluxDensitySensor, Axis> magnetic_flux_density;
  /// Voltage at each analog input
  px::Family<px::FedGauge<px::Decimal<3>, px::Initial::absent>, VoltageSensor, VoltageChannel> voltage;
  /// Whether the sensor's last sample gave a value
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_up;
  /// Samples taken of the sensor, good and bad
  px::Family<px::Counter<std::uint32_t>, Sensor> sensor_reads;
  /// Samples of the sensor in which something went wrong
  px::Family<px::Counter<std::uint32_t>, Sensor, SensorFailure> sensor_read_errors;
  /// Time since the sensor's last good sample, before the first since start
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_last_success_age;
};
static_assert(sizeof(Metrics) == 384, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
  // Time since the board started
  { reading.uptime() } -> px::Supplies<px::Decimal<3, std::int64_t>>;
  // Times that the network cable was unplugged
  { reading.link_losses() } -> px::Supplies<std::uint32_t>;
  // Heap of lwIP, which holds what is being sent
  { reading.lwip_heap(Amount{}) } -> px::Supplies<std::uint32_t>;
  // Elements in use of each of lwIP's pools
  { reading.lwip_pool(Pool{}) } -> px::Supplies<std::uint32_t>;
  // Times that lwIP found its heap or a pool exhausted
  { reading.lwip_refused_allocations(Memory{}) } -> px::Supplies<std::uint32_t>;
  // Ethernet frames of each fate
  { reading.lwip_frames(Fate{}) } -> px::Supplies<std::uint32_t>;
  // TCP segments of each fate
  { reading.lwip_tcp_segments(Fate{}) } -> px::Supplies<std::uint32_t>;
  // Handler of GET /note
  { application.read_note(request, response) } -> std::same_as<px::Status>;
  // Handler of PUT /note
  { application.write_note(request, response) } -> std::same_as<px::Status>;
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
  static_assert(requires { { reading.uptime() } -> px::Supplies<px::Decimal<3, std::int64_t>>; },
                "the application must have `px::Decimal<3, std::int64_t> uptime() const`, "
                "read for the metric `uptime`");
  static_assert(requires { { reading.link_losses() } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t link_losses() const`, "
                "read for the metric `link_losses`");
  static_assert(requires { { reading.lwip_heap(Amount{}) } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t lwip_heap(Amount) const`, "
                "read for the metric `lwip_heap`");
  static_assert(requires { { reading.lwip_pool(Pool{}) } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t lwip_pool(Pool) const`, "
                "read for the metric `lwip_pool`");
  static_assert(requires { { reading.lwip_refused_allocations(Memory{}) } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t lwip_refused_allocations(Memory) const`, "
                "read for the metric `lwip_refused_allocations`");
  static_assert(requires { { reading.lwip_frames(Fate{}) } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t lwip_frames(Fate) const`, "
                "read for the metric `lwip_frames`");
  static_assert(requires { { reading.lwip_tcp_segments(Fate{}) } -> px::Supplies<std::uint32_t>; },
                "the application must have `std::uint32_t lwip_tcp_segments(Fate) const`, "
                "read for the metric `lwip_tcp_segments`");
  static_assert(requires { { application.read_note(request, response) } -> std::same_as<px::Status>; },
                "the application must have `px::Status read_note(const px::http::Request&, px::http::Response&)`, "
                "which answers GET /note");
  static_assert(requires { { application.write_note(request, response) } -> std::same_as<px::Status>; },
                "the application must have `px::Status write_note(const px::http::Request&, px::http::Response&)`, "
                "which answers PUT /note");
};

/// The registry `default`: what a scrape of /metrics returns.
extern const px::Page default_page;
/// The registry `lwip`: what a scrape of /metrics/lwip returns.
extern const px::Page lwip_page;

/// Memory that a renderer of these pages keeps beside it (see px::Renderer).
inline constexpr std::size_t snapshot_bytes = 0;

inline constexpr std::uint16_t port = 8080;
inline constexpr px::http::Limits limits{.connections = 8, .output_buffer = 1024,
    .parts = {.headers = false, .streams = false}};
static_assert(256 + limits.input_buffer + limits.stored_bytes + limits.body + limits.output_buffer + limits.snapshot ==
              2048 && limits.connections == 8, "the receipt is wrong");

/// How pages and routes reach the members of an application object.
template <class A>
struct Binding {
  static const A& reading(const void* application) { return *static_cast<const A*>(application); }
  static A& of(void* application) { return *static_cast<A*>(application); }

  static constexpr px::ReadValue functions[] = {
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<px::Decimal<3, std::int64_t>>(text, reading(a).uptime());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).link_losses());
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).lwip_heap(static_cast<Amount>(line.child / 1 % 3)));
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).lwip_pool(static_cast<Pool>(line.child / 1 % 4)));
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text,
            reading(a).lwip_refused_allocations(static_cast<Memory>(line.child / 1 % 4)));
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text, reading(a).lwip_frames(static_cast<Fate>(line.child / 1 % 3)));
      },
      [](const void* a, [[maybe_unused]] px::Line line, px::Snapshot, px::NumberText& text) {
        return px::format_returned<std::uint32_t>(text,
            reading(a).lwip_tcp_segments(static_cast<Fate>(line.child / 1 % 3)));
      },
  };

  static px::Source source(const void* a) {
    return {&reading(a).metrics, a, functions, nullptr};
  }

  static px::Status answer_default_page(void* a, const px::http::Request&, px::http::Response& response) {
    response.page(default_page, source(a), px::text_content_type);
    return px::Status::ok;
  }

  static px::Status answer_lwip_page(void* a, const px::http::Request&, px::http::Response& response) {
    response.page(lwip_page, source(a), px::text_content_type);
    return px::Status::ok;
  }

  static px::Status call_read_note(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).read_note(request, response);
  }

  static px::Status call_write_note(void* a, const px::http::Request& request, px::http::Response& response) {
    return of(a).write_note(request, response);
  }

  static constexpr px::http::Route routes[] = {
      {px::http::Method::get, "/metrics", answer_default_page, {}, {}, 0, false},
      {px::http::Method::get, "/metrics/lwip", answer_lwip_page, {}, {}, 0, false},
      {px::http::Method::get, "/note", call_read_note, {}, {}, 0},
      {px::http::Method::put, "/note", call_write_note, {}, {}, 512},
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
  /// Hertz: the clock of `i2c`, for what sets up the bus.
  static constexpr std::uint32_t i2c_frequency = 100'000;

  /// The buses must outlive the object.
  constexpr explicit Sensors(px::bus::I2c& i2c, px::bus::Spi& spi) : i2c_line_(i2c), spi_line_(spi) {}

  /// Goes on with every sensor as far as it can, and sets the metrics that they feed. Returns after how long to call it
  /// again; sooner does no harm.
  px::Duration (poll)(Metrics& metrics, px::Time now);

  /// Calls `visit(name, device, driver, target)` for every sensor.
  template <class Visit>
  constexpr void for_each(Visit visit) {
    visit("tmp105", "ti/tmp105", tmp105, tmp105_target);
    visit("emc1413", "microchip/emc1413", emc1413, emc1413_target);
    visit("tmp421", "ti/tmp421", tmp421, tmp421_target);
    visit("dps310", "infineon/dps310", dps310, dps310_target);
    visit("lsm303dlhc", "st/lsm303dlhc-magn", lsm303dlhc, lsm303dlhc_target);
    visit("max1111", "maxim/max1111", max1111, max1111_target);
  }

  /// ti/tmp105 at 0x48 on i2c: Temperature sensor.
  px::devices::TiTmp105 tmp105;
  static constexpr px::bus::Target tmp105_target{0x48};
  /// microchip/emc1413 at 0x4C on i2c: Temperature sensor with two remote diodes.
  px::devices::MicrochipEmc1413 emc1413;
  static constexpr px::bus::Target emc1413_target{0x4C};
  /// ti/tmp421 at 0x4E on i2c: Temperature sensor with a remote diode.
  px::devices::TiTmp421 tmp421;
  static constexpr px::bus::Target tmp421_target{0x4E};
  /// infineon/dps310 at 0x77 on i2c: Pressure and temperature sensor.
  px::devices::InfineonDps310 dps310{px::devices::InfineonDps310::Settings{.identify = false}};
  static constexpr px::bus::Target dps310_target{0x77};
  /// st/lsm303dlhc-magn at 0x1E on i2c: Magnetometer of the LSM303DLHC.
  px::devices::StLsm303dlhcMagn lsm303dlhc;
  static constexpr px::bus::Target lsm303dlhc_target{0x1E};
  /// maxim/max1111 at chip select 0 on spi: Analog-to-digital converter with 4 inputs and 8 bits.
  px::devices::MaximMax1111 max1111;
  static constexpr px::bus::Target max1111_target{0, 0, 2000000};

 private:
  void feed_tmp105(Metrics& metrics, px::Time now);
  void feed_emc1413(Metrics& metrics, px::Time now);
  void feed_tmp421(Metrics& metrics, px::Time now);
  void feed_dps310(Metrics& metrics, px::Time now);
  void feed_lsm303dlhc(Metrics& metrics, px::Time now);
  void feed_max1111(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c_line_;
  px::sensors::Line spi_line_;
  px::sensors::Sampler tmp105_sampler_{px::Duration{1000}};
  px::sensors::Sampler emc1413_sampler_{px::Duration{1000}};
  px::sensors::Sampler tmp421_sampler_{px::Duration{1000}};
  px::sensors::Sampler dps310_sampler_{px::Duration{1000}};
  px::sensors::Sampler lsm303dlhc_sampler_{px::Duration{1000}};
  px::sensors::Sampler max1111_sampler_{px::Duration{1000}};
  std::array<px::sensors::Age, 6> ages_{};
  std::array<px::sensors::Freshness, 15> freshness_{};
};

}  // namespace mps2
