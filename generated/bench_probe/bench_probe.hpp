// Metrics of bench_probe for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
//
//   series   394 in 21 families
//   cells    1848 bytes of RAM
//   http     at most 8512 bytes of RAM for each of 4 connections on a 32-bit device
//   tables   26852 bytes of flash on a 32-bit device, the pages' text included
//   page     at most 28913 bytes on /metrics
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

#include "vishay_veml7700.hpp"
#include "microchip_mcp9808.hpp"
#include "st_lsm303dlhc_magn.hpp"
#include "rohm_bh1750.hpp"
#include "adafruit_seesaw_soil.hpp"
#include "aosong_aht20.hpp"
#include "silabs_si7021.hpp"
#include "sensirion_sht31.hpp"
#include "national_lm75.hpp"
#include "ti_tmp105.hpp"
#include "ti_tmp117.hpp"
#include "ti_ads1115.hpp"
#include "microchip_emc1413.hpp"
#include "sensirion_sgp30.hpp"
#include "sensirion_sgp40.hpp"
#include "sensirion_scd41.hpp"
#include "bosch_bme280.hpp"
#include "infineon_dps310.hpp"
#include "ti_ina219.hpp"
#include "sensirion_sht4x.hpp"
#include "ti_tmp102.hpp"
#include "ti_tmp421.hpp"
#include "bosch_bmp280.hpp"
#include "bosch_bme680.hpp"
#include "maxim_max1111.hpp"
#include "maxim_max31855.hpp"
#include "maxim_max6675.hpp"
#include "microchip_mcp3008.hpp"
#include "bosch_bme280_spi.hpp"

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

/// Every sensor with its driver, read in turn and without waiting.
class Sensors {
 public:
  /// Hertz: the clock of `i2c0`, for what sets up the bus.
  static constexpr std::uint32_t i2c0_frequency = 400'000;

  /// Hertz: the clock of `i2c1`, for what sets up the bus.
  static constexpr std::uint32_t i2c1_frequency = 400'000;

  /// The buses must outlive the object.
  constexpr explicit Sensors(px::bus::I2c& i2c0, px::bus::I2c& i2c1, px::bus::Spi& spi0) : i2c0_line_(i2c0),
      i2c1_line_(i2c1), spi0_line_(spi0) {}

  /// Goes on with every sensor as far as it can, and sets the metrics that they feed. Returns after how long to call it
  /// again; sooner does no harm.
  px::Duration (poll)(Metrics& metrics, px::Time now);

  /// Calls `visit(name, device, driver, target)` for every sensor.
  template <class Visit>
  constexpr void for_each(Visit visit) {
    visit("veml7700", "vishay/veml7700", veml7700, veml7700_target);
    visit("mcp9808", "microchip/mcp9808", mcp9808, mcp9808_target);
    visit("lsm303dlhc_magn", "st/lsm303dlhc-magn", lsm303dlhc_magn, lsm303dlhc_magn_target);
    visit("bh1750", "rohm/bh1750", bh1750, bh1750_target);
    visit("seesaw_soil", "adafruit/seesaw-soil", seesaw_soil, seesaw_soil_target);
    visit("aht20", "aosong/aht20", aht20, aht20_target);
    visit("si7021", "silabs/si7021", si7021, si7021_target);
    visit("sht31", "sensirion/sht31", sht31, sht31_target);
    visit("lm75", "national/lm75", lm75, lm75_target);
    visit("tmp105", "ti/tmp105", tmp105, tmp105_target);
    visit("tmp117", "ti/tmp117", tmp117, tmp117_target);
    visit("ads1115", "ti/ads1115", ads1115, ads1115_target);
    visit("emc1413", "microchip/emc1413", emc1413, emc1413_target);
    visit("sgp30", "sensirion/sgp30", sgp30, sgp30_target);
    visit("sgp40", "sensirion/sgp40", sgp40, sgp40_target);
    visit("scd41", "sensirion/scd41", scd41, scd41_target);
    visit("bme280", "bosch/bme280", bme280, bme280_target);
    visit("dps310", "infineon/dps310", dps310, dps310_target);
    visit("ina219", "ti/ina219", ina219, ina219_target);
    visit("sht4x", "sensirion/sht4x", sht4x, sht4x_target);
    visit("tmp102", "ti/tmp102", tmp102, tmp102_target);
    visit("tmp421", "ti/tmp421", tmp421, tmp421_target);
    visit("bmp280", "bosch/bmp280", bmp280, bmp280_target);
    visit("bme680", "bosch/bme680", bme680, bme680_target);
    visit("max1111", "maxim/max1111", max1111, max1111_target);
    visit("max31855", "maxim/max31855", max31855, max31855_target);
    visit("max6675", "maxim/max6675", max6675, max6675_target);
    visit("mcp3008", "microchip/mcp3008", mcp3008, mcp3008_target);
    visit("bme280_spi", "bosch/bme280", bme280_spi, bme280_spi_target);
  }

