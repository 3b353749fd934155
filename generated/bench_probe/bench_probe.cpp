// Metrics of bench_probe for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "bench_probe.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace bench_probe {
namespace {

constexpr char temperature_text[] = R"(# HELP bench_temperature_celsius Temperature
# TYPE bench_temperature_celsius gauge
bench_temperature_celsius{sensor="mcp9808"} @
bench_temperature_celsius{sensor="seesaw_soil"} @
bench_temperature_celsius{sensor="aht20"} @
bench_temperature_celsius{sensor="si7021"} @
bench_temperature_celsius{sensor="sht31"} @
bench_temperature_celsius{sensor="lm75"} @
bench_temperature_celsius{sensor="tmp105"} @
bench_temperature_celsius{sensor="tmp117"} @
bench_temperature_celsius{sensor="emc1413",channel="internal"} @
bench_temperature_celsius{sensor="emc1413",channel="external1"} @
bench_temperature_celsius{sensor="emc1413",channel="external2"} @
bench_temperature_celsius{sensor="scd41"} @
bench_temperature_celsius{sensor="bme280"} @
bench_temperature_celsius{sensor="dps310"} @
bench_temperature_celsius{sensor="sht4x"} @
bench_temperature_celsius{sensor="tmp102"} @
bench_temperature_celsius{sensor="tmp421",channel="local"} @
bench_temperature_celsius{sensor="tmp421",channel="remote1"} @
bench_temperature_celsius{sensor="bmp280"} @
bench_temperature_celsius{sensor="bme680"} @
bench_temperature_celsius{sensor="max31855",channel="internal"} @
bench_temperature_celsius{sensor="max31855",channel="thermocouple"} @
bench_temperature_celsius{sensor="max6675"} @
bench_temperature_celsius{sensor="bme280_spi"} @
)";
constexpr auto temperature_stops = px::stops<24>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char relative_humidity_text[] = R"(# HELP bench_relative_humidity_ratio Relative humidity of the air
# TYPE bench_relative_humidity_ratio gauge
bench_relative_humidity_ratio{sensor="aht20"} @
bench_relative_humidity_ratio{sensor="si7021"} @
bench_relative_humidity_ratio{sensor="sht31"} @
bench_relative_humidity_ratio{sensor="scd41"} @
bench_relative_humidity_ratio{sensor="bme280"} @
bench_relative_humidity_ratio{sensor="sht4x"} @
bench_relative_humidity_ratio{sensor="bme680"} @
bench_relative_humidity_ratio{sensor="bme280_spi"} @
)";
constexpr auto relative_humidity_stops = px::stops<8>(relative_humidity_text);
constexpr px::Block relative_humidity_blocks[] = {{relative_humidity_text, relative_humidity_stops}};

constexpr char pressure_text[] = R"(# HELP bench_pressure_pascals Barometric pressure
# TYPE bench_pressure_pascals gauge
bench_pressure_pascals{sensor="bme280"} @
bench_pressure_pascals{sensor="dps310"} @
bench_pressure_pascals{sensor="bmp280"} @
bench_pressure_pascals{sensor="bme680"} @
bench_pressure_pascals{sensor="bme280_spi"} @
)";
constexpr auto pressure_stops = px::stops<5>(pressure_text);
constexpr px::Block pressure_blocks[] = {{pressure_text, pressure_stops}};

constexpr char gas_resistance_text[] = R"(# HELP bench_gas_resistance_ohms Resistance of the gas sensor
# TYPE bench_gas_resistance_ohms gauge
bench_gas_resistance_ohms{sensor="bme680"} @
)";
constexpr auto gas_resistance_stops = px::stops<1>(gas_resistance_text);
constexpr px::Block gas_resistance_blocks[] = {{gas_resistance_text, gas_resistance_stops}};

constexpr char co2_text[] = R"(# HELP bench_co2_ppm Carbon dioxide in the air
# TYPE bench_co2_ppm gauge
bench_co2_ppm{sensor="scd41"} @
)";
constexpr auto co2_stops = px::stops<1>(co2_text);
constexpr px::Block co2_blocks[] = {{co2_text, co2_stops}};

