// Metrics of minimal for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "minimal.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace minimal {
namespace {

constexpr char uptime_text[] = R"(# HELP uptime_seconds_total Time since the program started
# TYPE uptime_seconds_total counter
uptime_seconds_total @
)";
constexpr auto uptime_stops = px::stops<1>(uptime_text);
constexpr px::Block uptime_blocks[] = {{uptime_text, uptime_stops}};

constexpr px::PageFamily default_families[] = {
    {uptime_blocks, px::read_closed<decltype(Metrics::uptime)>, offsetof(Metrics, uptime)},  // 0
};
constexpr px::LongestTexts default_longest[] = {{20}};
static_assert(px::largest_page(default_families, default_longest) == 137, "the receipt is wrong");
static_assert(std::size(default_families) == 1, "the receipt is wrong");
static_assert(px::series_of(default_families) == 1, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 167, "the receipt is wrong");
static_assert(px::largest_snapshot<decltype(Metrics::uptime)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace minimal
