#include "prometheus_express/metrics/family.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>

#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/gauge.hpp"

namespace prometheus_express {
namespace {

enum class Method : std::uint8_t { get, post };
consteval auto label_values(Method) { return std::to_array<std::string_view>({"GET", "POST"}); }
enum class Code : std::uint8_t { _200, _404, _500 };
consteval auto label_values(Code) { return std::to_array<std::string_view>({"200", "404", "500"}); }

TEST(Family, HasADistinctSeriesForEachCombination) {
  Family<Counter<std::uint32_t>, Method, Code> family;
  for (const Method method : all<Method>) {
    for (const Code code : all<Code>) {
      EXPECT_EQ(family.labels(method, code).value(), 0U);
      family.labels(method, code).inc();
    }
  }
  EXPECT_EQ(family.labels(Method::post, Code::_500).value(), 1U);
  EXPECT_EQ(sizeof(family), 6 * sizeof(std::uint32_t));
}

TEST(Family, KeepsSeriesInTheOrderOfThePageLastLabelFastest) {
  Family<Counter<std::uint32_t>, Method, Code> family;
  family.labels(Method::get, Code::_404).inc(7);
  family.labels(Method::post, Code::_200).inc(9);
  std::array<std::uint32_t, 6> cells{};
  static_assert(sizeof(cells) == sizeof(family));
  std::memcpy(cells.data(), static_cast<const void*>(&family), sizeof(cells));
  EXPECT_EQ(cells, (std::array<std::uint32_t, 6>{0, 7, 0, 9, 0, 0}));
}

TEST(Family, KeepsHandlesValid) {
  Family<Counter<std::uint32_t>, Method> family;
  auto handle = family.labels(Method::post);
  handle.inc(2);
  auto copy = handle;
  copy.inc(3);
  EXPECT_EQ(family.labels(Method::post).value(), 5U);
}

TEST(Family, RemovesAndClearsSeries) {
  Family<Gauge<float, Initial::absent>, Method> family;
  family.labels(Method::get).set(1);
  family.labels(Method::post).set(2);
  family.remove(Method::get);
  EXPECT_FALSE(family.labels(Method::get).present());
  EXPECT_TRUE(family.labels(Method::post).present());
  family.clear();
  EXPECT_FALSE(family.labels(Method::post).present());
}

TEST(Family, CountsRefusalsWhereTheSchemaAsksForIt) {
  Family<Counter<double, Initial::zero, Unshared, Tallied<>>, Method> family;
  const volatile double negative = -1;
  family.labels(Method::get).inc(negative);
  family.labels(Method::post).inc(negative);
  EXPECT_EQ(family.refused(Refusal::not_increasing), 2U);
  EXPECT_EQ(family.refused(Refusal::stale_handle), 0U);
}

TEST(DefaultedFamily, CountsWithoutLabelsInAChildOfItsOwn) {
  DefaultedFamily<Counter<std::uint32_t>, Method> family;
  family.inc(3);
  family.labels(Method::get).inc();
  EXPECT_EQ(family.value(), 3U);
  EXPECT_EQ(family.labels(Method::get).value(), 1U);
  EXPECT_EQ(family.labels(Method::post).value(), 0U);
}

TEST(Family, IsStandardLayoutSoThatPagesReachItByAddress) {
  EXPECT_TRUE((std::is_standard_layout_v<Family<Gauge<float, Initial::absent>, Method, Code>>));
}

TEST(LabelSet, NamesItsValuesAsTheSchemaWritesThem) {
  EXPECT_EQ(to_string(Code::_404), "404");
  Code code = Code::_200;
  EXPECT_TRUE(from_string("500", code));
  EXPECT_EQ(code, Code::_500);
  EXPECT_FALSE(from_string("501", code));
  EXPECT_EQ(code, Code::_500);
}

}  // namespace
}  // namespace prometheus_express
