// Metrics of bench_probe for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   394 in 21 families
//   cells    1848 bytes of RAM
//   http     at most 8512 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   26852 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 28913 bytes on /metrics
#pragma once

#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/http/site.hpp>
#include <prometheus_express/metrics/counter.hpp>
#include <prometheus_express/metrics/family.hpp>
#include <prometheus_express/metrics/fed_gauge.hpp>
#include <prometheus_express/metrics/gauge.hpp>
#include <prometheus_express/metrics/labels.hpp>
#include <prometheus_express/metrics/sparse_family.hpp>
#include <prometheus_express/metrics/subset.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bench_probe_sensors.hpp"  // class Sensors

namespace bench_probe {

namespace px = prometheus_express;

static_assert(px::table_format == 2, "made for another version of prometheus_express: generate this file again");

/// Values of the label `sensor`.
enum class Sensor : std::uint8_t { veml7700, mcp9808, lsm303dlhc_magn, bh1750, seesaw_soil, aht20, si7021, sht31, lm75,
    tmp105, tmp117, ads1115, emc1413, sgp30, sgp40, scd41, bme280, dps310, ina219, sht4x, tmp102, tmp421, bmp280,
    bme680, max1111, max31855, max6675, mcp3008, bme280_spi };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>(
      {"veml7700", "mcp9808", "lsm303dlhc_magn", "bh1750", "seesaw_soil", "aht20", "si7021", "sht31", "lm75", "tmp105",
        "tmp117", "ads1115", "emc1413", "sgp30", "sgp40", "scd41", "bme280", "dps310", "ina219", "sht4x", "tmp102",
        "tmp421", "bmp280", "bme680", "max1111", "max31855", "max6675", "mcp3008", "bme280_spi"});
}

/// Values of the label `channel`.
enum class Channel : std::uint8_t { _, internal, external1, external2, local, remote1, thermocouple, _0, _1, _2, _3, _4,
    _5, _6, _7 };
consteval auto label_values(Channel) {
  return std::to_array<std::string_view>(
      {"", "internal", "external1", "external2", "local", "remote1", "thermocouple", "0", "1", "2", "3", "4", "5", "6",
        "7"});
}

/// Values of the label `axis`.
enum class Axis : std::uint8_t { x, y, z };
consteval auto label_values(Axis) {
  return std::to_array<std::string_view>({"x", "y", "z"});
}

/// Values of the label `fault`.
enum class Fault : std::uint8_t { nack, bit_error, clock_stretch, hang, stuck_line, brown_out, unplugged };
consteval auto label_values(Fault) {
  return std::to_array<std::string_view>(
      {"nack", "bit_error", "clock_stretch", "hang", "stuck_line", "brown_out", "unplugged"});
}

/// Values of the label `reason`.
enum class SensorFailure : std::uint8_t { nack, wrong_id, crc, timeout, no_data, fault, out_of_range, bus };
consteval auto label_values(SensorFailure) {
  return std::to_array<std::string_view>(
      {"nack", "wrong_id", "crc", "timeout", "no_data", "fault", "out_of_range", "bus"});
}

/// Those of the label `sensor` that some metrics have.
using TemperatureSensor = px::Subset<Sensor::mcp9808, Sensor::seesaw_soil, Sensor::aht20, Sensor::si7021, Sensor::sht31,
    Sensor::lm75, Sensor::tmp105, Sensor::tmp117, Sensor::emc1413, Sensor::scd41, Sensor::bme280, Sensor::dps310,
    Sensor::sht4x, Sensor::tmp102, Sensor::tmp421, Sensor::bmp280, Sensor::bme680, Sensor::max31855, Sensor::max6675,
    Sensor::bme280_spi>;

/// Those of the label `channel` that some metrics have.
using TemperatureChannel = px::Subset<Channel::_, Channel::internal, Channel::external1, Channel::external2,
    Channel::local, Channel::remote1, Channel::thermocouple>;

/// Those of the label `sensor` that some metrics have.
using RelativeHumiditySensor = px::Subset<Sensor::aht20, Sensor::si7021, Sensor::sht31, Sensor::scd41, Sensor::bme280,
    Sensor::sht4x, Sensor::bme680, Sensor::bme280_spi>;

/// Those of the label `sensor` that some metrics have.
using PressureSensor = px::Subset<Sensor::bme280, Sensor::dps310, Sensor::bmp280, Sensor::bme680, Sensor::bme280_spi>;

/// Those of the label `sensor` that some metrics have.
using GasResistanceSensor = px::Subset<Sensor::bme680>;

/// Those of the label `sensor` that some metrics have.
using Co2Sensor = px::Subset<Sensor::scd41>;

/// Those of the label `sensor` that some metrics have.
using Eco2Sensor = px::Subset<Sensor::sgp30>;

/// Those of the label `sensor` that some metrics have.
using VocRawSensor = px::Subset<Sensor::sgp40>;

/// Those of the label `sensor` that some metrics have.
using IlluminanceSensor = px::Subset<Sensor::veml7700, Sensor::bh1750>;

/// Those of the label `sensor` that some metrics have.
using MoistureCapacitanceSensor = px::Subset<Sensor::seesaw_soil>;

