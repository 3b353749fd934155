// Metrics of mps2 for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "mps2.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace mps2 {
namespace {

constexpr char temperature_text[] = R"(# HELP board_temperature_celsius Temperature of each sensor
# TYPE board_temperature_celsius gauge
board_temperature_celsius{sensor="tmp105"} @
board_temperature_celsius{sensor="emc1413",channel="internal"} @
board_temperature_celsius{sensor="emc1413",channel="external1"} @
board_temperature_celsius{sensor="emc1413",channel="external2"} @
board_temperature_celsius{sensor="tmp421",channel="local"} @
board_temperature_celsius{sensor="tmp421",channel="remote1"} @
board_temperature_celsius{sensor="dps310"} @
)";
constexpr auto temperature_stops = px::stops<7>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char pressure_text[] = R"(# HELP board_pressure_pascals Pressure of the air
# TYPE board_pressure_pascals gauge
board_pressure_pascals @
)";
constexpr auto pressure_stops = px::stops<1>(pressure_text);
constexpr px::Block pressure_blocks[] = {{pressure_text, pressure_stops}};

constexpr char magnetic_flux_density_text[] =
    R"(# HELP board_magnetic_flux_density_teslas Magnetic field along each axis
# TYPE board_magnetic_flux_density_teslas gauge
board_magnetic_flux_density_teslas{sensor="lsm303dlhc",axis="x"} @
board_magnetic_flux_density_teslas{sensor="lsm303dlhc",axis="y"} @
board_magnetic_flux_density_teslas{sensor="lsm303dlhc",axis="z"} @
)";
constexpr auto magnetic_flux_density_stops = px::stops<3>(magnetic_flux_density_text);
constexpr px::Block magnetic_flux_density_blocks[] = {{magnetic_flux_density_text, magnetic_flux_density_stops}};

constexpr char voltage_text[] = R"(# HELP board_voltage_volts Voltage at each analog input
# TYPE board_voltage_volts gauge
board_voltage_volts{sensor="max1111",channel="0"} @
board_voltage_volts{sensor="max1111",channel="1"} @
board_voltage_volts{sensor="max1111",channel="2"} @
board_voltage_volts{sensor="max1111",channel="3"} @
)";
constexpr auto voltage_stops = px::stops<4>(voltage_text);
constexpr px::Block voltage_blocks[] = {{voltage_text, voltage_stops}};

constexpr char uptime_text[] = R"(# HELP board_uptime_seconds Time since the board started
# TYPE board_uptime_seconds gauge
board_uptime_seconds @
)";
constexpr auto uptime_stops = px::stops<1>(uptime_text);
constexpr px::Block uptime_blocks[] = {{uptime_text, uptime_stops}};

constexpr char link_losses_text[] = R"(# HELP board_link_losses_total Times that the network cable was unplugged
# TYPE board_link_losses_total counter
board_link_losses_total @
)";
constexpr auto link_losses_stops = px::stops<1>(link_losses_text);
constexpr px::Block link_losses_blocks[] = {{link_losses_text, link_losses_stops}};

constexpr char lwip_heap_text[] = R"(# HELP board_lwip_heap_bytes Heap of lwIP, which holds what is being sent
# TYPE board_lwip_heap_bytes gauge
board_lwip_heap_bytes{amount="used"} @
board_lwip_heap_bytes{amount="peak"} @
board_lwip_heap_bytes{amount="size"} @
)";
constexpr auto lwip_heap_stops = px::stops<3>(lwip_heap_text);
constexpr px::Block lwip_heap_blocks[] = {{lwip_heap_text, lwip_heap_stops}};

constexpr char lwip_pool_text[] = R"(# HELP board_lwip_pool Elements in use of each of lwIP's pools
# TYPE board_lwip_pool gauge
board_lwip_pool{pool="tcp_pcb"} @
board_lwip_pool{pool="tcp_pcb_listen"} @
board_lwip_pool{pool="tcp_segment"} @
board_lwip_pool{pool="packet"} @
)";
constexpr auto lwip_pool_stops = px::stops<4>(lwip_pool_text);
constexpr px::Block lwip_pool_blocks[] = {{lwip_pool_text, lwip_pool_stops}};

constexpr char lwip_refused_allocations_text[] =
    R"(# HELP board_lwip_refused_allocations_total Times that lwIP found its heap or a pool exhausted
