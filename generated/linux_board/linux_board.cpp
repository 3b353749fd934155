// Metrics of linux_board for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "linux_board.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace linux_board {
namespace {

constexpr char load_text[] = R"(# HELP load Load average over the last minutes (/proc/loadavg)
# TYPE load gauge
load{minutes="1"} @
load{minutes="5"} @
load{minutes="15"} @
)";
constexpr auto load_stops = px::stops<3>(load_text);
constexpr px::Block load_blocks[] = {{load_text, load_stops}};

constexpr char memory_text[] = R"(# HELP memory_bytes Memory of the system (/proc/meminfo)
# TYPE memory_bytes gauge
memory_bytes{state="total"} @
memory_bytes{state="available"} @
memory_bytes{state="free"} @
)";
constexpr auto memory_stops = px::stops<3>(memory_text);
constexpr px::Block memory_blocks[] = {{memory_text, memory_stops}};

constexpr char uptime_text[] = R"(# HELP uptime_seconds Time since the system started (/proc/uptime)
# TYPE uptime_seconds gauge
uptime_seconds @
)";
constexpr auto uptime_stops = px::stops<1>(uptime_text);
constexpr px::Block uptime_blocks[] = {{uptime_text, uptime_stops}};

constexpr char temperature_text[] = R"(# HELP temperature_celsius Temperature of the first thermal zone, where the board has one (/sys/class/thermal)
# TYPE temperature_celsius gauge
temperature_celsius @
)";
constexpr auto temperature_stops = px::stops<1>(temperature_text);
constexpr px::Block temperature_blocks[] = {{temperature_text, temperature_stops}};

constexpr char context_switches_text[] = R"(# HELP context_switches_total Context switches since the system started (/proc/stat)
# TYPE context_switches_total counter
context_switches_total @
)";
constexpr auto context_switches_stops = px::stops<1>(context_switches_text);
constexpr px::Block context_switches_blocks[] = {{context_switches_text, context_switches_stops}};

constexpr char network_text[] = R"(# HELP network_bytes_total Bytes over all interfaces but the loopback (/proc/net/dev)
# TYPE network_bytes_total counter
network_bytes_total{direction="received"} @
network_bytes_total{direction="sent"} @
)";
constexpr auto network_stops = px::stops<2>(network_text);
constexpr px::Block network_blocks[] = {{network_text, network_stops}};

constexpr px::PageFamily default_families[] = {
    {load_blocks, nullptr, 0},  // 0 to 2
    {memory_blocks, nullptr, 1},  // 3 to 5
    {uptime_blocks, nullptr, 2},  // 6
    {temperature_blocks, nullptr, 3},  // 7
    {context_switches_blocks, nullptr, 4},  // 8
    {network_blocks, nullptr, 5},  // 9 to 10
};
static_assert(px::largest_text(default_families[0], 75) +
              px::largest_text(default_families[1], 60) +
              px::largest_text(default_families[2], 21) +
              px::largest_text(default_families[3], 12) +
              px::largest_text(default_families[4], 20) +
              px::largest_text(default_families[5], 40) == 1166, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace linux_board