constexpr char eco2_text[] = R"(# HELP bench_eco2_ppm Carbon dioxide as far as organic compounds tell
# TYPE bench_eco2_ppm gauge
bench_eco2_ppm{sensor="sgp30"} @
)";
constexpr auto eco2_stops = px::stops<1>(eco2_text);
constexpr px::Block eco2_blocks[] = {{eco2_text, eco2_stops}};

constexpr char tvoc_text[] = R"(# HELP bench_tvoc_ppb Volatile organic compounds in the air
# TYPE bench_tvoc_ppb gauge
bench_tvoc_ppb{sensor="sgp30"} @
)";
constexpr auto tvoc_stops = px::stops<1>(tvoc_text);
constexpr px::Block tvoc_blocks[] = {{tvoc_text, tvoc_stops}};

constexpr char voc_raw_text[] = R"(# HELP bench_voc_raw_ticks Signal of the sensor for organic compounds
# TYPE bench_voc_raw_ticks gauge
bench_voc_raw_ticks{sensor="sgp40"} @
)";
constexpr auto voc_raw_stops = px::stops<1>(voc_raw_text);
constexpr px::Block voc_raw_blocks[] = {{voc_raw_text, voc_raw_stops}};

constexpr char illuminance_text[] = R"(# HELP bench_illuminance_lux Light
# TYPE bench_illuminance_lux gauge
bench_illuminance_lux{sensor="veml7700"} @
bench_illuminance_lux{sensor="bh1750"} @
)";
constexpr auto illuminance_stops = px::stops<2>(illuminance_text);
constexpr px::Block illuminance_blocks[] = {{illuminance_text, illuminance_stops}};

constexpr char moisture_capacitance_text[] = R"(# HELP bench_moisture_capacitance_counts Moisture of the soil
# TYPE bench_moisture_capacitance_counts gauge
bench_moisture_capacitance_counts{sensor="seesaw_soil"} @
)";
constexpr auto moisture_capacitance_stops = px::stops<1>(moisture_capacitance_text);
constexpr px::Block moisture_capacitance_blocks[] = {{moisture_capacitance_text, moisture_capacitance_stops}};

constexpr char magnetic_flux_density_text[] = R"(# HELP bench_magnetic_flux_density_teslas Magnetic field
# TYPE bench_magnetic_flux_density_teslas gauge
bench_magnetic_flux_density_teslas{sensor="lsm303dlhc_magn",axis="x"} @
bench_magnetic_flux_density_teslas{sensor="lsm303dlhc_magn",axis="y"} @
bench_magnetic_flux_density_teslas{sensor="lsm303dlhc_magn",axis="z"} @
)";
constexpr auto magnetic_flux_density_stops = px::stops<3>(magnetic_flux_density_text);
constexpr px::Block magnetic_flux_density_blocks[] = {{magnetic_flux_density_text, magnetic_flux_density_stops}};

constexpr char voltage_text[] = R"(# HELP bench_voltage_volts Voltage at an input
# TYPE bench_voltage_volts gauge
bench_voltage_volts{sensor="ads1115",channel="0"} @
bench_voltage_volts{sensor="ads1115",channel="1"} @
bench_voltage_volts{sensor="ads1115",channel="2"} @
bench_voltage_volts{sensor="ads1115",channel="3"} @
bench_voltage_volts{sensor="max1111",channel="0"} @
bench_voltage_volts{sensor="max1111",channel="1"} @
bench_voltage_volts{sensor="max1111",channel="2"} @
bench_voltage_volts{sensor="max1111",channel="3"} @
bench_voltage_volts{sensor="mcp3008",channel="0"} @
bench_voltage_volts{sensor="mcp3008",channel="1"} @
bench_voltage_volts{sensor="mcp3008",channel="2"} @
bench_voltage_volts{sensor="mcp3008",channel="3"} @
bench_voltage_volts{sensor="mcp3008",channel="4"} @
bench_voltage_volts{sensor="mcp3008",channel="5"} @
bench_voltage_volts{sensor="mcp3008",channel="6"} @
bench_voltage_volts{sensor="mcp3008",channel="7"} @
)";
constexpr auto voltage_stops = px::stops<16>(voltage_text);
constexpr px::Block voltage_blocks[] = {{voltage_text, voltage_stops}};

