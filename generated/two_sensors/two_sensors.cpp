// Metrics of two_sensors for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "two_sensors.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace two_sensors {
namespace {

constexpr char temperature_text[] = R"(# HELP home_temperature_celsius Air temperature
# TYPE home_temperature_celsius gauge
home_temperature_celsius{sensor="sht31",room="attic"} @
home_temperature_celsius{sensor="bme280",room="cellar"} @
)";
constexpr auto temperature_stops = px::stops<2>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char humidity_text[] = R"(# HELP home_humidity_ratio Relative humidity of the air
# TYPE home_humidity_ratio gauge
home_humidity_ratio{sensor="sht31",room="attic"} @
home_humidity_ratio{sensor="bme280",room="cellar"} @
)";
constexpr auto humidity_stops = px::stops<2>(humidity_text);
constexpr px::Block humidity_blocks[] = {{humidity_text, humidity_stops}};

constexpr char pressure_text[] = R"(# HELP home_pressure_pascals Barometric pressure
# TYPE home_pressure_pascals gauge
home_pressure_pascals{room="cellar"} @
)";
constexpr auto pressure_stops = px::stops<1>(pressure_text);
constexpr px::Block pressure_blocks[] = {{pressure_text, pressure_stops}};

constexpr char sensor_up_text[] = R"(# HELP home_sensor_up Whether the sensor's last sample gave a value
# TYPE home_sensor_up gauge
home_sensor_up{sensor="sht31",room="attic"} @
home_sensor_up{sensor="bme280",room="cellar"} @
)";
constexpr auto sensor_up_stops = px::stops<2>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] = R"(# HELP home_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE home_sensor_reads_total counter
home_sensor_reads_total{sensor="sht31",room="attic"} @
home_sensor_reads_total{sensor="bme280",room="cellar"} @
)";
constexpr auto sensor_reads_stops = px::stops<2>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP home_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE home_sensor_read_errors_total counter
home_sensor_read_errors_total{sensor="sht31",reason="nack",room="attic"} @
home_sensor_read_errors_total{sensor="sht31",reason="wrong_id",room="attic"} @
home_sensor_read_errors_total{sensor="sht31",reason="crc",room="attic"} @
home_sensor_read_errors_total{sensor="sht31",reason="timeout",room="attic"} @
home_sensor_read_errors_total{sensor="sht31",reason="no_data",room="attic"} @
home_sensor_read_errors_total{sensor="sht31",reason="fault",room="attic"} @
home_sensor_read_errors_total{sensor="sht31",reason="out_of_range",room="attic"} @
home_sensor_read_errors_total{sensor="sht31",reason="bus",room="attic"} @
home_sensor_read_errors_total{sensor="bme280",reason="nack",room="cellar"} @
home_sensor_read_errors_total{sensor="bme280",reason="wrong_id",room="cellar"} @
home_sensor_read_errors_total{sensor="bme280",reason="crc",room="cellar"} @
home_sensor_read_errors_total{sensor="bme280",reason="timeout",room="cellar"} @
home_sensor_read_errors_total{sensor="bme280",reason="no_data",room="cellar"} @
home_sensor_read_errors_total{sensor="bme280",reason="fault",room="cellar"} @
home_sensor_read_errors_total{sensor="bme280",reason="out_of_range",room="cellar"} @
home_sensor_read_errors_total{sensor="bme280",reason="bus",room="cellar"} @
)";
constexpr auto sensor_read_errors_stops = px::stops<16>(sensor_read_errors_text);
constexpr px::Block sensor_read_errors_blocks[] = {{sensor_read_errors_text, sensor_read_errors_stops}};

constexpr char sensor_last_success_age_text[] =
    R"(# HELP home_sensor_last_success_age_seconds Time since the sensor's last good sample, before the first since )"
    R"(start
# TYPE home_sensor_last_success_age_seconds gauge
home_sensor_last_success_age_seconds{sensor="sht31",room="attic"} @
home_sensor_last_success_age_seconds{sensor="bme280",room="cellar"} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<2>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr px::PageFamily default_families[] = {
    {temperature_blocks, px::read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},  // 0 to 1
    {humidity_blocks, px::read_closed<decltype(Metrics::humidity)>, offsetof(Metrics, humidity)},  // 2 to 3
    {pressure_blocks, px::read_closed<decltype(Metrics::pressure)>, offsetof(Metrics, pressure)},  // 4
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up)},  // 5 to 6
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads)},  // 7 to 8
    // 9 to 24
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors)},
    // 25 to 26
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age)},
};
constexpr px::LongestTexts default_longest[] = {{24}, {24}, {12}, {20}, {20}, {160}, {20}};
static_assert(px::largest_page(default_families, default_longest) == 2870, "the receipt is wrong");
static_assert(std::size(default_families) == 7, "the receipt is wrong");
static_assert(px::series_of(default_families) == 27, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 2952, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::temperature), decltype(Metrics::humidity), decltype(Metrics::pressure),
      decltype(Metrics::sensor_last_success_age), decltype(Metrics::sensor_reads),
      decltype(Metrics::sensor_read_errors)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace two_sensors
