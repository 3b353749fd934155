// Metrics of ethernet_station for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "ethernet_station.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace ethernet_station {
namespace {

template <px::Refusal first>
std::size_t read_refusals(const void* metrics, px::Line line, px::Snapshot, px::NumberText& text) {
  [[maybe_unused]] const auto& cells = *static_cast<const Metrics*>(metrics);
  [[maybe_unused]] const auto why = static_cast<px::Refusal>(static_cast<unsigned>(first) + line.index);
  return px::format(text, std::uint32_t{0});
}

constexpr char ethernet_up_text[] = R"(# HELP prom_express_ethernet_up Whether the Ethernet chip answers and is set up
# TYPE prom_express_ethernet_up gauge
prom_express_ethernet_up @
)";
constexpr auto ethernet_up_stops = px::stops<1>(ethernet_up_text);
constexpr px::Block ethernet_up_blocks[] = {{ethernet_up_text, ethernet_up_stops}};

constexpr char ethernet_link_up_text[] =
    R"(# HELP prom_express_ethernet_link_up Whether there is a network at the other end of the cable
# TYPE prom_express_ethernet_link_up gauge
prom_express_ethernet_link_up @
)";
constexpr auto ethernet_link_up_stops = px::stops<1>(ethernet_link_up_text);
constexpr px::Block ethernet_link_up_blocks[] = {{ethernet_link_up_text, ethernet_link_up_stops}};

constexpr char ethernet_listening_sockets_text[] =
    R"(# HELP prom_express_ethernet_listening_sockets Sockets that wait for a client
# TYPE prom_express_ethernet_listening_sockets gauge
prom_express_ethernet_listening_sockets @
)";
constexpr auto ethernet_listening_sockets_stops = px::stops<1>(ethernet_listening_sockets_text);
constexpr px::Block ethernet_listening_sockets_blocks[] = {
    {ethernet_listening_sockets_text, ethernet_listening_sockets_stops}};

constexpr char ethernet_connected_sockets_text[] =
    R"(# HELP prom_express_ethernet_connected_sockets Sockets with a connection that is open on both sides
# TYPE prom_express_ethernet_connected_sockets gauge
prom_express_ethernet_connected_sockets @
)";
constexpr auto ethernet_connected_sockets_stops = px::stops<1>(ethernet_connected_sockets_text);
constexpr px::Block ethernet_connected_sockets_blocks[] = {
    {ethernet_connected_sockets_text, ethernet_connected_sockets_stops}};

constexpr char ethernet_resets_text[] =
    R"(# HELP prom_express_ethernet_resets_total Resets of the Ethernet chip with the first one
# TYPE prom_express_ethernet_resets_total counter
prom_express_ethernet_resets_total @
)";
constexpr auto ethernet_resets_stops = px::stops<1>(ethernet_resets_text);
constexpr px::Block ethernet_resets_blocks[] = {{ethernet_resets_text, ethernet_resets_stops}};

constexpr char ethernet_silences_text[] =
    R"(# HELP prom_express_ethernet_silences_total Resets because the chip did not answer or had forgotten its settings
# TYPE prom_express_ethernet_silences_total counter
prom_express_ethernet_silences_total @
)";
constexpr auto ethernet_silences_stops = px::stops<1>(ethernet_silences_text);
constexpr px::Block ethernet_silences_blocks[] = {{ethernet_silences_text, ethernet_silences_stops}};

constexpr char ethernet_stuck_commands_text[] =
    R"(# HELP prom_express_ethernet_stuck_commands_total Commands that the chip did not take in time
# TYPE prom_express_ethernet_stuck_commands_total counter
prom_express_ethernet_stuck_commands_total @
)";
constexpr auto ethernet_stuck_commands_stops = px::stops<1>(ethernet_stuck_commands_text);
constexpr px::Block ethernet_stuck_commands_blocks[] = {{ethernet_stuck_commands_text, ethernet_stuck_commands_stops}};

constexpr char ethernet_doubtful_reads_text[] =
    R"(# HELP prom_express_ethernet_doubtful_reads_total Answers of the chip that could not be and were dropped
# TYPE prom_express_ethernet_doubtful_reads_total counter
prom_express_ethernet_doubtful_reads_total @
)";
constexpr auto ethernet_doubtful_reads_stops = px::stops<1>(ethernet_doubtful_reads_text);
constexpr px::Block ethernet_doubtful_reads_blocks[] = {{ethernet_doubtful_reads_text, ethernet_doubtful_reads_stops}};

