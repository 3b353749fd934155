// Metrics of weather_station for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "weather_station.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace weather_station {
namespace {

constexpr char temperature_text[] = R"(# HELP prom_express_temperature_celsius Air temperature
# TYPE prom_express_temperature_celsius gauge
prom_express_temperature_celsius{sensor="bme680"} @
prom_express_temperature_celsius{sensor="si7021"} @
)";
constexpr auto temperature_stops = px::stops<2>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char humidity_text[] = R"(# HELP prom_express_humidity_ratio Relative humidity of the air
# TYPE prom_express_humidity_ratio gauge
prom_express_humidity_ratio{sensor="bme680"} @
prom_express_humidity_ratio{sensor="si7021"} @
)";
constexpr auto humidity_stops = px::stops<2>(humidity_text);
constexpr px::Block humidity_blocks[] = {{humidity_text, humidity_stops}};

constexpr char pressure_text[] = R"(# HELP prom_express_pressure_pascals Barometric pressure
# TYPE prom_express_pressure_pascals gauge
prom_express_pressure_pascals{sensor="bme680"} @
)";
constexpr auto pressure_stops = px::stops<1>(pressure_text);
constexpr px::Block pressure_blocks[] = {{pressure_text, pressure_stops}};

constexpr char gas_text[] = R"(# HELP prom_express_gas_ohms Resistance of the gas sensor
# TYPE prom_express_gas_ohms gauge
prom_express_gas_ohms{sensor="bme680"} @
)";
constexpr auto gas_stops = px::stops<1>(gas_text);
constexpr px::Block gas_blocks[] = {{gas_text, gas_stops}};

constexpr char sensor_up_text[] = R"(# HELP prom_express_sensor_up Whether the sensor's last sample gave a value
# TYPE prom_express_sensor_up gauge
prom_express_sensor_up{sensor="bme680"} @
prom_express_sensor_up{sensor="si7021"} @
)";
constexpr auto sensor_up_stops = px::stops<2>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] = R"(# HELP prom_express_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE prom_express_sensor_reads_total counter
prom_express_sensor_reads_total{sensor="bme680"} @
prom_express_sensor_reads_total{sensor="si7021"} @
)";
constexpr auto sensor_reads_stops = px::stops<2>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP prom_express_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE prom_express_sensor_read_errors_total counter
prom_express_sensor_read_errors_total{sensor="bme680",reason="nack"} @
prom_express_sensor_read_errors_total{sensor="bme680",reason="wrong_id"} @
prom_express_sensor_read_errors_total{sensor="bme680",reason="crc"} @
prom_express_sensor_read_errors_total{sensor="bme680",reason="timeout"} @
prom_express_sensor_read_errors_total{sensor="bme680",reason="no_data"} @
prom_express_sensor_read_errors_total{sensor="bme680",reason="fault"} @
prom_express_sensor_read_errors_total{sensor="bme680",reason="out_of_range"} @
prom_express_sensor_read_errors_total{sensor="bme680",reason="bus"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="nack"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="wrong_id"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="crc"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="timeout"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="no_data"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="fault"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="out_of_range"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="bus"} @
)";
constexpr auto sensor_read_errors_stops = px::stops<16>(sensor_read_errors_text);
constexpr px::Block sensor_read_errors_blocks[] = {{sensor_read_errors_text, sensor_read_errors_stops}};

constexpr char sensor_last_success_age_text[] =
    R"(# HELP prom_express_sensor_last_success_age_seconds Time since the sensor's last good sample, before the first )"
    R"(since start
# TYPE prom_express_sensor_last_success_age_seconds gauge
prom_express_sensor_last_success_age_seconds{sensor="bme680"} @
prom_express_sensor_last_success_age_seconds{sensor="si7021"} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<2>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr px::PageFamily default_families[] = {
    {temperature_blocks, px::read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},  // 0 to 1
    {humidity_blocks, px::read_closed<decltype(Metrics::humidity)>, offsetof(Metrics, humidity)},  // 2 to 3
    {pressure_blocks, px::read_closed<decltype(Metrics::pressure)>, offsetof(Metrics, pressure)},  // 4
    {gas_blocks, px::read_closed<decltype(Metrics::gas)>, offsetof(Metrics, gas)},  // 5
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up)},  // 6 to 7
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads)},  // 8 to 9
    // 10 to 25
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors)},
    // 26 to 27
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age)},
};
constexpr px::LongestTexts default_longest[] = {{24}, {24}, {12}, {11}, {20}, {20}, {160}, {20}};
static_assert(px::largest_page(default_families, default_longest) == 3006, "the receipt is wrong");
static_assert(std::size(default_families) == 8, "the receipt is wrong");
static_assert(px::series_of(default_families) == 28, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 3119, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::temperature), decltype(Metrics::humidity), decltype(Metrics::pressure),
      decltype(Metrics::gas), decltype(Metrics::sensor_last_success_age), decltype(Metrics::sensor_reads),
      decltype(Metrics::sensor_read_errors)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace weather_station