constexpr char bus_voltage_text[] = R"(# HELP bench_bus_voltage_volts Voltage of the battery
# TYPE bench_bus_voltage_volts gauge
bench_bus_voltage_volts{sensor="ina219"} @
)";
constexpr auto bus_voltage_stops = px::stops<1>(bus_voltage_text);
constexpr px::Block bus_voltage_blocks[] = {{bus_voltage_text, bus_voltage_stops}};

constexpr char shunt_voltage_text[] = R"(# HELP bench_shunt_voltage_volts Voltage over the shunt
# TYPE bench_shunt_voltage_volts gauge
bench_shunt_voltage_volts{sensor="ina219"} @
)";
constexpr auto shunt_voltage_stops = px::stops<1>(shunt_voltage_text);
constexpr px::Block shunt_voltage_blocks[] = {{shunt_voltage_text, shunt_voltage_stops}};

constexpr char current_text[] = R"(# HELP bench_current_amperes Current drawn from the battery
# TYPE bench_current_amperes gauge
bench_current_amperes{sensor="ina219"} @
)";
constexpr auto current_stops = px::stops<1>(current_text);
constexpr px::Block current_blocks[] = {{current_text, current_stops}};

constexpr char power_text[] = R"(# HELP bench_power_watts Power drawn from the battery
# TYPE bench_power_watts gauge
bench_power_watts{sensor="ina219"} @
)";
constexpr auto power_stops = px::stops<1>(power_text);
constexpr px::Block power_blocks[] = {{power_text, power_stops}};

constexpr char faults_text[] = R"(# HELP bench_faults_total Faults that --faults has brought about
# TYPE bench_faults_total counter
bench_faults_total{fault="nack"} @
bench_faults_total{fault="bit_error"} @
bench_faults_total{fault="clock_stretch"} @
bench_faults_total{fault="hang"} @
bench_faults_total{fault="stuck_line"} @
bench_faults_total{fault="brown_out"} @
bench_faults_total{fault="unplugged"} @
)";
constexpr auto faults_stops = px::stops<7>(faults_text);
constexpr px::Block faults_blocks[] = {{faults_text, faults_stops}};