constexpr char ethernet_bus_failures_text[] =
    R"(# HELP prom_express_ethernet_bus_failures_total Transfers to the chip that failed
# TYPE prom_express_ethernet_bus_failures_total counter
prom_express_ethernet_bus_failures_total @
)";
constexpr auto ethernet_bus_failures_stops = px::stops<1>(ethernet_bus_failures_text);
constexpr px::Block ethernet_bus_failures_blocks[] = {{ethernet_bus_failures_text, ethernet_bus_failures_stops}};

constexpr char ethernet_link_losses_text[] = R"(# HELP prom_express_ethernet_link_losses_total Losses of the cable
# TYPE prom_express_ethernet_link_losses_total counter
prom_express_ethernet_link_losses_total @
)";
constexpr auto ethernet_link_losses_stops = px::stops<1>(ethernet_link_losses_text);
constexpr px::Block ethernet_link_losses_blocks[] = {{ethernet_link_losses_text, ethernet_link_losses_stops}};

constexpr char ethernet_address_conflicts_text[] =
    R"(# HELP prom_express_ethernet_address_conflicts_total Times that another host was heard to use the address
# TYPE prom_express_ethernet_address_conflicts_total counter
prom_express_ethernet_address_conflicts_total @
)";
constexpr auto ethernet_address_conflicts_stops = px::stops<1>(ethernet_address_conflicts_text);
constexpr px::Block ethernet_address_conflicts_blocks[] = {
    {ethernet_address_conflicts_text, ethernet_address_conflicts_stops}};

constexpr char ethernet_clients_text[] = R"(# HELP prom_express_ethernet_clients_total Clients that connected
# TYPE prom_express_ethernet_clients_total counter
prom_express_ethernet_clients_total @
)";
constexpr auto ethernet_clients_stops = px::stops<1>(ethernet_clients_text);
constexpr px::Block ethernet_clients_blocks[] = {{ethernet_clients_text, ethernet_clients_stops}};

constexpr char ethernet_exhaustions_text[] =
    R"(# HELP prom_express_ethernet_exhaustions_total Times that the last listening socket was taken so that further )"
    R"(clients are refused
# TYPE prom_express_ethernet_exhaustions_total counter
prom_express_ethernet_exhaustions_total @
)";
constexpr auto ethernet_exhaustions_stops = px::stops<1>(ethernet_exhaustions_text);
constexpr px::Block ethernet_exhaustions_blocks[] = {{ethernet_exhaustions_text, ethernet_exhaustions_stops}};

constexpr char ethernet_lost_connections_text[] =
    R"(# HELP prom_express_ethernet_lost_connections_total Connections that were reset or timed out
# TYPE prom_express_ethernet_lost_connections_total counter
prom_express_ethernet_lost_connections_total @
)";
constexpr auto ethernet_lost_connections_stops = px::stops<1>(ethernet_lost_connections_text);
constexpr px::Block ethernet_lost_connections_blocks[] = {
    {ethernet_lost_connections_text, ethernet_lost_connections_stops}};

constexpr char ethernet_given_up_connections_text[] =
    R"(# HELP prom_express_ethernet_given_up_connections_total Connections that were closed because their peer did )"
    R"(not end
# TYPE prom_express_ethernet_given_up_connections_total counter
prom_express_ethernet_given_up_connections_total @
)";
constexpr auto ethernet_given_up_connections_stops = px::stops<1>(ethernet_given_up_connections_text);
constexpr px::Block ethernet_given_up_connections_blocks[] = {
    {ethernet_given_up_connections_text, ethernet_given_up_connections_stops}};

constexpr char temperature_text[] = R"(# HELP prom_express_temperature_celsius Air temperature
# TYPE prom_express_temperature_celsius gauge
prom_express_temperature_celsius{sensor="bme280"} @
prom_express_temperature_celsius{sensor="si7021"} @
)";
constexpr auto temperature_stops = px::stops<2>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char humidity_text[] = R"(# HELP prom_express_humidity_ratio Relative humidity of the air
# TYPE prom_express_humidity_ratio gauge
prom_express_humidity_ratio{sensor="bme280"} @
prom_express_humidity_ratio{sensor="si7021"} @
)";
constexpr auto humidity_stops = px::stops<2>(humidity_text);
constexpr px::Block humidity_blocks[] = {{humidity_text, humidity_stops}};

constexpr char pressure_text[] = R"(# HELP prom_express_pressure_pascals Barometric pressure
# TYPE prom_express_pressure_pascals gauge
prom_express_pressure_pascals{sensor="bme280"} @
)";
constexpr auto pressure_stops = px::stops<1>(pressure_text);
constexpr px::Block pressure_blocks[] = {{pressure_text, pressure_stops}};