# TYPE board_lwip_refused_allocations_total counter
board_lwip_refused_allocations_total{memory="heap"} @
board_lwip_refused_allocations_total{memory="tcp_pcb"} @
board_lwip_refused_allocations_total{memory="tcp_segment"} @
board_lwip_refused_allocations_total{memory="packet"} @
)";
constexpr auto lwip_refused_allocations_stops = px::stops<4>(lwip_refused_allocations_text);
constexpr px::Block lwip_refused_allocations_blocks[] = {
    {lwip_refused_allocations_text, lwip_refused_allocations_stops}};

constexpr char lwip_frames_text[] = R"(# HELP board_lwip_frames_total Ethernet frames of each fate
# TYPE board_lwip_frames_total counter
board_lwip_frames_total{fate="received"} @
board_lwip_frames_total{fate="sent"} @
board_lwip_frames_total{fate="dropped"} @
)";
constexpr auto lwip_frames_stops = px::stops<3>(lwip_frames_text);
constexpr px::Block lwip_frames_blocks[] = {{lwip_frames_text, lwip_frames_stops}};

constexpr char lwip_tcp_segments_text[] = R"(# HELP board_lwip_tcp_segments_total TCP segments of each fate
# TYPE board_lwip_tcp_segments_total counter
board_lwip_tcp_segments_total{fate="received"} @
board_lwip_tcp_segments_total{fate="sent"} @
board_lwip_tcp_segments_total{fate="dropped"} @
)";
constexpr auto lwip_tcp_segments_stops = px::stops<3>(lwip_tcp_segments_text);
constexpr px::Block lwip_tcp_segments_blocks[] = {{lwip_tcp_segments_text, lwip_tcp_segments_stops}};

constexpr char sensor_up_text[] = R"(# HELP board_sensor_up Whether the sensor's last sample gave a value
# TYPE board_sensor_up gauge
board_sensor_up{sensor="tmp105"} @
board_sensor_up{sensor="emc1413"} @
board_sensor_up{sensor="tmp421"} @
board_sensor_up{sensor="dps310"} @
board_sensor_up{sensor="lsm303dlhc"} @
board_sensor_up{sensor="max1111"} @
)";
constexpr auto sensor_up_stops = px::stops<6>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] = R"(# HELP board_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE board_sensor_reads_total counter
board_sensor_reads_total{sensor="tmp105"} @
board_sensor_reads_total{sensor="emc1413"} @
board_sensor_reads_total{sensor="tmp421"} @
board_sensor_reads_total{sensor="dps310"} @
board_sensor_reads_total{sensor="lsm303dlhc"} @
board_sensor_reads_total{sensor="max1111"} @
)";
constexpr auto sensor_reads_stops = px::stops<6>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP board_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE board_sensor_read_errors_total counter
board_sensor_read_errors_total{sensor="tmp105",reason="nack"} @
board_sensor_read_errors_total{sensor="tmp105",reason="wrong_id"} @
board_sensor_read_errors_total{sensor="tmp105",reason="crc"} @
board_sensor_read_errors_total{sensor="tmp105",reason="timeout"} @
board_sensor_read_errors_total{sensor="tmp105",reason="no_data"} @
board_sensor_read_errors_total{sensor="tmp105",reason="fault"} @
board_sensor_read_errors_total{sensor="tmp105",reason="out_of_range"} @
board_sensor_read_errors_total{sensor="tmp105",reason="bus"} @
board_sensor_read_errors_total{sensor="emc1413",reason="nack"} @
board_sensor_read_errors_total{sensor="emc1413",reason="wrong_id"} @
board_sensor_read_errors_total{sensor="emc1413",reason="crc"} @
board_sensor_read_errors_total{sensor="emc1413",reason="timeout"} @
board_sensor_read_errors_total{sensor="emc1413",reason="no_data"} @
board_sensor_read_errors_total{sensor="emc1413",reason="fault"} @
board_sensor_read_errors_total{sensor="emc1413",reason="out_of_range"} @
board_sensor_read_errors_total{sensor="emc1413",reason="bus"} @
board_sensor_read_errors_total{sensor="tmp421",reason="nack"} @
board_sensor_read_errors_total{sensor="tmp421",reason="wrong_id"} @
board_sensor_read_errors_total{sensor="tmp421",reason="crc"} @
board_sensor_read_errors_total{sensor="tmp421",reason="timeout"} @
board_sensor_read_errors_total{sensor="tmp421",reason="no_data"} @
board_sensor_read_errors_total{sensor="tmp421",reason="fault"} @
board_sensor_read_errors_total{sensor="tmp421",reason="out_of_range"} @
board_sensor_read_errors_total{sensor="tmp421",reason="bus"} @
board_sensor_read_errors_total{sensor="dps310",reason="nack"} @
board_sensor_read_errors_total{sensor="dps310",reason="wrong_id"} @
board_sensor_read_errors_total{sensor="dps310",reason="crc"} @
board_sensor_read_errors_total{sensor="dps310",reason="timeout"} @
board_sensor_read_errors_total{sensor="dps310",reason="no_data"} @
board_sensor_read_errors_total{sensor="dps310",reason="fault"} @
board_sensor_read_errors_total{sensor="dps310",reason="out_of_range"} @
board_sensor_read_errors_total{sensor="dps310",reason="bus"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="nack"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="wrong_id"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="crc"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="timeout"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="no_data"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="fault"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="out_of_range"} @
board_sensor_read_errors_total{sensor="lsm303dlhc",reason="bus"} @
board_sensor_read_errors_total{sensor="max1111",reason="nack"} @
board_sensor_read_errors_total{sensor="max1111",reason="wrong_id"} @
board_sensor_read_errors_total{sensor="max1111",reason="crc"} @
board_sensor_read_errors_total{sensor="max1111",reason="timeout"} @
board_sensor_read_errors_total{sensor="max1111",reason="no_data"} @
board_sensor_read_errors_total{sensor="max1111",reason="fault"} @
board_sensor_read_errors_total{sensor="max1111",reason="out_of_range"} @
board_sensor_read_errors_total{sensor="max1111",reason="bus"} @
)";
constexpr auto sensor_read_errors_stops = px::stops<48>(sensor_read_errors_text);
constexpr px::Block sensor_read_errors_blocks[] = {{sensor_read_errors_text, sensor_read_errors_stops}};

