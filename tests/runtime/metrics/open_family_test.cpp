#include "prometheus_express/metrics/open_family.hpp"

#include <gtest/gtest.h>

#include <string>

#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/gauge.hpp"

namespace prometheus_express {
namespace {

enum class Way : std::uint8_t { in, out };
consteval auto label_values(Way) { return std::to_array<std::string_view>({"in", "out"}); }

using Bytes = Counter<std::uint64_t, Initial::zero, Unshared, Tallied<>>;
using Dropping = OpenFamily<Bytes, 2, WhenFull::drop, Unshared, OpenLabel<8>>;
using Evicting = OpenFamily<Bytes, 3, WhenFull::evict, Unshared, OpenLabel<8>>;

TEST(OpenFamily, FindsTheSameSeriesForTheSameText) {
  Dropping family;
  family.labels("a").inc(2);
  family.labels("a").inc(3);
  family.labels("b").inc(7);
  EXPECT_EQ(family.labels("a").value(), 5U);
  EXPECT_EQ(family.labels("b").value(), 7U);
}

TEST(OpenFamily, DropsWhatHasNoRoomAndCountsIt) {
  Dropping family;
  family.labels("a").inc();
  family.labels("b").inc();
  auto third = family.labels("c");
  third.inc(100);
  EXPECT_FALSE(third.valid());
  EXPECT_EQ(third.value(), 0U);
  EXPECT_EQ(family.refused(Refusal::family_full), 1U);
  EXPECT_EQ(family.labels("a").value() + family.labels("b").value(), 2U);
}

TEST(OpenFamily, EvictsTheSeriesWhoseUpdateIsTheLongestAgo) {
  Evicting family;
  auto a = family.labels("a");
  auto b = family.labels("b");
  auto c = family.labels("c");
  b.inc();
  c.inc();
  a.inc();  // b is the oldest now
  family.labels("d").inc();
  EXPECT_TRUE(a.valid());
  EXPECT_FALSE(b.valid());
  EXPECT_TRUE(c.valid());
  EXPECT_EQ(family.labels("d").value(), 1U);
}

TEST(OpenFamily, DropsAndCountsUpdatesThroughStaleHandles) {
  Dropping family;
  auto old = family.labels("a");
  old.inc(5);
  EXPECT_TRUE(family.remove("a"));
  EXPECT_FALSE(family.remove("a"));
  auto fresh = family.labels("a");
  old.inc(5);
  EXPECT_EQ(fresh.value(), 0U);
  EXPECT_EQ(family.refused(Refusal::stale_handle), 1U);
}

TEST(OpenFamily, RefusesTextsThatAreTooLongOrNotUtf8) {
  Dropping family;
  EXPECT_TRUE(family.labels("12345678").valid());
  EXPECT_FALSE(family.labels("123456789").valid());
  EXPECT_FALSE(family.labels("\xC3").valid());
  EXPECT_EQ(family.refused(Refusal::label_too_long), 1U);
  EXPECT_EQ(family.refused(Refusal::label_not_utf8), 1U);
  EXPECT_TRUE(family.labels("").valid());
}

TEST(OpenFamily, HasAllClosedSeriesInEachPlace) {
  OpenFamily<Counter<std::uint32_t>, 2, WhenFull::drop, Unshared, Way, OpenLabel<4>> family;
  family.labels(Way::out, "x").inc(4);
  EXPECT_EQ(family.labels(Way::in, "x").value(), 0U);
  EXPECT_EQ(family.labels(Way::out, "x").value(), 4U);
  EXPECT_TRUE(family.labels(Way::in, "y").valid());
  EXPECT_FALSE(family.labels(Way::in, "z").valid());
  family.clear();
  EXPECT_TRUE(family.labels(Way::in, "z").valid());
}

TEST(OpenFamily, ForgetsValuesOfARemovedSeries) {
  OpenFamily<Gauge<float, Initial::absent>, 1, WhenFull::evict, Unshared, OpenLabel<4>> family;
  family.labels("a").set(1);
  EXPECT_FALSE(family.labels("b").present());
  EXPECT_EQ(family.labels("b").value(), 0.0F);
}

TEST(Utf8, AcceptsWellFormedTextsOnly) {
  for (const std::string text : {"", "plain", "\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEF\xBF\xBF",
                                 "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
  for (const std::string text :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82", "a\xC3", "\xC3(", "\xE2(\xA1"}) {
    EXPECT_FALSE(is_utf8(text));
  }
}

}  // namespace
}  // namespace prometheus_express
