#include "prometheus_express/metrics/subset.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/family.hpp"
#include "prometheus_express/metrics/gauge.hpp"
#include "prometheus_express/metrics/open_family.hpp"
#include "prometheus_express/metrics/sparse_family.hpp"

namespace prometheus_express {
namespace {

enum class Sensor : std::uint8_t { board, oven, yard, cellar };
consteval auto label_values(Sensor) {
  return std::to_array<std::string_view>({"board", "oven", "yard", "cellar"});
}
enum class Channel : std::uint8_t { _, internal, probe };
consteval auto label_values(Channel) { return std::to_array<std::string_view>({"", "internal", "probe"}); }

using Outside = Subset<Sensor::oven, Sensor::cellar>;

TEST(Subset, HasTheValuesThatItNamesInTheirOrder) {
  ASSERT_EQ(all<Outside>.size(), 2U);
  EXPECT_EQ(static_cast<Sensor>(all<Outside>[0]), Sensor::oven);
  EXPECT_EQ(static_cast<Sensor>(all<Outside>[1]), Sensor::cellar);
  EXPECT_EQ(to_string(Outside{Sensor::cellar}), "cellar");
  EXPECT_EQ(static_cast<Sensor>(Outside{}), Sensor::oven);
}

TEST(Subset, FindsWhatIsKnownAtRunTimeOnly) {
  for (const Sensor sensor : all<Sensor>) {
    const bool there = sensor == Sensor::oven || sensor == Sensor::cellar;
    Outside found = Sensor::cellar;
    EXPECT_EQ(Outside::find(sensor, found), there);
    EXPECT_EQ(static_cast<Sensor>(found), there ? sensor : Sensor::cellar);
  }
}

TEST(Subset, IsFoundByItsTexts) {
  Outside found = Sensor::oven;
  EXPECT_TRUE(from_string("cellar", found));
  EXPECT_EQ(static_cast<Sensor>(found), Sensor::cellar);
  EXPECT_FALSE(from_string("board", found));
  EXPECT_EQ(static_cast<Sensor>(found), Sensor::cellar);
}

TEST(Subset, GivesAFamilyCellsForItsValuesOnly) {
  Family<Counter<std::uint32_t>, Channel, Outside> family;
  EXPECT_EQ(sizeof(family), 3 * 2 * sizeof(std::uint32_t));
  family.labels(Channel::internal, Sensor::cellar).inc(7);
  for (const Outside sensor : all<Outside>) {
    family.labels(Channel::probe, sensor).inc();
  }
  std::array<std::uint32_t, 6> cells{};
  static_assert(sizeof(cells) == sizeof(family));
  std::memcpy(cells.data(), static_cast<const void*>(&family), sizeof(cells));
  EXPECT_EQ(cells, (std::array<std::uint32_t, 6>{0, 0, 0, 7, 1, 1}));
}

TEST(Subset, StandsBesideOpenLabels) {
  OpenFamily<Counter<std::uint32_t>, 2, WhenFull::drop, Unshared, OpenLabel<8>, Outside> family;
  family.labels("a", Sensor::cellar).inc(3);
  EXPECT_EQ(family.labels("a", Sensor::cellar).value(), 3U);
  EXPECT_EQ(family.labels("a", Sensor::oven).value(), 0U);
}

inline constexpr std::uint16_t some[] = {
    label_index<Sensor, Channel>(Sensor::board, Channel::_),
    label_index<Sensor, Channel>(Sensor::oven, Channel::internal),
    label_index<Sensor, Channel>(Sensor::oven, Channel::probe),
    label_index<Sensor, Channel>(Sensor::cellar, Channel::_),
};
using Temperature = SparseFamily<Gauge<float, Initial::absent>, some, Sensor, Channel>;

TEST(SparseFamily, HasCellsForItsCombinationsOnly) {
  SparseFamily<Counter<std::uint32_t>, some, Sensor, Channel> family;
  EXPECT_EQ(sizeof(family), 4 * sizeof(std::uint32_t));
  std::uint32_t amount = 0;
  for (const Sensor sensor : all<Sensor>) {
    for (const Channel channel : all<Channel>) {
      family.labels(sensor, channel).inc(++amount);
    }
  }
  std::array<std::uint32_t, 4> cells{};
  std::memcpy(cells.data(), static_cast<const void*>(&family), sizeof(cells));
  EXPECT_EQ(cells, (std::array<std::uint32_t, 4>{1, 5, 6, 10}));
  EXPECT_EQ(family.labels(Sensor::oven, Channel::probe).value(), 6U);
  EXPECT_EQ(family.labels(Sensor::oven, Channel::_).value(), 0U);
}

TEST(SparseFamily, LeadsNowhereWhereItHasNoSeries) {
  Temperature family;
  family.labels(Sensor::board, Channel::probe).set(3);
  EXPECT_FALSE(family.labels(Sensor::board, Channel::probe).present());
  EXPECT_EQ(family.labels(Sensor::board, Channel::probe).value(), 0.0F);
  for (const std::uint16_t series : some) {
    const auto sensor = static_cast<Sensor>(series / 3);
    EXPECT_FALSE(family.labels(sensor, static_cast<Channel>(series % 3)).present());
  }
  family.labels(Sensor::cellar, Channel::_).set(4);
  EXPECT_TRUE(family.labels(Sensor::cellar, Channel::_).present());
  family.clear();
  EXPECT_FALSE(family.labels(Sensor::cellar, Channel::_).present());
}

TEST(SparseFamily, IsStandardLayoutSoThatPagesReachItByAddress) {
  EXPECT_TRUE(std::is_standard_layout_v<Temperature>);
}

}  // namespace
}  // namespace prometheus_express
