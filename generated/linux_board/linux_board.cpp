// Metrics of linux_board for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "linux_board.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace linux_board {
namespace {

constexpr char load_text[] = R"(# HELP board_load Load average over the last minutes (/proc/loadavg)
# TYPE board_load gauge
board_load{minutes="1"} @
board_load{minutes="5"} @
board_load{minutes="15"} @
)";
constexpr auto load_stops = px::stops<3>(load_text);
constexpr px::Block load_blocks[] = {{load_text, load_stops}};

constexpr char memory_text[] = R"(# HELP board_memory_bytes Memory of the system (/proc/meminfo)
# TYPE board_memory_bytes gauge
board_memory_bytes{state="total"} @
board_memory_bytes{state="available"} @
board_memory_bytes{state="free"} @
)";
constexpr auto memory_stops = px::stops<3>(memory_text);
constexpr px::Block memory_blocks[] = {{memory_text, memory_stops}};

constexpr char uptime_text[] = R"(# HELP board_uptime_seconds Time since the system started (/proc/uptime)
# TYPE board_uptime_seconds gauge
board_uptime_seconds @
)";
constexpr auto uptime_stops = px::stops<1>(uptime_text);
constexpr px::Block uptime_blocks[] = {{uptime_text, uptime_stops}};

constexpr char temperature_text[] =
    R"(# HELP board_temperature_celsius Temperature of the first thermal zone, where the board has one )"
    R"((/sys/class/thermal)
# TYPE board_temperature_celsius gauge
board_temperature_celsius @
)";
constexpr auto temperature_stops = px::stops<1>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char context_switches_text[] =
    R"(# HELP board_context_switches_total Context switches since the system started (/proc/stat)
# TYPE board_context_switches_total counter
board_context_switches_total @
)";
constexpr auto context_switches_stops = px::stops<1>(context_switches_text);
constexpr px::Block context_switches_blocks[] = {{context_switches_text, context_switches_stops}};

constexpr char network_text[] =
    R"(# HELP board_network_bytes_total Bytes over all interfaces but the loopback (/proc/net/dev)
# TYPE board_network_bytes_total counter
board_network_bytes_total{direction="received"} @
board_network_bytes_total{direction="sent"} @
)";
constexpr auto network_stops = px::stops<2>(network_text);
constexpr px::Block network_blocks[] = {{network_text, network_stops}};

constexpr char network_link_text[] =
    R"(# HELP board_network_link State of the first network interface but the loopback (/sys/class/net, operstate)
# TYPE board_network_link gauge
board_network_link{board_network_link="unknown"} @
board_network_link{board_network_link="notpresent"} @
board_network_link{board_network_link="down"} @
board_network_link{board_network_link="lowerlayerdown"} @
board_network_link{board_network_link="testing"} @
board_network_link{board_network_link="dormant"} @
board_network_link{board_network_link="up"} @
)";
constexpr auto network_link_stops = px::stops<7>(network_link_text);
constexpr px::Block network_link_blocks[] = {{network_link_text, network_link_stops}};

constexpr char scrape_duration_text[] =
    R"(# HELP board_scrape_duration_seconds Time that reading all of the above took at each scrape
# TYPE board_scrape_duration_seconds histogram
board_scrape_duration_seconds_bucket{le="0.0001"} @
board_scrape_duration_seconds_bucket{le="0.0004"} @
board_scrape_duration_seconds_bucket{le="0.0016"} @
board_scrape_duration_seconds_bucket{le="0.0064"} @
board_scrape_duration_seconds_bucket{le="0.0256"} @
board_scrape_duration_seconds_bucket{le="0.1024"} @
board_scrape_duration_seconds_bucket{le="+Inf"} @
board_scrape_duration_seconds_count @
board_scrape_duration_seconds_sum @
)";
constexpr auto scrape_duration_stops = px::stops<9>(scrape_duration_text);
constexpr px::Block scrape_duration_blocks[] = {{scrape_duration_text, scrape_duration_stops}};

constexpr px::PageFamily default_families[] = {
    {load_blocks, nullptr, 0},  // 0 to 2
    {memory_blocks, nullptr, 1},  // 3 to 5
    {uptime_blocks, nullptr, 2},  // 6
    {temperature_blocks, nullptr, 3},  // 7
    {context_switches_blocks, nullptr, 4},  // 8
    {network_blocks, nullptr, 5},  // 9 to 10
    // 11 to 17
    {network_link_blocks, px::read_closed<decltype(Metrics::network_link)>, offsetof(Metrics, network_link), 7},
    // 18 to 26
    {scrape_duration_blocks, px::read_closed<decltype(Metrics::scrape_duration)>, offsetof(Metrics, scrape_duration),
        9},
};
constexpr px::LongestTexts default_longest[] = {{75}, {60}, {21}, {12}, {20}, {40}, {7}, {105}};
static_assert(px::largest_page(default_families, default_longest) == 2474, "the receipt is wrong");
static_assert(std::size(default_families) == 8, "the receipt is wrong");
static_assert(px::series_of(default_families) == 27, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 2535, "the receipt is wrong");
static_assert(px::largest_snapshot<decltype(Metrics::network_link), decltype(Metrics::scrape_duration)>()
    == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::PageWithSnapshot default_page{{default_families}};

}  // namespace linux_board