  /// vishay/veml7700 at 0x10 on i2c0: Ambient light sensor.
  px::devices::VishayVeml7700 veml7700;
  static constexpr px::bus::Target veml7700_target{0x10};
  /// microchip/mcp9808 at 0x18 on i2c0: Temperature sensor.
  px::devices::MicrochipMcp9808 mcp9808;
  static constexpr px::bus::Target mcp9808_target{0x18};
  /// st/lsm303dlhc-magn at 0x1E on i2c0: Magnetometer of the LSM303DLHC.
  px::devices::StLsm303dlhcMagn lsm303dlhc_magn;
  static constexpr px::bus::Target lsm303dlhc_magn_target{0x1E};
  /// rohm/bh1750 at 0x23 on i2c0: Ambient light sensor.
  px::devices::RohmBh1750 bh1750;
  static constexpr px::bus::Target bh1750_target{0x23};
  /// adafruit/seesaw-soil at 0x36 on i2c0: STEMMA soil sensor, capacitance and temperature.
  px::devices::AdafruitSeesawSoil seesaw_soil;
  static constexpr px::bus::Target seesaw_soil_target{0x36};
  /// aosong/aht20 at 0x38 on i2c0: Temperature and humidity sensor.
  px::devices::AosongAht20 aht20;
  static constexpr px::bus::Target aht20_target{0x38};
  /// silabs/si7021 at 0x40 on i2c0: Temperature and humidity sensor; understands the commands of the HTU21D.
  px::devices::SilabsSi7021 si7021;
  static constexpr px::bus::Target si7021_target{0x40};
  /// sensirion/sht31 at 0x44 on i2c0: Temperature and humidity sensor.
  px::devices::SensirionSht31 sht31;
  static constexpr px::bus::Target sht31_target{0x44};
  /// national/lm75 at 0x48 on i2c0: Temperature sensor.
  px::devices::NationalLm75 lm75;
  static constexpr px::bus::Target lm75_target{0x48};
  /// ti/tmp105 at 0x49 on i2c0: Temperature sensor.
  px::devices::TiTmp105 tmp105;
  static constexpr px::bus::Target tmp105_target{0x49};
  /// ti/tmp117 at 0x4A on i2c0: Precise temperature sensor; the TMP119 too.
  px::devices::TiTmp117 tmp117;
  static constexpr px::bus::Target tmp117_target{0x4A};
  /// ti/ads1115 at 0x4B on i2c0: Analog-to-digital converter with 4 inputs and 16 bits.
  px::devices::TiAds1115 ads1115;
  static constexpr px::bus::Target ads1115_target{0x4B};
  /// microchip/emc1413 at 0x4C on i2c0: Temperature sensor with two remote diodes.
  px::devices::MicrochipEmc1413 emc1413;
  static constexpr px::bus::Target emc1413_target{0x4C};
  /// sensirion/sgp30 at 0x58 on i2c0: Indoor air quality sensor; reads 400 ppm and 0 ppb in its first 15 s.
  px::devices::SensirionSgp30 sgp30;
  static constexpr px::bus::Target sgp30_target{0x58};
  /// sensirion/sgp40 at 0x59 on i2c0: Raw signal of a VOC sensor; it falls where there are more volatile
  /// organic compounds.
  px::devices::SensirionSgp40 sgp40;
  static constexpr px::bus::Target sgp40_target{0x59};
  /// sensirion/scd41 at 0x62 on i2c0: CO2, temperature and humidity sensor; the SCD40 too.
  px::devices::SensirionScd41 scd41;
  static constexpr px::bus::Target scd41_target{0x62};
  /// bosch/bme280 at 0x76 on i2c0: Humidity, pressure and temperature sensor.
  px::devices::BoschBme280 bme280;
  static constexpr px::bus::Target bme280_target{0x76};
  /// infineon/dps310 at 0x77 on i2c0: Pressure and temperature sensor.
  px::devices::InfineonDps310 dps310;
  static constexpr px::bus::Target dps310_target{0x77};
  /// ti/ina219 at 0x40 on i2c1: Current, voltage and power monitor.
  px::devices::TiIna219 ina219;
  static constexpr px::bus::Target ina219_target{0x40};
  /// sensirion/sht4x at 0x44 on i2c1: Temperature and humidity sensor.
  px::devices::SensirionSht4x sht4x;
  static constexpr px::bus::Target sht4x_target{0x44};
  /// ti/tmp102 at 0x48 on i2c1: Temperature sensor.
  px::devices::TiTmp102 tmp102;
  static constexpr px::bus::Target tmp102_target{0x48};
  /// ti/tmp421 at 0x4C on i2c1: Temperature sensor with a remote diode.
  px::devices::TiTmp421 tmp421;
  static constexpr px::bus::Target tmp421_target{0x4C};
  /// bosch/bmp280 at 0x76 on i2c1: Pressure and temperature sensor.
  px::devices::BoschBmp280 bmp280;
  static constexpr px::bus::Target bmp280_target{0x76};
  /// bosch/bme680 at 0x77 on i2c1: Gas, humidity, pressure and temperature sensor; the BME688 too.
  px::devices::BoschBme680 bme680;
  static constexpr px::bus::Target bme680_target{0x77};
  /// maxim/max1111 at chip select 0 on spi0: Analog-to-digital converter with 4 inputs and 8 bits.
  px::devices::MaximMax1111 max1111;
  static constexpr px::bus::Target max1111_target{0, 0, 2000000};
  /// maxim/max31855 at chip select 1 on spi0: Thermocouple-to-digital converter with cold-junction
  /// compensation.
  px::devices::MaximMax31855 max31855;
  static constexpr px::bus::Target max31855_target{1, 0, 5000000};
  /// maxim/max6675 at chip select 2 on spi0: Thermocouple-to-digital converter, 0 to 1024 degrees.
  px::devices::MaximMax6675 max6675;
  static constexpr px::bus::Target max6675_target{2, 0, 4300000};
  /// microchip/mcp3008 at chip select 3 on spi0: Analog-to-digital converter with 8 inputs and 10 bits.
  px::devices::MicrochipMcp3008 mcp3008;
  static constexpr px::bus::Target mcp3008_target{3, 0, 1350000};
  /// bosch/bme280 at chip select 4 on spi0: Humidity, pressure and temperature sensor.
  px::devices::BoschBme280Spi bme280_spi;
  static constexpr px::bus::Target bme280_spi_target{4, 0, 10000000};

