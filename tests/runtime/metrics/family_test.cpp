#include "prometheus_express/metrics/family.hpp"

#include <gtest/gtest.h>

#include <set>

#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/gauge.hpp"

namespace prometheus_express {
namespace {

enum class Method : std::uint8_t { get, post };
consteval auto label_values(Method) { return std::to_array<std::string_view>({"GET", "POST"}); }
enum class Code : std::uint8_t { _200, _404, _500 };
consteval auto label_values(Code) { return std::to_array<std::string_view>({"200", "404", "500"}); }

TEST(Family, HasADistinctChildForEachCombination) {
  Family<Counter<std::uint32_t>, Method, Code> family;
  std::set<const void*> children;
  for (const Method method : all<Method>) {
    for (const Code code : all<Code>) {
      children.insert(&family.labels(method, code));
    }
  }
  EXPECT_EQ(children.size(), 6U);
  EXPECT_EQ(sizeof(family), 6 * sizeof(std::uint32_t));
}

TEST(Family, KeepsChildrenInTheOrderOfThePageLastLabelFastest) {
  Family<Counter<std::uint32_t>, Method, Code> family;
  EXPECT_EQ(&family.labels(Method::get, Code::_404), &family.labels(Method::get, Code::_200) + 1);
  EXPECT_EQ(&family.labels(Method::post, Code::_200), &family.labels(Method::get, Code::_200) + 3);
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