constexpr char sensor_up_text[] = R"(# HELP bench_sensor_up Whether the sensor's last sample gave a value
# TYPE bench_sensor_up gauge
bench_sensor_up{sensor="veml7700"} @
bench_sensor_up{sensor="mcp9808"} @
bench_sensor_up{sensor="lsm303dlhc_magn"} @
bench_sensor_up{sensor="bh1750"} @
bench_sensor_up{sensor="seesaw_soil"} @
bench_sensor_up{sensor="aht20"} @
bench_sensor_up{sensor="si7021"} @
bench_sensor_up{sensor="sht31"} @
bench_sensor_up{sensor="lm75"} @
bench_sensor_up{sensor="tmp105"} @
bench_sensor_up{sensor="tmp117"} @
bench_sensor_up{sensor="ads1115"} @
bench_sensor_up{sensor="emc1413"} @
bench_sensor_up{sensor="sgp30"} @
bench_sensor_up{sensor="sgp40"} @
bench_sensor_up{sensor="scd41"} @
bench_sensor_up{sensor="bme280"} @
bench_sensor_up{sensor="dps310"} @
bench_sensor_up{sensor="ina219"} @
bench_sensor_up{sensor="sht4x"} @
bench_sensor_up{sensor="tmp102"} @
bench_sensor_up{sensor="tmp421"} @
bench_sensor_up{sensor="bmp280"} @
bench_sensor_up{sensor="bme680"} @
bench_sensor_up{sensor="max1111"} @
bench_sensor_up{sensor="max31855"} @
bench_sensor_up{sensor="max6675"} @
bench_sensor_up{sensor="mcp3008"} @
bench_sensor_up{sensor="bme280_spi"} @
)";
constexpr auto sensor_up_stops = px::stops<29>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] = R"(# HELP bench_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE bench_sensor_reads_total counter
bench_sensor_reads_total{sensor="veml7700"} @
bench_sensor_reads_total{sensor="mcp9808"} @
bench_sensor_reads_total{sensor="lsm303dlhc_magn"} @
bench_sensor_reads_total{sensor="bh1750"} @
bench_sensor_reads_total{sensor="seesaw_soil"} @
bench_sensor_reads_total{sensor="aht20"} @
bench_sensor_reads_total{sensor="si7021"} @
bench_sensor_reads_total{sensor="sht31"} @
bench_sensor_reads_total{sensor="lm75"} @
bench_sensor_reads_total{sensor="tmp105"} @
bench_sensor_reads_total{sensor="tmp117"} @
bench_sensor_reads_total{sensor="ads1115"} @
bench_sensor_reads_total{sensor="emc1413"} @
bench_sensor_reads_total{sensor="sgp30"} @
bench_sensor_reads_total{sensor="sgp40"} @
bench_sensor_reads_total{sensor="scd41"} @
bench_sensor_reads_total{sensor="bme280"} @
bench_sensor_reads_total{sensor="dps310"} @
bench_sensor_reads_total{sensor="ina219"} @
bench_sensor_reads_total{sensor="sht4x"} @
bench_sensor_reads_total{sensor="tmp102"} @
bench_sensor_reads_total{sensor="tmp421"} @
bench_sensor_reads_total{sensor="bmp280"} @
bench_sensor_reads_total{sensor="bme680"} @
bench_sensor_reads_total{sensor="max1111"} @
bench_sensor_reads_total{sensor="max31855"} @
bench_sensor_reads_total{sensor="max6675"} @
bench_sensor_reads_total{sensor="mcp3008"} @
bench_sensor_reads_total{sensor="bme280_spi"} @
)";
constexpr auto sensor_reads_stops = px::stops<29>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP bench_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE bench_sensor_read_errors_total counter
bench_sensor_read_errors_total{sensor="veml7700",reason="nack"} @
bench_sensor_read_errors_total{sensor="veml7700",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="veml7700",reason="crc"} @
bench_sensor_read_errors_total{sensor="veml7700",reason="timeout"} @
bench_sensor_read_errors_total{sensor="veml7700",reason="no_data"} @
bench_sensor_read_errors_total{sensor="veml7700",reason="fault"} @
bench_sensor_read_errors_total{sensor="veml7700",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="veml7700",reason="bus"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="nack"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="crc"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="timeout"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="no_data"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="fault"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="mcp9808",reason="bus"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="nack"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="crc"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="timeout"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="no_data"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="fault"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="lsm303dlhc_magn",reason="bus"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="nack"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="crc"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="timeout"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="no_data"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="fault"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="bh1750",reason="bus"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="nack"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="crc"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="timeout"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="no_data"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="fault"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="seesaw_soil",reason="bus"} @
bench_sensor_read_errors_total{sensor="aht20",reason="nack"} @
bench_sensor_read_errors_total{sensor="aht20",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="aht20",reason="crc"} @
bench_sensor_read_errors_total{sensor="aht20",reason="timeout"} @
bench_sensor_read_errors_total{sensor="aht20",reason="no_data"} @
bench_sensor_read_errors_total{sensor="aht20",reason="fault"} @
bench_sensor_read_errors_total{sensor="aht20",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="aht20",reason="bus"} @
bench_sensor_read_errors_total{sensor="si7021",reason="nack"} @
bench_sensor_read_errors_total{sensor="si7021",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="si7021",reason="crc"} @
bench_sensor_read_errors_total{sensor="si7021",reason="timeout"} @
bench_sensor_read_errors_total{sensor="si7021",reason="no_data"} @
bench_sensor_read_errors_total{sensor="si7021",reason="fault"} @
bench_sensor_read_errors_total{sensor="si7021",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="si7021",reason="bus"} @
bench_sensor_read_errors_total{sensor="sht31",reason="nack"} @
bench_sensor_read_errors_total{sensor="sht31",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="sht31",reason="crc"} @
bench_sensor_read_errors_total{sensor="sht31",reason="timeout"} @
bench_sensor_read_errors_total{sensor="sht31",reason="no_data"} @
bench_sensor_read_errors_total{sensor="sht31",reason="fault"} @
bench_sensor_read_errors_total{sensor="sht31",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="sht31",reason="bus"} @
bench_sensor_read_errors_total{sensor="lm75",reason="nack"} @
bench_sensor_read_errors_total{sensor="lm75",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="lm75",reason="crc"} @
bench_sensor_read_errors_total{sensor="lm75",reason="timeout"} @
bench_sensor_read_errors_total{sensor="lm75",reason="no_data"} @
bench_sensor_read_errors_total{sensor="lm75",reason="fault"} @
bench_sensor_read_errors_total{sensor="lm75",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="lm75",reason="bus"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="nack"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="crc"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="timeout"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="no_data"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="fault"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="tmp105",reason="bus"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="nack"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="crc"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="timeout"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="no_data"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="fault"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="tmp117",reason="bus"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="nack"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="crc"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="timeout"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="no_data"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="fault"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="ads1115",reason="bus"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="nack"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="crc"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="timeout"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="no_data"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="fault"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="emc1413",reason="bus"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="nack"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="crc"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="timeout"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="no_data"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="fault"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="sgp30",reason="bus"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="nack"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="crc"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="timeout"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="no_data"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="fault"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="sgp40",reason="bus"} @
bench_sensor_read_errors_total{sensor="scd41",reason="nack"} @
bench_sensor_read_errors_total{sensor="scd41",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="scd41",reason="crc"} @
bench_sensor_read_errors_total{sensor="scd41",reason="timeout"} @
bench_sensor_read_errors_total{sensor="scd41",reason="no_data"} @
bench_sensor_read_errors_total{sensor="scd41",reason="fault"} @
bench_sensor_read_errors_total{sensor="scd41",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="scd41",reason="bus"} @
bench_sensor_read_errors_total{sensor="bme280",reason="nack"} @
bench_sensor_read_errors_total{sensor="bme280",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="bme280",reason="crc"} @
bench_sensor_read_errors_total{sensor="bme280",reason="timeout"} @
bench_sensor_read_errors_total{sensor="bme280",reason="no_data"} @
bench_sensor_read_errors_total{sensor="bme280",reason="fault"} @
bench_sensor_read_errors_total{sensor="bme280",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="bme280",reason="bus"} @
bench_sensor_read_errors_total{sensor="dps310",reason="nack"} @
bench_sensor_read_errors_total{sensor="dps310",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="dps310",reason="crc"} @
bench_sensor_read_errors_total{sensor="dps310",reason="timeout"} @
bench_sensor_read_errors_total{sensor="dps310",reason="no_data"} @
bench_sensor_read_errors_total{sensor="dps310",reason="fault"} @
bench_sensor_read_errors_total{sensor="dps310",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="dps310",reason="bus"} @
bench_sensor_read_errors_total{sensor="ina219",reason="nack"} @
bench_sensor_read_errors_total{sensor="ina219",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="ina219",reason="crc"} @
bench_sensor_read_errors_total{sensor="ina219",reason="timeout"} @
bench_sensor_read_errors_total{sensor="ina219",reason="no_data"} @
bench_sensor_read_errors_total{sensor="ina219",reason="fault"} @
bench_sensor_read_errors_total{sensor="ina219",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="ina219",reason="bus"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="nack"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="crc"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="timeout"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="no_data"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="fault"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="sht4x",reason="bus"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="nack"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="crc"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="timeout"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="no_data"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="fault"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="tmp102",reason="bus"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="nack"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="crc"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="timeout"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="no_data"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="fault"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="tmp421",reason="bus"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="nack"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="crc"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="timeout"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="no_data"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="fault"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="bmp280",reason="bus"} @
bench_sensor_read_errors_total{sensor="bme680",reason="nack"} @
bench_sensor_read_errors_total{sensor="bme680",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="bme680",reason="crc"} @
bench_sensor_read_errors_total{sensor="bme680",reason="timeout"} @
bench_sensor_read_errors_total{sensor="bme680",reason="no_data"} @
bench_sensor_read_errors_total{sensor="bme680",reason="fault"} @
bench_sensor_read_errors_total{sensor="bme680",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="bme680",reason="bus"} @
bench_sensor_read_errors_total{sensor="max1111",reason="nack"} @
bench_sensor_read_errors_total{sensor="max1111",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="max1111",reason="crc"} @
bench_sensor_read_errors_total{sensor="max1111",reason="timeout"} @
bench_sensor_read_errors_total{sensor="max1111",reason="no_data"} @
bench_sensor_read_errors_total{sensor="max1111",reason="fault"} @
bench_sensor_read_errors_total{sensor="max1111",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="max1111",reason="bus"} @
bench_sensor_read_errors_total{sensor="max31855",reason="nack"} @
bench_sensor_read_errors_total{sensor="max31855",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="max31855",reason="crc"} @
bench_sensor_read_errors_total{sensor="max31855",reason="timeout"} @
bench_sensor_read_errors_total{sensor="max31855",reason="no_data"} @
bench_sensor_read_errors_total{sensor="max31855",reason="fault"} @
bench_sensor_read_errors_total{sensor="max31855",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="max31855",reason="bus"} @
bench_sensor_read_errors_total{sensor="max6675",reason="nack"} @
bench_sensor_read_errors_total{sensor="max6675",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="max6675",reason="crc"} @
bench_sensor_read_errors_total{sensor="max6675",reason="timeout"} @
bench_sensor_read_errors_total{sensor="max6675",reason="no_data"} @
bench_sensor_read_errors_total{sensor="max6675",reason="fault"} @
bench_sensor_read_errors_total{sensor="max6675",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="max6675",reason="bus"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="nack"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="crc"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="timeout"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="no_data"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="fault"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="mcp3008",reason="bus"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="nack"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="wrong_id"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="crc"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="timeout"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="no_data"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="fault"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="out_of_range"} @
bench_sensor_read_errors_total{sensor="bme280_spi",reason="bus"} @
)";
constexpr auto sensor_read_errors_stops = px::stops<232>(sensor_read_errors_text);
constexpr px::Block sensor_read_errors_blocks[] = {{sensor_read_errors_text, sensor_read_errors_stops}};