 private:
  void feed_veml7700(Metrics& metrics, px::Time now);
  void feed_mcp9808(Metrics& metrics, px::Time now);
  void feed_lsm303dlhc_magn(Metrics& metrics, px::Time now);
  void feed_bh1750(Metrics& metrics, px::Time now);
  void feed_seesaw_soil(Metrics& metrics, px::Time now);
  void feed_aht20(Metrics& metrics, px::Time now);
  void feed_si7021(Metrics& metrics, px::Time now);
  void feed_sht31(Metrics& metrics, px::Time now);
  void feed_lm75(Metrics& metrics, px::Time now);
  void feed_tmp105(Metrics& metrics, px::Time now);
  void feed_tmp117(Metrics& metrics, px::Time now);
  void feed_ads1115(Metrics& metrics, px::Time now);
  void feed_emc1413(Metrics& metrics, px::Time now);
  void feed_sgp30(Metrics& metrics, px::Time now);
  void feed_sgp40(Metrics& metrics, px::Time now);
  void feed_scd41(Metrics& metrics, px::Time now);
  void feed_bme280(Metrics& metrics, px::Time now);
  void feed_dps310(Metrics& metrics, px::Time now);
  void feed_ina219(Metrics& metrics, px::Time now);
  void feed_sht4x(Metrics& metrics, px::Time now);
  void feed_tmp102(Metrics& metrics, px::Time now);
  void feed_tmp421(Metrics& metrics, px::Time now);
  void feed_bmp280(Metrics& metrics, px::Time now);
  void feed_bme680(Metrics& metrics, px::Time now);
  void feed_max1111(Metrics& metrics, px::Time now);
  void feed_max31855(Metrics& metrics, px::Time now);
  void feed_max6675(Metrics& metrics, px::Time now);
  void feed_mcp3008(Metrics& metrics, px::Time now);
  void feed_bme280_spi(Metrics& metrics, px::Time now);
  void expire(Metrics& metrics, px::Time now, px::sensors::Earliest& next);
  void drop(Metrics& metrics, std::size_t place);