constexpr char uptime_text[] = R"(# HELP prom_express_uptime_seconds Time since the board started
# TYPE prom_express_uptime_seconds gauge
prom_express_uptime_seconds @
)";
constexpr auto uptime_stops = px::stops<1>(uptime_text);
constexpr px::Block uptime_blocks[] = {{uptime_text, uptime_stops}};

constexpr char sensor_up_text[] = R"(# HELP prom_express_sensor_up Whether the sensor's last sample gave a value
# TYPE prom_express_sensor_up gauge
prom_express_sensor_up{sensor="bme280"} @
prom_express_sensor_up{sensor="si7021"} @
)";
constexpr auto sensor_up_stops = px::stops<2>(sensor_up_text);
constexpr px::Block sensor_up_blocks[] = {{sensor_up_text, sensor_up_stops}};

constexpr char sensor_reads_text[] = R"(# HELP prom_express_sensor_reads_total Samples taken of the sensor, good and bad
# TYPE prom_express_sensor_reads_total counter
prom_express_sensor_reads_total{sensor="bme280"} @
prom_express_sensor_reads_total{sensor="si7021"} @
)";
constexpr auto sensor_reads_stops = px::stops<2>(sensor_reads_text);
constexpr px::Block sensor_reads_blocks[] = {{sensor_reads_text, sensor_reads_stops}};

constexpr char sensor_read_errors_text[] =
    R"(# HELP prom_express_sensor_read_errors_total Samples of the sensor in which something went wrong
# TYPE prom_express_sensor_read_errors_total counter
prom_express_sensor_read_errors_total{sensor="bme280",reason="nack"} @
prom_express_sensor_read_errors_total{sensor="bme280",reason="wrong_id"} @
prom_express_sensor_read_errors_total{sensor="bme280",reason="crc"} @
prom_express_sensor_read_errors_total{sensor="bme280",reason="timeout"} @
prom_express_sensor_read_errors_total{sensor="bme280",reason="no_data"} @
prom_express_sensor_read_errors_total{sensor="bme280",reason="fault"} @
prom_express_sensor_read_errors_total{sensor="bme280",reason="out_of_range"} @
prom_express_sensor_read_errors_total{sensor="bme280",reason="bus"} @
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
prom_express_sensor_last_success_age_seconds{sensor="bme280"} @
prom_express_sensor_last_success_age_seconds{sensor="si7021"} @
)";
constexpr auto sensor_last_success_age_stops = px::stops<2>(sensor_last_success_age_text);
constexpr px::Block sensor_last_success_age_blocks[] = {{sensor_last_success_age_text, sensor_last_success_age_stops}};

constexpr char prometheus_express_refused_updates_total_text[] =
    R"(# HELP prometheus_express_refused_updates_total Updates that were refused: negative or NaN for counters, out )"
    R"(of range, of series that are gone, with bad label values
# TYPE prometheus_express_refused_updates_total counter
prometheus_express_refused_updates_total{reason="not_increasing"} @
prometheus_express_refused_updates_total{reason="out_of_range"} @
prometheus_express_refused_updates_total{reason="stale_handle"} @
prometheus_express_refused_updates_total{reason="label_too_long"} @
prometheus_express_refused_updates_total{reason="label_not_utf8"} @
)";
constexpr auto prometheus_express_refused_updates_total_stops = px::stops<5>(
    prometheus_express_refused_updates_total_text);
constexpr px::Block prometheus_express_refused_updates_total_blocks[] = {
    {prometheus_express_refused_updates_total_text, prometheus_express_refused_updates_total_stops}};

constexpr char prometheus_express_dropped_series_total_text[] =
    R"(# HELP prometheus_express_dropped_series_total New series for which an open family had no room
# TYPE prometheus_express_dropped_series_total counter
prometheus_express_dropped_series_total @
)";
constexpr auto prometheus_express_dropped_series_total_stops = px::stops<1>(
    prometheus_express_dropped_series_total_text);
constexpr px::Block prometheus_express_dropped_series_total_blocks[] = {
    {prometheus_express_dropped_series_total_text, prometheus_express_dropped_series_total_stops}};

constexpr char prometheus_express_http_requests_total_text[] =
    R"(# HELP prometheus_express_http_requests_total Requests by the status of their answer
