// Metrics of bench_probe for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   518 in 21 families
//   cells    2956 bytes of RAM
//   http     at most 8512 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   35155 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 38332 bytes on /metrics
#pragma once

#include <prometheus_express/exposition/content_type.hpp>
#include <prometheus_express/exposition/page.hpp>
#include <prometheus_express/http/site.hpp>
#include <prometheus_express/metrics/counter.hpp>
#include <prometheus_express/metrics/family.hpp>
#include <prometheus_express/metrics/gauge.hpp>
#include <prometheus_express/metrics/labels.hpp>

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
enum class Sensor : std::uint8_t { mcp9808, seesaw_soil, aht20, si7021, sht31, lm75, tmp105, tmp117, emc1413, scd41,
    bme280, dps310, sht4x, tmp102, tmp421, bmp280, bme680, max31855, max6675, bme280_spi };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>(
      {"mcp9808", "seesaw_soil", "aht20", "si7021", "sht31", "lm75", "tmp105", "tmp117", "emc1413", "scd41", "bme280",
        "dps310", "sht4x", "tmp102", "tmp421", "bmp280", "bme680", "max31855", "max6675", "bme280_spi"});
}

/// Values of the label `channel`.
enum class Channel : std::uint8_t { _, internal, external1, external2, local, remote1, thermocouple };
consteval auto label_values(Channel) {
  return std::to_array<std::string_view>(
      {"", "internal", "external1", "external2", "local", "remote1", "thermocouple"});
}

/// Values of the label `sensor`.
enum class RelativeHumiditySensor : std::uint8_t { aht20, si7021, sht31, scd41, bme280, sht4x, bme680, bme280_spi };
consteval auto label_values(RelativeHumiditySensor) {
  return std::to_array<std::string_view>(
      {"aht20", "si7021", "sht31", "scd41", "bme280", "sht4x", "bme680", "bme280_spi"});
}

/// Values of the label `sensor`.
enum class PressureSensor : std::uint8_t { bme280, dps310, bmp280, bme680, bme280_spi };
consteval auto label_values(PressureSensor) {
  return std::to_array<std::string_view>({"bme280", "dps310", "bmp280", "bme680", "bme280_spi"});
}

/// Values of the label `sensor`.
enum class GasResistanceSensor : std::uint8_t { bme680 };
consteval auto label_values(GasResistanceSensor) {
  return std::to_array<std::string_view>({"bme680"});
}

/// Values of the label `sensor`.
enum class Co2Sensor : std::uint8_t { scd41 };
consteval auto label_values(Co2Sensor) {
  return std::to_array<std::string_view>({"scd41"});
}

/// Values of the label `sensor`.
enum class Eco2Sensor : std::uint8_t { sgp30 };
consteval auto label_values(Eco2Sensor) {
  return std::to_array<std::string_view>({"sgp30"});
}

/// Values of the label `sensor`.
enum class TvocSensor : std::uint8_t { sgp30 };
consteval auto label_values(TvocSensor) {
  return std::to_array<std::string_view>({"sgp30"});
}

/// Values of the label `sensor`.
enum class VocRawSensor : std::uint8_t { sgp40 };
consteval auto label_values(VocRawSensor) {
  return std::to_array<std::string_view>({"sgp40"});
}

/// Values of the label `sensor`.
enum class IlluminanceSensor : std::uint8_t { veml7700, bh1750 };
consteval auto label_values(IlluminanceSensor) {
  return std::to_array<std::string_view>({"veml7700", "bh1750"});
}

/// Values of the label `sensor`.
enum class MoistureCapacitanceSensor : std::uint8_t { seesaw_soil };
consteval auto label_values(MoistureCapacitanceSensor) {
  return std::to_array<std::string_view>({"seesaw_soil"});
}

/// Values of the label `sensor`.
enum class MagneticFluxDensitySensor : std::uint8_t { lsm303dlhc_magn };
consteval auto label_values(MagneticFluxDensitySensor) {
  return std::to_array<std::string_view>({"lsm303dlhc_magn"});
}

/// Values of the label `axis`.
enum class Axis : std::uint8_t { x, y, z };
consteval auto label_values(Axis) {
  return std::to_array<std::string_view>({"x", "y", "z"});
}

/// Values of the label `sensor`.
enum class VoltageSensor : std::uint8_t { ads1115, max1111, mcp3008 };
consteval auto label_values(VoltageSensor) {
  return std::to_array<std::string_view>({"ads1115", "max1111", "mcp3008"});
}

/// Values of the label `channel`.
enum class VoltageChannel : std::uint8_t { _0, _1, _2, _3, _4, _5, _6, _7 };
consteval auto label_values(VoltageChannel) {
  return std::to_array<std::string_view>({"0", "1", "2", "3", "4", "5", "6", "7"});
}

/// Values of the label `sensor`.
enum class BusVoltageSensor : std::uint8_t { ina219 };
consteval auto label_values(BusVoltageSensor) {
  return std::to_array<std::string_view>({"ina219"});
}

/// Values of the label `sensor`.
enum class ShuntVoltageSensor : std::uint8_t { ina219 };
consteval auto label_values(ShuntVoltageSensor) {
  return std::to_array<std::string_view>({"ina219"});
}

/// Values of the label `sensor`.
enum class CurrentSensor : std::uint8_t { ina219 };
consteval auto label_values(CurrentSensor) {
  return std::to_array<std::string_view>({"ina219"});
}