  px::sensors::Line i2c0_line_;
  px::sensors::Line i2c1_line_;
  px::sensors::Line spi0_line_;
  px::sensors::Sampler veml7700_sampler_{px::Duration{5000}};
  px::sensors::Sampler mcp9808_sampler_{px::Duration{5000}};
  px::sensors::Sampler lsm303dlhc_magn_sampler_{px::Duration{5000}};
  px::sensors::Sampler bh1750_sampler_{px::Duration{5000}};
  px::sensors::Sampler seesaw_soil_sampler_{px::Duration{5000}};
  px::sensors::Sampler aht20_sampler_{px::Duration{5000}};
  px::sensors::Sampler si7021_sampler_{px::Duration{5000}};
  px::sensors::Sampler sht31_sampler_{px::Duration{5000}};
  px::sensors::Sampler lm75_sampler_{px::Duration{5000}};
  px::sensors::Sampler tmp105_sampler_{px::Duration{5000}};
  px::sensors::Sampler tmp117_sampler_{px::Duration{5000}};
  px::sensors::Sampler ads1115_sampler_{px::Duration{5000}};
  px::sensors::Sampler emc1413_sampler_{px::Duration{5000}};
  px::sensors::Sampler sgp30_sampler_{px::Duration{1000}};
  px::sensors::Sampler sgp40_sampler_{px::Duration{1000}};
  px::sensors::Sampler scd41_sampler_{px::Duration{5000}};
  px::sensors::Sampler bme280_sampler_{px::Duration{5000}};
  px::sensors::Sampler dps310_sampler_{px::Duration{5000}};
  px::sensors::Sampler ina219_sampler_{px::Duration{5000}};
  px::sensors::Sampler sht4x_sampler_{px::Duration{5000}};
  px::sensors::Sampler tmp102_sampler_{px::Duration{5000}};
  px::sensors::Sampler tmp421_sampler_{px::Duration{5000}};
  px::sensors::Sampler bmp280_sampler_{px::Duration{5000}};
  px::sensors::Sampler bme680_sampler_{px::Duration{5000}};
  px::sensors::Sampler max1111_sampler_{px::Duration{5000}};
  px::sensors::Sampler max31855_sampler_{px::Duration{5000}};
  px::sensors::Sampler max6675_sampler_{px::Duration{5000}};
  px::sensors::Sampler mcp3008_sampler_{px::Duration{5000}};
  px::sensors::Sampler bme280_spi_sampler_{px::Duration{5000}};
  std::array<px::sensors::Age, 29> ages_{};
  std::array<px::sensors::Freshness, 68> freshness_{};
};

}  // namespace bench_probe
