// Families whose label values are known at run time only, and types with several lines.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "prometheus_express/exposition/read_open.hpp"
#include "prometheus_express/exposition/renderer.hpp"
#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/family.hpp"
#include "prometheus_express/metrics/gauge.hpp"

namespace prometheus_express {
namespace {

enum class Way : std::uint8_t { in, out };
consteval auto label_values(Way) { return std::to_array<std::string_view>({"in", "out"}); }

constexpr double bounds[] = {0.5, 2};

struct Metrics {
  OpenFamily<Counter<std::uint32_t>, 2, WhenFull::drop, Unshared, OpenLabel<12>, Way> peer;
  OpenFamily<Histogram<bounds>, 2, WhenFull::drop, Unshared, OpenLabel<12>> delay;
  Family<Histogram<bounds>, Way> closed;
};

constexpr char peer_text[] = R"(# TYPE peer_total counter
peer_total{peer=@,way="in"} @
peer_total{peer=@,way="out"} @
)";
constexpr auto peer_stops = stops<2, 1>(peer_text);
constexpr Block peer_blocks[] = {{peer_text, peer_stops}};
constexpr TextHoles peer_holes{1,
                               [](const Source&, Snapshot snapshot, std::size_t hole) {
                                 return open_text<decltype(Metrics::peer)>(snapshot, hole);
                               },
                               take_label};
constexpr char delay_text[] = R"(# TYPE delay histogram
delay_bucket{peer=@,le="0.5"} @
delay_bucket{peer=@,le="2.0"} @
delay_bucket{peer=@,le="+Inf"} @
delay_count{peer=@} @
delay_sum{peer=@} @
)";
constexpr auto delay_stops = stops<5, 1>(delay_text);
constexpr Block delay_blocks[] = {{delay_text, delay_stops}};
constexpr TextHoles delay_holes{1,
                                [](const Source&, Snapshot snapshot, std::size_t hole) {
                                  return open_text<decltype(Metrics::delay)>(snapshot, hole);
                                },
                                take_label};
constexpr char closed_text[] = R"(# TYPE closed histogram
closed_bucket{way="in",le="0.5"} @
closed_bucket{way="in",le="2.0"} @
closed_bucket{way="in",le="+Inf"} @
closed_count{way="in"} @
closed_sum{way="in"} @
closed_bucket{way="out",le="0.5"} @
closed_bucket{way="out",le="2.0"} @
closed_bucket{way="out",le="+Inf"} @
closed_count{way="out"} @
closed_sum{way="out"} @
)";
constexpr auto closed_stops = stops<10>(closed_text);
constexpr Block closed_blocks[] = {{closed_text, closed_stops}};
constexpr PageFamily families[] = {
    {peer_blocks, read_open<decltype(Metrics::peer)>, offsetof(Metrics, peer), 2, 2, &peer_holes},
    {delay_blocks, read_open<decltype(Metrics::delay)>, offsetof(Metrics, delay), 5, 2, &delay_holes},
    {closed_blocks, read_closed<decltype(Metrics::closed)>, offsetof(Metrics, closed), 5},
};
constexpr Page page{families};

constexpr std::string_view complete = R"(# TYPE peer_total counter
peer_total{peer="a\"b\\c\nd",way="in"} 0
peer_total{peer="a\"b\\c\nd",way="out"} 7
peer_total{peer="",way="in"} 1
peer_total{peer="",way="out"} 0
# TYPE delay histogram
delay_bucket{peer="\"",le="0.5"} 0
delay_bucket{peer="\"",le="2.0"} 1
delay_bucket{peer="\"",le="+Inf"} 2
delay_count{peer="\""} 2
delay_sum{peer="\""} 4.5
# TYPE closed histogram
closed_bucket{way="in",le="0.5"} 0
closed_bucket{way="in",le="2.0"} 0
closed_bucket{way="in",le="+Inf"} 0
closed_count{way="in"} 0
closed_sum{way="in"} 0
closed_bucket{way="out",le="0.5"} 1
closed_bucket{way="out",le="2.0"} 1
closed_bucket{way="out",le="+Inf"} 1
closed_count{way="out"} 1
closed_sum{way="out"} 0.25
)";

class OpenRenderer : public testing::Test {
 protected:
  OpenRenderer() {
    metrics.peer.labels("a\"b\\c\nd", Way::out).inc(7);
    metrics.peer.labels("", Way::in).inc();
    metrics.delay.labels("\"").observe(1.5);
    metrics.delay.labels("\"").observe(3);
    metrics.closed.labels(Way::out).observe(0.25);
  }

  [[nodiscard]] Renderer start() { return {page, Source{&metrics}, snapshot}; }

  static std::string take(Renderer& renderer, std::size_t bytes) {
    std::vector<char> buffer(bytes);
    return {buffer.data(), renderer.fill(buffer)};
  }

  static std::string rest(Renderer& renderer) { return take(renderer, 100000); }

  Metrics metrics;
  alignas(snapshot_alignment) std::byte snapshot[256] = {};
};

TEST_F(OpenRenderer, GivesTheSameBytesForEveryRoomAlsoInsideAnEscape) {
  for (std::size_t room = 1; room <= complete.size() + 1; ++room) {
    Renderer renderer = start();
    std::string text;
    while (!renderer.done()) {
      text += take(renderer, room);
    }
    ASSERT_EQ(text, complete) << room;
  }
}

TEST_F(OpenRenderer, GoesOnWithTheLabelOfASeriesThatIsRemovedInItsLine) {
  Renderer renderer = start();
  const std::size_t inside = complete.find("c\\nd");
  std::string text = take(renderer, inside);
  EXPECT_TRUE(metrics.peer.remove("a\"b\\c\nd", Way::in));
  metrics.peer.labels("new", Way::in).inc(99);
  text += rest(renderer);
  // The line that had begun is as it was; the other line of that series, which is gone, is left out.
  EXPECT_TRUE(
      text.starts_with("# TYPE peer_total counter\npeer_total{peer=\"a\\\"b\\\\c\\nd\",way=\"in\"} 0\n"
                       "peer_total{peer=\"\",way=\"in\"} 1\n"))
      << text;
}

TEST_F(OpenRenderer, ShowsAHistogramAsItWasAtItsFirstLine) {
  Renderer renderer = start();
  std::string text = take(renderer, complete.find("delay_bucket{peer=\"\\\"\",le=\"2.0\"}"));
  metrics.delay.labels("\"").observe(0.1);
  metrics.closed.labels(Way::in).observe(0.1);  // not begun yet
  text += take(renderer, complete.find("# TYPE closed") - text.size());
  EXPECT_EQ(text, complete.substr(0, text.size()));
  EXPECT_NE(rest(renderer).find("closed_count{way=\"in\"} 1\n"), std::string::npos);
}

TEST_F(OpenRenderer, LeavesOutWhatWasRemovedAndKeepsTheHead) {
  metrics.peer.clear();
  metrics.delay.clear();
  Renderer renderer = start();
  const std::string text = rest(renderer);
  EXPECT_TRUE(
      text.starts_with("# TYPE peer_total counter\n# TYPE delay histogram\n# TYPE closed histogram\n"))
      << text;
}

}  // namespace
}  // namespace prometheus_express