/// Values of the label `sensor`.
enum class PowerSensor : std::uint8_t { ina219 };
consteval auto label_values(PowerSensor) {
  return std::to_array<std::string_view>({"ina219"});
}

/// Values of the label `fault`.
enum class Fault : std::uint8_t { nack, bit_error, clock_stretch, hang, stuck_line, brown_out, unplugged };
consteval auto label_values(Fault) {
  return std::to_array<std::string_view>(
      {"nack", "bit_error", "clock_stretch", "hang", "stuck_line", "brown_out", "unplugged"});
}

/// Values of the label `sensor`.
enum class SensorName : std::uint8_t { veml7700, mcp9808, lsm303dlhc_magn, bh1750, seesaw_soil, aht20, si7021, sht31,
    lm75, tmp105, tmp117, ads1115, emc1413, sgp30, sgp40, scd41, bme280, dps310, ina219, sht4x, tmp102, tmp421, bmp280,
    bme680, max1111, max31855, max6675, mcp3008, bme280_spi };
consteval auto label_values(SensorName) {
  return std::to_array<std::string_view>(
      {"veml7700", "mcp9808", "lsm303dlhc_magn", "bh1750", "seesaw_soil", "aht20", "si7021", "sht31", "lm75", "tmp105",
        "tmp117", "ads1115", "emc1413", "sgp30", "sgp40", "scd41", "bme280", "dps310", "ina219", "sht4x", "tmp102",
        "tmp421", "bmp280", "bme680", "max1111", "max31855", "max6675", "mcp3008", "bme280_spi"});
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
  /// Temperature
  px::Family<px::Gauge<px::Decimal<3>, px::Initial::absent>, Sensor, Channel> temperature;
  /// Relative humidity of the air
  px::Family<px::Gauge<px::Decimal<4>, px::Initial::absent>, RelativeHumiditySensor> relative_humidity;
  /// Barometric pressure
  px::Family<px::Gauge<px::Decimal<1>, px::Initial::absent>, PressureSensor> pressure;
  /// Resistance of the gas sensor
  px::Family<px::Gauge<px::Decimal<0>, px::Initial::absent>, GasResistanceSensor> gas_resistance;
  /// Carbon dioxide in the air
  px::Family<px::Gauge<px::Decimal<0>, px::Initial::absent>, Co2Sensor> co2;
  /// Carbon dioxide as far as organic compounds tell
  px::Family<px::Gauge<px::Decimal<0>, px::Initial::absent>, Eco2Sensor> eco2;
  /// Volatile organic compounds in the air
  px::Family<px::Gauge<px::Decimal<0>, px::Initial::absent>, TvocSensor> tvoc;
  /// Signal of the sensor for organic compounds
  px::Family<px::Gauge<px::Decimal<0>, px::Initial::absent>, VocRawSensor> voc_raw;
  /// Light
  px::Family<px::Gauge<px::Decimal<1>, px::Initial::absent>, IlluminanceSensor> illuminance;
  /// Moisture of the soil
  px::Family<px::Gauge<px::Decimal<0>, px::Initial::absent>, MoistureCapacitanceSensor> moisture_capacitance;
  /// Magnetic field
  px::Family<px::Gauge<px::Decimal<9>, px::Initial::absent>, MagneticFluxDensitySensor, Axis> magnetic_flux_density;
  /// Voltage at an input
  px::Family<px::Gauge<px::Decimal<4>, px::Initial::absent>, VoltageSensor, VoltageChannel> voltage;
  /// Voltage of the battery
  px::Family<px::Gauge<px::Decimal<3>, px::Initial::absent>, BusVoltageSensor> bus_voltage;
  /// Voltage over the shunt
  px::Family<px::Gauge<px::Decimal<5>, px::Initial::absent>, ShuntVoltageSensor> shunt_voltage;
  /// Current drawn from the battery
  px::Family<px::Gauge<px::Decimal<4>, px::Initial::absent>, CurrentSensor> current;
  /// Power drawn from the battery
  px::Family<px::Gauge<px::Decimal<3>, px::Initial::absent>, PowerSensor> power;
  /// Faults that --faults has brought about
  px::Family<px::Counter<std::uint32_t>, Fault> faults;
  /// Whether the sensor's last sample gave a value
  px::Family<px::Gauge<std::uint32_t>, SensorName> sensor_up;
  /// Samples taken of the sensor, good and bad
  px::Family<px::Counter<std::uint32_t>, SensorName> sensor_reads;
  /// Samples of the sensor in which something went wrong
  px::Family<px::Counter<std::uint32_t>, SensorName, SensorFailure> sensor_read_errors;
  /// Time since the sensor's last good sample
  px::Family<px::Gauge<std::uint32_t, px::Initial::absent>, SensorName> sensor_last_success_age;
};
static_assert(sizeof(Metrics) == 2956, "the receipt is wrong for this compiler");

/// What an application object has.
template <class A>
concept Application = requires(A& application, const A& reading, const px::http::Request& request,
                               px::http::Response& response) {
  requires std::same_as<decltype(application.metrics), Metrics>;
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
      {px::http::Method::get, "/metrics", answer_default_page, {}, {}, 0},
  };
};

/// Where the pages' values come from, for rendering without a server. `application` must outlive its use.
template <Application A>
px::Source source(const A& application) {
  return Binding<A>::source(&application);
}

/// The pages and routes of the schema, served from `application`, which must outlive the server.
template <Application A>
constexpr px::http::Site<limits> site(A& application) {
  return {px::http::Routes{Binding<A>::routes, &application}, port};
}

}  // namespace bench_probe
