// Metrics of stemma for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "stemma.hpp"

#include <prometheus_express/exposition/read_value.hpp>
#include <prometheus_express/exposition/renderer.hpp>

namespace stemma {
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

constexpr char system_cpu_load_text[] =
    R"(# HELP prometheus_express_system_cpu_load Programs that wanted the processor in the last minute
# TYPE prometheus_express_system_cpu_load gauge
prometheus_express_system_cpu_load{location=@} @
)";
constexpr auto system_cpu_load_stops = px::stops<1, 1>(system_cpu_load_text);
constexpr px::Block system_cpu_load_blocks[] = {{system_cpu_load_text, system_cpu_load_stops}};

constexpr char system_memory_alloc_text[] =
    R"(# HELP prometheus_express_system_memory_alloc_bytes Memory that the program uses
# TYPE prometheus_express_system_memory_alloc_bytes gauge
prometheus_express_system_memory_alloc_bytes{location=@} @
)";
constexpr auto system_memory_alloc_stops = px::stops<1, 1>(system_memory_alloc_text);
constexpr px::Block system_memory_alloc_blocks[] = {{system_memory_alloc_text, system_memory_alloc_stops}};

constexpr char system_memory_free_text[] =
    R"(# HELP prometheus_express_system_memory_free_bytes Memory that could still be had
# TYPE prometheus_express_system_memory_free_bytes gauge
prometheus_express_system_memory_free_bytes{location=@} @
)";
constexpr auto system_memory_free_stops = px::stops<1, 1>(system_memory_free_text);
constexpr px::Block system_memory_free_blocks[] = {{system_memory_free_text, system_memory_free_stops}};

constexpr char sensor_humidity_text[] = R"(# HELP prometheus_express_sensor_humidity_ratio Relative humidity of the air
# TYPE prometheus_express_sensor_humidity_ratio gauge
prometheus_express_sensor_humidity_ratio{sensor="bme280",location=@} @
)";
constexpr auto sensor_humidity_stops = px::stops<1, 1>(sensor_humidity_text);
constexpr px::Block sensor_humidity_blocks[] = {{sensor_humidity_text, sensor_humidity_stops}};

constexpr char sensor_moisture_text[] = R"(# HELP prometheus_express_sensor_moisture_counts Moisture of the soil
# TYPE prometheus_express_sensor_moisture_counts gauge
prometheus_express_sensor_moisture_counts{sensor="stemma",location=@} @
)";
constexpr auto sensor_moisture_stops = px::stops<1, 1>(sensor_moisture_text);
constexpr px::Block sensor_moisture_blocks[] = {{sensor_moisture_text, sensor_moisture_stops}};

constexpr char sensor_temperature_text[] =
    R"(# HELP prometheus_express_sensor_temperature_celsius Temperature of soil and air
# TYPE prometheus_express_sensor_temperature_celsius gauge
prometheus_express_sensor_temperature_celsius{sensor="stemma",location=@} @
prometheus_express_sensor_temperature_celsius{sensor="bme280",location=@} @
)";
constexpr auto sensor_temperature_stops = px::stops<2, 1>(sensor_temperature_text);
constexpr px::Block sensor_temperature_blocks[] = {{sensor_temperature_text, sensor_temperature_stops}};

constexpr char sensor_up_text[] = R"(# HELP prometheus_express_sensor_up Whether the sensor's last sample gave a value
# TYPE prometheus_express_sensor_up gauge
prometheus_express_sensor_up{sensor="stemma",location=@} @
prometheus_express_sensor_up{sensor="bme280",location=@} @
)";
constexpr auto sensor_up_stops = px::stops<2, 1>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] =
    R"(# HELP prometheus_express_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE prometheus_express_sensor_reads_total counter
prometheus_express_sensor_reads_total{sensor="stemma",location=@} @
prometheus_express_sensor_reads_total{sensor="bme280",location=@} @
)";
constexpr auto sensor_reads_stops = px::stops<2, 1>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP prometheus_express_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE prometheus_express_sensor_read_errors_total counter
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="nack",location=@} @
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="wrong_id",location=@} @
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="crc",location=@} @
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="timeout",location=@} @
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="no_data",location=@} @
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="fault",location=@} @
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="out_of_range",location=@} @
prometheus_express_sensor_read_errors_total{sensor="stemma",reason="bus",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="nack",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="wrong_id",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="crc",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="timeout",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="no_data",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="fault",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="out_of_range",location=@} @
prometheus_express_sensor_read_errors_total{sensor="bme280",reason="bus",location=@} @
)";
constexpr auto sensor_read_errors_stops = px::stops<16, 1>(sensor_read_errors_text);
constexpr px::Block sensor_read_errors_blocks[] = {{sensor_read_errors_text, sensor_read_errors_stops}};

constexpr char sensor_last_success_age_text[] =
    R"(# HELP prometheus_express_sensor_last_success_age_seconds Time since the sensor's last good sample, before the )"
    R"(first since start
# TYPE prometheus_express_sensor_last_success_age_seconds gauge
prometheus_express_sensor_last_success_age_seconds{sensor="stemma",location=@} @
prometheus_express_sensor_last_success_age_seconds{sensor="bme280",location=@} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<2, 1>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr px::PageFamily default_families[] = {
    // 0
    {system_heartbeat_blocks, px::read_closed<decltype(Metrics::system_heartbeat)>, offsetof(Metrics, system_heartbeat),
        1, 1, &constant_label_holes},
    {system_cpu_load_blocks, nullptr, 0, 1, 1, &constant_label_holes},  // 1
    {system_memory_alloc_blocks, nullptr, 1, 1, 1, &constant_label_holes},  // 2
    {system_memory_free_blocks, nullptr, 2, 1, 1, &constant_label_holes},  // 3
    // 4
    {sensor_humidity_blocks, px::read_closed<decltype(Metrics::sensor_humidity)>, offsetof(Metrics, sensor_humidity), 1,
        1, &constant_label_holes},
    // 5
    {sensor_moisture_blocks, px::read_closed<decltype(Metrics::sensor_moisture)>, offsetof(Metrics, sensor_moisture), 1,
        1, &constant_label_holes},
    // 6 to 7
    {sensor_temperature_blocks, px::read_closed<decltype(Metrics::sensor_temperature)>,
        offsetof(Metrics, sensor_temperature), 1, 1, &constant_label_holes},
    // 8 to 9
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up), 1, 1,
        &constant_label_holes},
    // 10 to 11
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads), 1, 1,
        &constant_label_holes},
    // 12 to 27
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors), 1, 1, &constant_label_holes},
    // 28 to 29
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age), 1, 1, &constant_label_holes},
};
constexpr px::LongestTexts default_longest[] = {{10, 66}, {25, 66}, {20, 66}, {20, 66}, {12, 66}, {11, 66}, {24, 66},
    {20, 66}, {20, 66}, {160, 66}, {20, 66}};
static_assert(px::largest_page(default_families, default_longest) == 6203, "the receipt is wrong");
static_assert(std::size(default_families) == 11, "the receipt is wrong");
static_assert(px::series_of(default_families) == 30, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 4498, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::system_heartbeat), decltype(Metrics::sensor_humidity),
      decltype(Metrics::sensor_moisture), decltype(Metrics::sensor_temperature),
      decltype(Metrics::sensor_last_success_age), decltype(Metrics::sensor_reads),
      decltype(Metrics::sensor_read_errors)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace stemma
