#include "prometheus_express/exposition/renderer.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "prometheus_express/exposition/read_value.hpp"
#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/family.hpp"
#include "prometheus_express/metrics/gauge.hpp"

namespace prometheus_express {
namespace {

enum class Sensor : std::uint8_t { bme680, si7021, sht31 };
consteval auto label_values(Sensor) { return std::to_array<std::string_view>({"bme680", "si7021", "sht31"}); }

struct Metrics {
  Family<Gauge<Decimal<2>, Initial::absent>, Sensor> temperature;
  Counter<std::uint64_t> served;
};

constexpr char temperature_text[] = R"(# HELP temperature_celsius Air
# TYPE temperature_celsius gauge
temperature_celsius{sensor="bme680"} @
temperature_celsius{sensor="si7021"} @
)";
constexpr auto temperature_stops = stops<2>(temperature_text);
constexpr char temperature_more[] = R"(temperature_celsius{sensor="sht31"} @
)";
constexpr auto temperature_more_stops = stops<1>(temperature_more);
constexpr Block temperature_blocks[] = {{temperature_text, temperature_stops},
                                        {temperature_more, temperature_more_stops}};
constexpr char served_text[] = R"(# HELP served_total Served
# TYPE served_total counter
served_total @
)";
constexpr auto served_stops = stops<1>(served_text);
constexpr Block served_blocks[] = {{served_text, served_stops}};
constexpr char free_text[] = R"(# HELP free_bytes Free
# TYPE free_bytes gauge
free_bytes @
)";
constexpr auto free_stops = stops<1>(free_text);
constexpr Block free_blocks[] = {{free_text, free_stops}};
constexpr PageFamily families[] = {
    {temperature_blocks, &read_closed<decltype(Metrics::temperature)>, offsetof(Metrics, temperature)},
    {free_blocks, nullptr, 0},
    {served_blocks, &read_closed<decltype(Metrics::served)>, offsetof(Metrics, served)},
};
constexpr Page page{families};

struct Application {
  Metrics metrics;
  std::uint32_t free = 512;
  static constexpr ReadValue functions[] = {[](const void* application, Line, Snapshot, NumberText& text) {
    return format(text, static_cast<const Application*>(application)->free);
  }};
  [[nodiscard]] Source source() const { return {&metrics, this, functions}; }
};

std::string render(const Application& application, std::size_t room) {
  constexpr std::string_view behind = "not touched";
  Renderer renderer(page, application.source());
  std::vector<char> memory(room);
  memory.insert(memory.end(), behind.begin(), behind.end());
  const std::span<char> buffer = std::span(memory).first(room);
  std::string text;
  while (const std::size_t size = renderer.fill(buffer)) {
    text.append(buffer.data(), size);
  }
  EXPECT_TRUE(renderer.done());
  EXPECT_EQ(renderer.fill(buffer), 0U);
  EXPECT_EQ(std::string_view(memory.data() + room, behind.size()), behind);
  return text;
}

constexpr std::string_view complete = R"(# HELP temperature_celsius Air
# TYPE temperature_celsius gauge
temperature_celsius{sensor="bme680"} 24.73
temperature_celsius{sensor="si7021"} -0.5
temperature_celsius{sensor="sht31"} 0
# HELP free_bytes Free
# TYPE free_bytes gauge
free_bytes 512
# HELP served_total Served
# TYPE served_total counter
served_total 18446744073709551615
)";

void set_values(Application& application) {
  application.metrics.temperature.labels(Sensor::bme680).set_scaled(2473);
  application.metrics.temperature.labels(Sensor::si7021).set_scaled(-50);
  application.metrics.temperature.labels(Sensor::sht31).set_scaled(0);
  application.metrics.served.inc(~std::uint64_t{0});
}

TEST(Renderer, WritesHeadsLabelsAndValues) {
  Application application;
  set_values(application);
  EXPECT_EQ(render(application, 4096), complete);
}

TEST(Renderer, GivesTheSameBytesForEveryRoom) {
  Application application;
  set_values(application);
  for (std::size_t room = 1; room <= complete.size() + 1; ++room) {
    EXPECT_EQ(render(application, room), complete) << room;
  }
  EXPECT_EQ(render(application, 1460), complete);
}

TEST(Renderer, ResumesWhereRoomsDiffer) {
  Application application;
  set_values(application);
  const std::size_t rooms[] = {1, 2, 3, 7, 64};
  Renderer renderer(page, application.source());
  std::string text;
  for (std::size_t turn = 0; !renderer.done(); ++turn) {
    std::vector<char> buffer(rooms[turn % 5]);
    text.append(buffer.data(), renderer.fill(buffer));
  }
  EXPECT_EQ(text, complete);
}

TEST(Renderer, FillsAllTheRoomThereIsUntilThePageEnds) {
  Application application;
  set_values(application);
  Renderer renderer(page, application.source());
  std::vector<char> buffer(100);
  std::size_t left = complete.size();
  while (left > 0) {
    const std::size_t size = renderer.fill(buffer);
    EXPECT_EQ(size, std::min<std::size_t>(100, left));
    left -= size;
  }
}

TEST(Renderer, LeavesOutAbsentSeriesAndKeepsTheirFamily) {
  for (std::size_t room : {1, 7, 4096}) {
    Application application;
    application.metrics.temperature.labels(Sensor::sht31).set_scaled(100);
    EXPECT_EQ(render(application, room), R"(# HELP temperature_celsius Air
# TYPE temperature_celsius gauge
temperature_celsius{sensor="sht31"} 1
# HELP free_bytes Free
# TYPE free_bytes gauge
free_bytes 512
# HELP served_total Served
# TYPE served_total counter
served_total 0
)");
  }
}

TEST(Renderer, ReadsEachSeriesWhenItsLineStarts) {
  Application application;
  set_values(application);
  Renderer renderer(page, application.source());
  std::vector<char> before(std::string_view(complete).find("temperature_celsius{sensor=\"si7021\"}"));
  ASSERT_EQ(renderer.fill(before), before.size());
  auto gauge = application.metrics.temperature.labels(Sensor::si7021);
  gauge.set_scaled(700);  // before the line starts
  std::vector<char> label(1);
  ASSERT_EQ(renderer.fill(label), 1U);
  gauge.set_scaled(800);  // too late
  std::vector<char> rest(std::string_view("emperature_celsius{sensor=\"si7021\"} 7\n").size());
  ASSERT_EQ(renderer.fill(rest), rest.size());
  EXPECT_EQ(std::string(rest.data(), rest.size()), "emperature_celsius{sensor=\"si7021\"} 7\n");
}

TEST(Renderer, ReadsTheFirstSeriesOfAFamilyWhenItsHeadStarts) {
  Application application;
  set_values(application);
  Renderer renderer(page, application.source());
  std::vector<char> before(std::string_view(complete).find("# HELP served_total"));
  ASSERT_EQ(renderer.fill(before), before.size());
  application.metrics.served.inc(8);  // wraps to 7, before the head starts
  std::vector<char> mark(1);
  ASSERT_EQ(renderer.fill(mark), 1U);
  application.metrics.served.inc(1);  // too late
  std::vector<char> rest(200);
  const std::string text(rest.data(), renderer.fill(rest));
  EXPECT_TRUE(text.ends_with("\nserved_total 7\n")) << text;
}

TEST(Renderer, OfNothingIsDone) {
  Renderer renderer;
  char byte = 0;
  EXPECT_TRUE(renderer.done());
  EXPECT_EQ(renderer.fill({&byte, 1}), 0U);
}

}  // namespace
}  // namespace prometheus_express