constexpr char sensor_last_success_age_text[] =
    R"(# HELP bench_sensor_last_success_age_seconds Time since the sensor's last good sample, before the first since )"
    R"(start
# TYPE bench_sensor_last_success_age_seconds gauge
bench_sensor_last_success_age_seconds{sensor="veml7700"} @
bench_sensor_last_success_age_seconds{sensor="mcp9808"} @
bench_sensor_last_success_age_seconds{sensor="lsm303dlhc_magn"} @
bench_sensor_last_success_age_seconds{sensor="bh1750"} @
bench_sensor_last_success_age_seconds{sensor="seesaw_soil"} @
bench_sensor_last_success_age_seconds{sensor="aht20"} @
bench_sensor_last_success_age_seconds{sensor="si7021"} @
bench_sensor_last_success_age_seconds{sensor="sht31"} @
bench_sensor_last_success_age_seconds{sensor="lm75"} @
bench_sensor_last_success_age_seconds{sensor="tmp105"} @
bench_sensor_last_success_age_seconds{sensor="tmp117"} @
bench_sensor_last_success_age_seconds{sensor="ads1115"} @
bench_sensor_last_success_age_seconds{sensor="emc1413"} @
bench_sensor_last_success_age_seconds{sensor="sgp30"} @
bench_sensor_last_success_age_seconds{sensor="sgp40"} @
bench_sensor_last_success_age_seconds{sensor="scd41"} @
bench_sensor_last_success_age_seconds{sensor="bme280"} @
bench_sensor_last_success_age_seconds{sensor="dps310"} @
bench_sensor_last_success_age_seconds{sensor="ina219"} @
bench_sensor_last_success_age_seconds{sensor="sht4x"} @
bench_sensor_last_success_age_seconds{sensor="tmp102"} @
bench_sensor_last_success_age_seconds{sensor="tmp421"} @
bench_sensor_last_success_age_seconds{sensor="bmp280"} @
bench_sensor_last_success_age_seconds{sensor="bme680"} @
bench_sensor_last_success_age_seconds{sensor="max1111"} @
bench_sensor_last_success_age_seconds{sensor="max31855"} @
bench_sensor_last_success_age_seconds{sensor="max6675"} @
bench_sensor_last_success_age_seconds{sensor="mcp3008"} @
bench_sensor_last_success_age_seconds{sensor="bme280_spi"} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<29>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr px::PageFamily default_families[] = {
    {temperature_blocks, px::read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},  // 0 to 23
    // 24 to 31
    {relative_humidity_blocks, px::read_closed<decltype(Metrics::relative_humidity)>,
        offsetof(Metrics, relative_humidity)},
    {pressure_blocks, px::read_closed<decltype(Metrics::pressure)>, offsetof(Metrics, pressure)},  // 32 to 36
    // 37
    {gas_resistance_blocks, px::read_closed<decltype(Metrics::gas_resistance)>, offsetof(Metrics, gas_resistance)},
    {co2_blocks, px::read_closed<decltype(Metrics::co2)>, offsetof(Metrics, co2)},  // 38
    {eco2_blocks, px::read_closed<decltype(Metrics::eco2)>, offsetof(Metrics, eco2)},  // 39
    {tvoc_blocks, px::read_closed<decltype(Metrics::tvoc)>, offsetof(Metrics, tvoc)},  // 40
    {voc_raw_blocks, px::read_closed<decltype(Metrics::voc_raw)>, offsetof(Metrics, voc_raw)},  // 41
    {illuminance_blocks, px::read_closed<decltype(Metrics::illuminance)>, offsetof(Metrics, illuminance)},  // 42 to 43
    // 44
    {moisture_capacitance_blocks, px::read_closed<decltype(Metrics::moisture_capacitance)>,
        offsetof(Metrics, moisture_capacitance)},
    // 45 to 47
    {magnetic_flux_density_blocks, px::read_closed<decltype(Metrics::magnetic_flux_density)>,
        offsetof(Metrics, magnetic_flux_density)},
    {voltage_blocks, px::read_closed<decltype(Metrics::voltage)>, offsetof(Metrics, voltage)},  // 48 to 63
    {bus_voltage_blocks, px::read_closed<decltype(Metrics::bus_voltage)>, offsetof(Metrics, bus_voltage)},  // 64
    {shunt_voltage_blocks, px::read_closed<decltype(Metrics::shunt_voltage)>, offsetof(Metrics, shunt_voltage)},  // 65
    {current_blocks, px::read_closed<decltype(Metrics::current)>, offsetof(Metrics, current)},  // 66
    {power_blocks, px::read_closed<decltype(Metrics::power)>, offsetof(Metrics, power)},  // 67
    {faults_blocks, px::read_closed<decltype(Metrics::faults)>, offsetof(Metrics, faults)},  // 68 to 74
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up)},  // 75 to 103
    // 104 to 132
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads)},
    // 133 to 364
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors)},
    // 365 to 393
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age)},
};
constexpr px::LongestTexts default_longest[] = {{288}, {96}, {60}, {11}, {11}, {11}, {11}, {11}, {24}, {11}, {36},
    {192}, {12}, {12}, {12}, {12}, {70}, {290}, {290}, {2320}, {290}};
static_assert(px::largest_page(default_families, default_longest) == 28913, "the receipt is wrong");
static_assert(std::size(default_families) == 21, "the receipt is wrong");
static_assert(px::series_of(default_families) == 394, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 26852, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::temperature), decltype(Metrics::relative_humidity),
      decltype(Metrics::pressure), decltype(Metrics::gas_resistance), decltype(Metrics::co2), decltype(Metrics::tvoc),
      decltype(Metrics::voc_raw), decltype(Metrics::illuminance), decltype(Metrics::moisture_capacitance),
      decltype(Metrics::magnetic_flux_density), decltype(Metrics::voltage), decltype(Metrics::power),
      decltype(Metrics::shunt_voltage), decltype(Metrics::current), decltype(Metrics::faults),
      decltype(Metrics::sensor_last_success_age), decltype(Metrics::sensor_reads),
      decltype(Metrics::sensor_read_errors)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace bench_probe
