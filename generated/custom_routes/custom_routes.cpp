// Metrics of custom_routes for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "custom_routes.hpp"

#include <prometheus_express/exposition/read_value.hpp>

namespace custom_routes {
namespace {

constexpr char config_updates_text[] = R"(# HELP config_updates_total Configurations that were accepted or refused
# TYPE config_updates_total counter
config_updates_total{result="accepted"} @
config_updates_total{result="refused"} @
)";
constexpr auto config_updates_stops = px::stops<2>(config_updates_text);
constexpr px::Block config_updates_blocks[] = {{config_updates_text, config_updates_stops}};

constexpr char firmware_updates_text[] = R"(# HELP firmware_updates_total Firmware that was received whole, or not
# TYPE firmware_updates_total counter
firmware_updates_total{result="accepted"} @
firmware_updates_total{result="refused"} @
)";
constexpr auto firmware_updates_stops = px::stops<2>(firmware_updates_text);
constexpr px::Block firmware_updates_blocks[] = {{firmware_updates_text, firmware_updates_stops}};

constexpr char interval_text[] = R"(# HELP interval_seconds Configured time between two measurements
# TYPE interval_seconds gauge
interval_seconds @
)";
constexpr auto interval_stops = px::stops<1>(interval_text);
constexpr px::Block interval_blocks[] = {{interval_text, interval_stops}};

constexpr char prometheus_express_http_requests_total_text[] =
    R"(# HELP prometheus_express_http_requests_total Requests by the status of their answer
# TYPE prometheus_express_http_requests_total counter
prometheus_express_http_requests_total{code="200"} @
prometheus_express_http_requests_total{code="204"} @
prometheus_express_http_requests_total{code="400"} @
prometheus_express_http_requests_total{code="401"} @
prometheus_express_http_requests_total{code="403"} @
prometheus_express_http_requests_total{code="404"} @
prometheus_express_http_requests_total{code="405"} @
prometheus_express_http_requests_total{code="408"} @
prometheus_express_http_requests_total{code="411"} @
prometheus_express_http_requests_total{code="413"} @
prometheus_express_http_requests_total{code="414"} @
prometheus_express_http_requests_total{code="417"} @
prometheus_express_http_requests_total{code="431"} @
prometheus_express_http_requests_total{code="500"} @
prometheus_express_http_requests_total{code="501"} @
prometheus_express_http_requests_total{code="503"} @
prometheus_express_http_requests_total{code="505"} @
prometheus_express_http_requests_total{code="other"} @
)";
constexpr auto prometheus_express_http_requests_total_stops = px::stops<18>(
    prometheus_express_http_requests_total_text);
constexpr px::Block prometheus_express_http_requests_total_blocks[] = {
    {prometheus_express_http_requests_total_text, prometheus_express_http_requests_total_stops}};

constexpr px::PageFamily default_families[] = {
    // 0 to 1
    {config_updates_blocks, px::read_closed<decltype(Metrics::config_updates)>, offsetof(Metrics, config_updates)},
    // 2 to 3
    {firmware_updates_blocks, px::read_closed<decltype(Metrics::firmware_updates)>,
        offsetof(Metrics, firmware_updates)},
    {interval_blocks, nullptr, 0},  // 4
    // 5 to 22
    {prometheus_express_http_requests_total_blocks,
        px::read_counts<decltype(Metrics::prometheus_express_http_requests_total)>,
        offsetof(Metrics, prometheus_express_http_requests_total), 18},
};
constexpr px::LongestTexts default_longest[] = {{40}, {40}, {25}, {180}};
static_assert(px::largest_page(default_families, default_longest) == 1859, "the receipt is wrong");
static_assert(std::size(default_families) == 4, "the receipt is wrong");
static_assert(px::series_of(default_families) == 23, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 1807, "the receipt is wrong");
static_assert(
    px::largest_snapshot<decltype(Metrics::firmware_updates),
      decltype(Metrics::prometheus_express_http_requests_total)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::Page default_page{default_families};

}  // namespace custom_routes
