// Metrics of peers for Prometheus, generated from metrics.yaml. Do not edit: change that file and run
//   prometheus-express generate metrics.yaml --output FOLDER
#include "peers.hpp"

#include <prometheus_express/exposition/read_open.hpp>
#include <prometheus_express/exposition/renderer.hpp>

namespace peers {
namespace {

template <px::Refusal first>
std::size_t read_refusals(const void* metrics, px::Line line, px::Snapshot, px::NumberText& text) {
  [[maybe_unused]] const auto& cells = *static_cast<const Metrics*>(metrics);
  [[maybe_unused]] const auto why = static_cast<px::Refusal>(static_cast<unsigned>(first) + line.index);
  return px::format(text, cells.peer.refused(why));
}

constexpr px::TextHoles peer_holes{
    1,
    [](const px::Source&, px::Snapshot snapshot, std::size_t hole) -> std::string_view {
      return px::open_text<decltype(Metrics::peer)>(snapshot, hole);
    },
    px::take_label};

constexpr char peer_text[] = R"(# HELP peer_bytes_total Bytes exchanged with each client of this page
# TYPE peer_bytes_total counter
peer_bytes_total{peer=@,direction="received"} @
peer_bytes_total{peer=@,direction="sent"} @
)";
constexpr auto peer_stops = px::stops<2, 1>(peer_text);
constexpr px::Block peer_blocks[] = {{peer_text, peer_stops}};

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

constexpr px::PageFamily default_families[] = {
    {peer_blocks, px::read_open<decltype(Metrics::peer)>, offsetof(Metrics, peer), 2, 8, &peer_holes},  // 0 to 15
    {prometheus_express_refused_updates_total_blocks, read_refusals<px::Refusal::not_increasing>, 0, 5},  // 16 to 20
    {prometheus_express_dropped_series_total_blocks, read_refusals<px::Refusal::family_full>, 0},  // 21
};
constexpr px::LongestTexts default_longest[] = {{40, 94}, {50}, {10}};
static_assert(px::largest_page(default_families, default_longest) == 3434, "the receipt is wrong");
static_assert(std::size(default_families) == 3, "the receipt is wrong");
static_assert(px::series_of(default_families) == 22, "the receipt is wrong");
static_assert(px::flash_of(default_families) == 1089, "the receipt is wrong");
static_assert(px::largest_snapshot<decltype(Metrics::peer)>() == snapshot_bytes, "the receipt is wrong");

}  // namespace

const px::PageWithSnapshot default_page{{default_families}};

}  // namespace peers