# TYPE prometheus_express_http_requests_total counter
prometheus_express_http_requests_total{code="200"} @
prometheus_express_http_requests_total{code="204"} @
prometheus_express_http_requests_total{code="400"} @
prometheus_express_http_requests_total{code="404"} @
prometheus_express_http_requests_total{code="405"} @
prometheus_express_http_requests_total{code="408"} @
prometheus_express_http_requests_total{code="413"} @
prometheus_express_http_requests_total{code="414"} @
prometheus_express_http_requests_total{code="417"} @
prometheus_express_http_requests_total{code="431"} @
prometheus_express_http_requests_total{code="500"} @
prometheus_express_http_requests_total{code="501"} @
prometheus_express_http_requests_total{code="505"} @
prometheus_express_http_requests_total{code="other"} @
)";
constexpr auto prometheus_express_http_requests_total_stops = px::stops<14>(
    prometheus_express_http_requests_total_text);
constexpr px::Block prometheus_express_http_requests_total_blocks[] = {
    {prometheus_express_http_requests_total_text, prometheus_express_http_requests_total_stops}};

constexpr px::PageFamily default_families[] = {
    {ethernet_up_blocks, nullptr, 0},  // 0
    {ethernet_link_up_blocks, nullptr, 1},  // 1
    {ethernet_listening_sockets_blocks, nullptr, 2},  // 2
    {ethernet_connected_sockets_blocks, nullptr, 3},  // 3
    {ethernet_resets_blocks, nullptr, 4},  // 4
    {ethernet_silences_blocks, nullptr, 5},  // 5
    {ethernet_stuck_commands_blocks, nullptr, 6},  // 6
    {ethernet_doubtful_reads_blocks, nullptr, 7},  // 7
    {ethernet_bus_failures_blocks, nullptr, 8},  // 8
    {ethernet_link_losses_blocks, nullptr, 9},  // 9
    {ethernet_address_conflicts_blocks, nullptr, 10},  // 10
    {ethernet_clients_blocks, nullptr, 11},  // 11
    {ethernet_exhaustions_blocks, nullptr, 12},  // 12
    {ethernet_lost_connections_blocks, nullptr, 13},  // 13
    {ethernet_given_up_connections_blocks, nullptr, 14},  // 14
    {temperature_blocks, px::read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},  // 15 to 16
    {humidity_blocks, px::read_closed<decltype(Metrics::humidity)>, offsetof(Metrics, humidity)},  // 17 to 18
    {pressure_blocks, px::read_closed<decltype(Metrics::pressure)>, offsetof(Metrics, pressure)},  // 19
    {uptime_blocks, nullptr, 15},  // 20
    {sensor_up_blocks, px::read_closed<decltype(Metrics::sensor_up)>, offsetof(Metrics, sensor_up)},  // 21 to 22
    // 23 to 24
    {sensor_reads_blocks, px::read_closed<decltype(Metrics::sensor_reads)>, offsetof(Metrics, sensor_reads)},
    // 25 to 40
    {sensor_read_errors_blocks, px::read_closed<decltype(Metrics::sensor_read_errors)>,
        offsetof(Metrics, sensor_read_errors)},
    // 41 to 42
    {sensor_last_success_age_blocks, px::read_closed<decltype(Metrics::sensor_last_success_age)>,
        offsetof(Metrics, sensor_last_success_age)},
    {prometheus_express_refused_updates_total_blocks, read_refusals<px::Refusal::not_increasing>, 0, 5},  // 43 to 47
    {prometheus_express_dropped_series_total_blocks, read_refusals<px::Refusal::family_full>, 0},  // 48
    // 49 to 62
    {prometheus_express_http_requests_total_blocks,
        px::read_counts<decltype(Metrics::prometheus_express_http_requests_total)>,
        offsetof(Metrics, prometheus_express_http_requests_total), 14},
};
constexpr px::LongestTexts default_longest[] = {{10}, {10}, {10}, {10}, {10}, {10}, {10}, {10}, {10}, {10}, {10}, {10},
    {10}, {10}, {10}, {24}, {24}, {12}, {21}, {20}, {20}, {160}, {20}, {50}, {10}, {140}};
static_assert(px::largest_page(default_families, default_longest) == 7805, "the receipt is wrong");
static_assert(std::size(default_families) == 26, "the receipt is wrong");
static_assert(px::series_of(default_families) == 63, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 8365, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::temperature), decltype(Metrics::humidity), decltype(Metrics::pressure),
      decltype(Metrics::sensor_last_success_age), decltype(Metrics::sensor_reads),
      decltype(Metrics::sensor_read_errors), decltype(Metrics::prometheus_express_http_requests_total)>()
    == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace ethernet_station
