#include "prometheus_express/metrics/counter.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace prometheus_express {
namespace {

TEST(Counter, StartsAtZeroAndAddsOne) {
  Counter<std::uint64_t> counter;
  EXPECT_EQ(counter.value(), 0U);
  counter.inc();
  EXPECT_EQ(counter.value(), 1U);
}

TEST(Counter, AddsAmountsOfAnyIntegerType) {
  Counter<std::uint64_t> counter;
  counter.inc(40);
  counter.inc(std::uint8_t{2});
  counter.inc(std::size_t{100});
  EXPECT_EQ(counter.value(), 142U);
}

TEST(Counter, RefusesNegativeAmounts) {
  Counter<std::uint64_t> whole;
  whole.inc(5);
  const volatile int negative = -1;  // unknown to the compiler, which refuses constants
  whole.inc(negative);
  EXPECT_EQ(whole.value(), 5U);
  Counter<double> real;
  real.inc(0.5);
  const volatile double fraction = -0.25;
  real.inc(fraction);
  EXPECT_EQ(real.value(), 0.5);
  Counter<Decimal<2>> decimal;
  decimal.inc_scaled(150);
  decimal.inc_scaled(negative);
  decimal.inc(fraction);
  EXPECT_EQ(decimal.value().count, 150);
}

TEST(Counter, RefusesNaN) {
  Counter<double> counter;
  counter.inc(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(counter.value(), 0.0);
}

TEST(Counter, OfIntegersWrapsAtItsWidth) {
  Counter<std::uint32_t> counter;
  counter.inc(std::numeric_limits<std::uint32_t>::max());
  counter.inc(3);
  EXPECT_EQ(counter.value(), 2U);
}

TEST(Counter, OfDecimalsStartsAgainAtItsEnd) {
  Counter<Decimal<2>> counter;
  counter.inc_scaled(std::numeric_limits<std::int32_t>::max());
  counter.inc();
  EXPECT_EQ(counter.value().count, 99);  // 2^31 - 1 + 100 - 2^31
  counter.inc_scaled(std::numeric_limits<std::int32_t>::max());
  EXPECT_EQ(counter.value().count, 98);
  Counter<Decimal<0, std::int64_t>> wide;
  wide.inc_scaled(std::numeric_limits<std::int64_t>::max());
  wide.inc(3);
  EXPECT_EQ(wide.value().count, 2);
}

TEST(Counter, OfDecimalsAddsWholeOnes) {
  Counter<Decimal<3>> counter;
  counter.inc();
  counter.inc(0.25);
  EXPECT_EQ(counter.value().count, 1250);
}

TEST(Counter, InitiallyAbsentAppearsWithItsFirstIncrement) {
  Counter<std::uint32_t, Initial::absent> counter;
  EXPECT_FALSE(counter.present());
  counter.inc();
  EXPECT_TRUE(counter.present());
}

TEST(Counter, InitiallyNanCountsFromZero) {
  Counter<double, Initial::nan> counter;
  EXPECT_TRUE(std::isnan(counter.value()));
  const volatile double negative = -1;
  counter.inc(negative);
  EXPECT_TRUE(std::isnan(counter.value()));
  counter.inc(2.5);
  counter.inc();
  EXPECT_EQ(counter.value(), 3.5);
  counter.reset();
  EXPECT_TRUE(std::isnan(counter.value()));
}

TEST(Counter, WithoutPresenceIsAsLargeAsItsValue) {
  EXPECT_EQ(sizeof(Counter<std::uint32_t>), 4U);
  EXPECT_EQ(sizeof(Counter<std::uint64_t>), 8U);
  EXPECT_EQ(sizeof(Counter<std::uint32_t, Initial::absent>), 8U);
}

}  // namespace
}  // namespace prometheus_express
