// Metrics of random_value for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "random_value.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace random_value {
namespace {

constexpr char random_value_text[] =
    R"(# HELP prom_express_random_value A random number from 0 to 5000, another one each second
# TYPE prom_express_random_value gauge
prom_express_random_value @
)";
constexpr auto random_value_stops = px::stops<1>(random_value_text);
constexpr px::Block random_value_blocks[] = {{random_value_text, random_value_stops}};

constexpr char random_steps_text[] =
    R"(# HELP prom_express_random_steps_total Sum of random numbers from 0 to 50, one each second
# TYPE prom_express_random_steps_total counter
prom_express_random_steps_total @
)";
constexpr auto random_steps_stops = px::stops<1>(random_steps_text);
constexpr px::Block random_steps_blocks[] = {{random_steps_text, random_steps_stops}};

constexpr px::PageFamily default_families[] = {
    {random_value_blocks, px::read_closed<decltype(Metrics::random_value)>, offsetof(Metrics, random_value)},  // 0
    {random_steps_blocks, px::read_closed<decltype(Metrics::random_steps)>, offsetof(Metrics, random_steps)},  // 1
};
constexpr px::LongestTexts default_longest[] = {{10}, {10}};
static_assert(px::largest_page(default_families, default_longest) == 346, "the receipt is wrong");
static_assert(std::size(default_families) == 2, "the receipt is wrong");
static_assert(px::series_of(default_families) == 2, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 418, "the receipt is wrong");
static_assert(px::largest_snapshot<decltype(Metrics::random_value), decltype(Metrics::random_steps)>()
    == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace random_value