/// Those of the label `sensor` that some metrics have.
using MagneticFluxDensitySensor = px::Subset<Sensor::lsm303dlhc_magn>;

/// Those of the label `sensor` that some metrics have.
using VoltageSensor = px::Subset<Sensor::ads1115, Sensor::max1111, Sensor::mcp3008>;

/// Those of the label `channel` that some metrics have.
using VoltageChannel = px::Subset<Channel::_0, Channel::_1, Channel::_2, Channel::_3, Channel::_4, Channel::_5,
    Channel::_6, Channel::_7>;

/// Those of the label `sensor` that some metrics have.
using BusVoltageSensor = px::Subset<Sensor::ina219>;

using px::all;          // for (Sensor sensor : all<Sensor>)
using px::from_string;  // bool from_string(std::string_view text, Sensor& sensor)
using px::to_string;    // std::string_view to_string(Sensor sensor)

/// The series of `temperature`.
inline constexpr std::uint16_t temperature_series[] = {
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::mcp9808, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::seesaw_soil, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::aht20, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::si7021, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::sht31, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::lm75, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp105, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp117, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::emc1413, Channel::internal),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::emc1413, Channel::external1),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::emc1413, Channel::external2),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::scd41, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::bme280, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::dps310, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::sht4x, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp102, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp421, Channel::local),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::tmp421, Channel::remote1),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::bmp280, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::bme680, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::max31855, Channel::internal),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::max31855, Channel::thermocouple),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::max6675, Channel::_),
    px::label_index<TemperatureSensor, TemperatureChannel>(Sensor::bme280_spi, Channel::_),
};

/// The series of `voltage`.
inline constexpr std::uint16_t voltage_series[] = {
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::ads1115, Channel::_0),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::ads1115, Channel::_1),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::ads1115, Channel::_2),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::ads1115, Channel::_3),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::max1111, Channel::_0),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::max1111, Channel::_1),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::max1111, Channel::_2),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::max1111, Channel::_3),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_0),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_1),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_2),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_3),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_4),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_5),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_6),
    px::label_index<VoltageSensor, VoltageChannel>(Sensor::mcp3008, Channel::_7),
};

/// Every cell, in the order of the page.
struct Metrics {
  /// Temperature
  px::SparseFamily<px::FedGauge<px::Decimal<3>, px::Initial::absent>, temperature_series, TemperatureSensor,
      TemperatureChannel> temperature;
  /// Relative humidity of the air
  px::Family<px::FedGauge<px::Decimal<4>, px::Initial::absent>, RelativeHumiditySensor> relative_humidity;
  /// Barometric pressure
  px::Family<px::FedGauge<px::Decimal<1>, px::Initial::absent>, PressureSensor> pressure;
  /// Resistance of the gas sensor
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, GasResistanceSensor> gas_resistance;
  /// Carbon dioxide in the air
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, Co2Sensor> co2;
  /// Carbon dioxide as far as organic compounds tell
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, Eco2Sensor> eco2;
  /// Volatile organic compounds in the air
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, Eco2Sensor> tvoc;
  /// Signal of the sensor for organic compounds
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, VocRawSensor> voc_raw;
  /// Light
  px::Family<px::FedGauge<px::Decimal<1>, px::Initial::absent>, IlluminanceSensor> illuminance;
  /// Moisture of the soil
  px::Family<px::FedGauge<px::Decimal<0>, px::Initial::absent>, MoistureCapacitanceSensor> moisture_capacitance;
  /// Magnetic field
  px::Family<px::FedGauge<px::Decimal<9>, px::Initial::absent>, MagneticFluxDensitySensor, Axis> magnetic_flux_density;
  /// Voltage at an input
  px::SparseFamily<px::FedGauge<px::Decimal<4>, px::Initial::absent>, voltage_series, VoltageSensor,
      VoltageChannel> voltage;
  /// Voltage of the battery
  px::Family<px::FedGauge<px::Decimal<3>, px::Initial::absent>, BusVoltageSensor> bus_voltage;
  /// Voltage over the shunt
  px::Family<px::FedGauge<px::Decimal<5>, px::Initial::absent>, BusVoltageSensor> shunt_voltage;
  /// Current drawn from the battery
  px::Family<px::FedGauge<px::Decimal<4>, px::Initial::absent>, BusVoltageSensor> current;
  /// Power drawn from the battery
  px::Family<px::FedGauge<px::Decimal<3>, px::Initial::absent>, BusVoltageSensor> power;
  /// Faults that --faults has brought about
  px::Family<px::Counter<std::uint32_t>, Fault> faults;
  /// Whether the sensor's last sample gave a value
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_up;
  /// Samples taken of the sensor, good and bad
  px::Family<px::Counter<std::uint32_t>, Sensor> sensor_reads;
  /// Samples of the sensor in which something went wrong
  px::Family<px::Counter<std::uint32_t>, Sensor, SensorFailure> sensor_read_errors;
  /// Time since the sensor's last good sample, before the first since start
  px::Family<px::Gauge<std::uint32_t>, Sensor> sensor_last_success_age;
};
static_assert(sizeof(Metrics) == 1848, "the receipt is wrong for this compiler");

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
    .parts = {.handlers = false, .headers = false, .bodies = false, .streams = false}};
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

}  // namespace bench_probe
