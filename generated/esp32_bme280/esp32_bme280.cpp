// Metrics of esp32_bme280 for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "esp32_bme280.hpp"

#include <prometheus_express/exposition/read_value.hpp>
#include <prometheus_express/exposition/renderer.hpp>

namespace esp32_bme280 {
namespace {

std::string_view constant_label(const px::Source& source, std::size_t number) {
  const auto& labels = *static_cast<const ConstantLabels*>(source.constant_labels);
  switch (number) {
    case 0: return labels.location.view();
    default: return {};
  }
}

constexpr px::TextHoles constant_label_holes{
    1,
    [](const px::Source& source, px::Snapshot, std::size_t hole) -> std::string_view {
      return constant_label(source, hole);
    },
    px::take_label};

constexpr char system_heartbeat_text[] = R"(# HELP prometheus_express_system_heartbeat_total Turns of the main loop
# TYPE prometheus_express_system_heartbeat_total counter
prometheus_express_system_heartbeat_total{location=@} @
)";
constexpr auto system_heartbeat_stops = px::stops<1, 1>(system_heartbeat_text);
constexpr px::Block system_heartbeat_blocks[] = {{system_heartbeat_text, system_heartbeat_stops}};

constexpr char sensor_temperature_text[] =
    R"(# HELP prometheus_express_sensor_temperature_fahrenheit Temperature of the air
# TYPE prometheus_express_sensor_temperature_fahrenheit gauge
prometheus_express_sensor_temperature_fahrenheit{sensor="bme280",location=@} @
)";
constexpr auto sensor_temperature_stops = px::stops<1, 1>(sensor_temperature_text);
constexpr px::Block sensor_temperature_blocks[] = {{sensor_temperature_text, sensor_temperature_stops}};

constexpr char sensor_up_text[] = R"(# HELP prometheus_express_sensor_up Whether the sensor's last sample gave a value
# TYPE prometheus_express_sensor_up gauge
prometheus_express_sensor_up{sensor="bme280",location=@} @
)";
constexpr auto sensor_up_stops = px::stops<1, 1>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] =
    R"(# HELP prometheus_express_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE prometheus_express_sensor_reads_total counter
prometheus_express_sensor_reads_total{sensor="bme280",location=@} @
)";
constexpr auto sensor_reads_stops = px::stops<1, 1>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP prometheus_express_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE prometheus_express_sensor_read_errors_total counter
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="nack",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="wrong_id",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="crc",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="timeout",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="no_data",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="fault",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="out_of_range",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="bus",location=@} @
)";
constexpr auto sensor_read_errors_stops = px::stops<8, 1>(sensor_read_errors_text);
constexpr px::Block sensor_read_errors_blocks[] = {{sensor_read_errors_text, sensor_read_errors_stops}};

constexpr char sensor_last_success_age_text[] =
    R"(# HELP prometheus_express_sensor_last_success_age_seconds Time since the sensor's last good sample, before the )"
    R"(first since start
# TYPE prometheus_express_sensor_last_success_age_seconds gauge
prometheus_express_sensor_last_success_age_seconds{sensor="bme280",location=@} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<1, 1>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr px::PageFamily default_families[] = {
    // 0
    {system_heartbeat_blocks, px::read_closed<decltype(Metrics::system_heartbeat)>, offsetof(Metrics, system_heartbeat),
        1, 1, &constant_label_holes},
    // 1
    {sensor_temperature_blocks, px::read_closed<decltype(Metrics::sensor_temperature)>,
        offsetof(Metrics, sensor_temperature), 1, 1, &constant_label_holes},
    // 2
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up), 1, 1,
        &constant_label_holes},
    // 3
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads), 1, 1,
        &constant_label_holes},
    // 4 to 11
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors), 1, 1, &constant_label_holes},
    // 12
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age), 1, 1, &constant_label_holes},
};
constexpr px::LongestTexts default_longest[] = {{10, 66}, {12, 66}, {10, 66}, {10, 66}, {80, 66}, {10, 66}};
static_assert(px::largest_page(default_families, default_longest) == 2917, "the receipt is wrong");
static_assert(std::size(default_families) == 6, "the receipt is wrong");
static_assert(px::series_of(default_families) == 13, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 2247, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::system_heartbeat), decltype(Metrics::sensor_temperature),
      decltype(Metrics::sensor_last_success_age), decltype(Metrics::sensor_reads),
      decltype(Metrics::sensor_read_errors)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace esp32_bme280
