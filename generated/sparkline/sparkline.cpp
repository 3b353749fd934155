// Metrics of sparkline for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "sparkline.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace sparkline {
namespace {

constexpr char temperature_text[] = R"(# HELP prom_express_temperature_celsius Air temperature
# TYPE prom_express_temperature_celsius gauge
prom_express_temperature_celsius @
)";
constexpr auto temperature_stops = px::stops<1>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char humidity_text[] = R"(# HELP prom_express_humidity_ratio Relative humidity of the air
# TYPE prom_express_humidity_ratio gauge
prom_express_humidity_ratio @
)";
constexpr auto humidity_stops = px::stops<1>(humidity_text);
constexpr px::Block humidity_blocks[] = {{humidity_text, humidity_stops}};

constexpr char display_up_text[] = R"(# HELP prom_express_display_up Whether the display took what it was sent last
# TYPE prom_express_display_up gauge
prom_express_display_up @
)";
constexpr auto display_up_stops = px::stops<1>(display_up_text);
constexpr px::Block display_up_blocks[] = {{display_up_text, display_up_stops}};

constexpr char display_starts_text[] =
    R"(# HELP prom_express_display_starts_total Times the display was set up from scratch
# TYPE prom_express_display_starts_total counter
prom_express_display_starts_total @
)";
constexpr auto display_starts_stops = px::stops<1>(display_starts_text);
constexpr px::Block display_starts_blocks[] = {{display_starts_text, display_starts_stops}};

constexpr char display_failures_text[] =
    R"(# HELP prom_express_display_failures_total Transfers to the display that failed
# TYPE prom_express_display_failures_total counter
prom_express_display_failures_total @
)";
constexpr auto display_failures_stops = px::stops<1>(display_failures_text);
constexpr px::Block display_failures_blocks[] = {{display_failures_text, display_failures_stops}};

constexpr char sensor_up_text[] = R"(# HELP prom_express_sensor_up Whether the sensor's last sample gave a value
# TYPE prom_express_sensor_up gauge
prom_express_sensor_up{sensor="si7021"} @
)";
constexpr auto sensor_up_stops = px::stops<1>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] = R"(# HELP prom_express_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE prom_express_sensor_reads_total counter
prom_express_sensor_reads_total{sensor="si7021"} @
)";
constexpr auto sensor_reads_stops = px::stops<1>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP prom_express_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE prom_express_sensor_read_errors_total counter
prom_express_sensor_read_errors_total{sensor="si7021",reason="nack"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="wrong_id"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="crc"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="timeout"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="no_data"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="fault"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="out_of_range"} @
prom_express_sensor_read_errors_total{sensor="si7021",reason="bus"} @
)";
constexpr auto sensor_read_errors_stops = px::stops<8>(sensor_read_errors_text);
constexpr px::Block sensor_read_errors_blocks[] = {{sensor_read_errors_text, sensor_read_errors_stops}};

constexpr char sensor_last_success_age_text[] =
    R"(# HELP prom_express_sensor_last_success_age_seconds Time since the sensor's last good sample, before the first )"
    R"(since start
# TYPE prom_express_sensor_last_success_age_seconds gauge
prom_express_sensor_last_success_age_seconds{sensor="si7021"} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<1>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr px::PageFamily default_families[] = {
    {temperature_blocks, px::read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},  // 0
    {humidity_blocks, px::read_closed<decltype(Metrics::humidity)>, offsetof(Metrics, humidity)},  // 1
    {display_up_blocks, nullptr, 0},  // 2
    {display_starts_blocks, nullptr, 1},  // 3
    {display_failures_blocks, nullptr, 2},  // 4
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up)},  // 5
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads)},  // 6
    // 7 to 14
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors)},
    // 15
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age)},
};
constexpr px::LongestTexts default_longest[] = {{12}, {12}, {10}, {10}, {10}, {10}, {10}, {80}, {10}};
static_assert(px::largest_page(default_families, default_longest) == 2211, "the receipt is wrong");
static_assert(std::size(default_families) == 9, "the receipt is wrong");
static_assert(px::series_of(default_families) == 16, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 2454, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::temperature), decltype(Metrics::humidity),
      decltype(Metrics::sensor_last_success_age), decltype(Metrics::sensor_reads),
      decltype(Metrics::sensor_read_errors)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace sparkline