constexpr char sensor_last_success_age_text[] =
    R"(# HELP board_sensor_last_success_age_seconds Time since the sensor's last good sample, before the first since )"
    R"(start
# TYPE board_sensor_last_success_age_seconds gauge
board_sensor_last_success_age_seconds{sensor="tmp105"} @
board_sensor_last_success_age_seconds{sensor="emc1413"} @
board_sensor_last_success_age_seconds{sensor="tmp421"} @
board_sensor_last_success_age_seconds{sensor="dps310"} @
board_sensor_last_success_age_seconds{sensor="lsm303dlhc"} @
board_sensor_last_success_age_seconds{sensor="max1111"} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<6>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr char lwip_page_lwip_heap_text[] = R"(# HELP board_lwip_heap_bytes Heap of lwIP, which holds what is being sent
# TYPE board_lwip_heap_bytes gauge
board_lwip_heap_bytes{amount="used"} @
board_lwip_heap_bytes{amount="peak"} @
board_lwip_heap_bytes{amount="size"} @
)";
constexpr auto lwip_page_lwip_heap_stops = px::stops<3>(lwip_page_lwip_heap_text);
constexpr px::Block lwip_page_lwip_heap_blocks[] = {{lwip_page_lwip_heap_text, lwip_page_lwip_heap_stops}};

constexpr char lwip_page_lwip_pool_text[] = R"(# HELP board_lwip_pool Elements in use of each of lwIP's pools
# TYPE board_lwip_pool gauge
board_lwip_pool{pool="tcp_pcb"} @
board_lwip_pool{pool="tcp_pcb_listen"} @
board_lwip_pool{pool="tcp_segment"} @
board_lwip_pool{pool="packet"} @
)";
constexpr auto lwip_page_lwip_pool_stops = px::stops<4>(lwip_page_lwip_pool_text);
constexpr px::Block lwip_page_lwip_pool_blocks[] = {{lwip_page_lwip_pool_text, lwip_page_lwip_pool_stops}};

constexpr char lwip_page_lwip_refused_allocations_text[] =
    R"(# HELP board_lwip_refused_allocations_total Times that lwIP found its heap or a pool exhausted
# TYPE board_lwip_refused_allocations_total counter
board_lwip_refused_allocations_total{memory="heap"} @
board_lwip_refused_allocations_total{memory="tcp_pcb"} @
board_lwip_refused_allocations_total{memory="tcp_segment"} @
board_lwip_refused_allocations_total{memory="packet"} @
)";
constexpr auto lwip_page_lwip_refused_allocations_stops = px::stops<4>(lwip_page_lwip_refused_allocations_text);
constexpr px::Block lwip_page_lwip_refused_allocations_blocks[] = {
    {lwip_page_lwip_refused_allocations_text, lwip_page_lwip_refused_allocations_stops}};

constexpr char lwip_page_lwip_frames_text[] = R"(# HELP board_lwip_frames_total Ethernet frames of each fate
# TYPE board_lwip_frames_total counter
board_lwip_frames_total{fate="received"} @
board_lwip_frames_total{fate="sent"} @
board_lwip_frames_total{fate="dropped"} @
)";
constexpr auto lwip_page_lwip_frames_stops = px::stops<3>(lwip_page_lwip_frames_text);
constexpr px::Block lwip_page_lwip_frames_blocks[] = {{lwip_page_lwip_frames_text, lwip_page_lwip_frames_stops}};

constexpr char lwip_page_lwip_tcp_segments_text[] = R"(# HELP board_lwip_tcp_segments_total TCP segments of each fate
# TYPE board_lwip_tcp_segments_total counter
board_lwip_tcp_segments_total{fate="received"} @
board_lwip_tcp_segments_total{fate="sent"} @
board_lwip_tcp_segments_total{fate="dropped"} @
)";
constexpr auto lwip_page_lwip_tcp_segments_stops = px::stops<3>(lwip_page_lwip_tcp_segments_text);
constexpr px::Block lwip_page_lwip_tcp_segments_blocks[] = {
    {lwip_page_lwip_tcp_segments_text, lwip_page_lwip_tcp_segments_stops}};

constexpr px::PageFamily default_families[] = {
    {temperature_blocks, px::read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},  // 0 to 6
    {pressure_blocks, px::read_closed<decltype(Metrics::pressure)>, offsetof(Metrics, pressure)},  // 7
    // 8 to 10
    {magnetic_flux_density_blocks, px::read_closed<decltype(Metrics::magnetic_flux_density)>,
        offsetof(Metrics, magnetic_flux_density)},
    {voltage_blocks, px::read_closed<decltype(Metrics::voltage)>, offsetof(Metrics, voltage)},  // 11 to 14
    {uptime_blocks, nullptr, 0},  // 15
    {link_losses_blocks, nullptr, 1},  // 16
    {lwip_heap_blocks, nullptr, 2},  // 17 to 19
    {lwip_pool_blocks, nullptr, 3},  // 20 to 23
    {lwip_refused_allocations_blocks, nullptr, 4},  // 24 to 27
    {lwip_frames_blocks, nullptr, 5},  // 28 to 30
    {lwip_tcp_segments_blocks, nullptr, 6},  // 31 to 33
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up)},  // 34 to 39
    // 40 to 45
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads)},
    // 46 to 93
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors)},
    // 94 to 99
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age)},
};
constexpr px::LongestTexts default_longest[] = {{84}, {12}, {36}, {48}, {21}, {10}, {30}, {40}, {40}, {30}, {30}, {60},
    {60}, {480}, {60}};
static_assert(px::largest_page(default_families, default_longest) == 8317, "the receipt is wrong");

constexpr px::PageFamily lwip_families[] = {
    {lwip_page_lwip_heap_blocks, nullptr, 2},  // 0 to 2
    {lwip_page_lwip_pool_blocks, nullptr, 3},  // 3 to 6
    {lwip_page_lwip_refused_allocations_blocks, nullptr, 4},  // 7 to 10
    {lwip_page_lwip_frames_blocks, nullptr, 5},  // 11 to 13
    {lwip_page_lwip_tcp_segments_blocks, nullptr, 6},  // 14 to 16
};
constexpr px::LongestTexts lwip_longest[] = {{30}, {40}, {40}, {30}, {30}};
static_assert(px::largest_page(lwip_families, lwip_longest) == 1465, "the receipt is wrong");
static_assert(std::size(default_families) == 15, "the receipt is wrong");
static_assert(px::series_of(default_families) == 100, "the receipt is wrong");
static_assert(px::flash_of(default_families) + px::flash_of(lwip_families) == 9718, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::temperature), decltype(Metrics::pressure),
      decltype(Metrics::magnetic_flux_density), decltype(Metrics::voltage), decltype(Metrics::sensor_last_success_age),
      decltype(Metrics::sensor_reads), decltype(Metrics::sensor_read_errors)>() == snapshot_bytes,
    "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};
const px::Page lwip_page{lwip_families};

}  // namespace mps2
