#include "prometheus_express/metrics/gauge.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace prometheus_express {
namespace {

TEST(Gauge, GoesUpAndDown) {
  Gauge<double> gauge;
  gauge.inc();
  gauge.inc(2.5);
  gauge.dec();
  gauge.dec(0.5);
  EXPECT_EQ(gauge.value(), 2.0);
}

TEST(Gauge, OfIntegersRefusesASumBeyondItsRange) {
  Gauge<std::int32_t, Initial::zero, Unshared, Tallied<>> gauge;
  gauge.set(std::numeric_limits<std::int32_t>::max() - 1);
  gauge.inc(1);
  gauge.inc(1);
  EXPECT_EQ(gauge.value(), std::numeric_limits<std::int32_t>::max());
  gauge.set(std::numeric_limits<std::int32_t>::min() + 1);
  gauge.dec(5);
  EXPECT_EQ(gauge.value(), std::numeric_limits<std::int32_t>::min() + 1);
  EXPECT_EQ(gauge.refused(Refusal::out_of_range), 2U);
}

TEST(Gauge, OfUnsignedIntegersDoesNotFallBelowZero) {
  Gauge<std::uint32_t> gauge;
  gauge.set(2);
  gauge.dec(3);
  EXPECT_EQ(gauge.value(), 2U);
  gauge.inc(-2);  // of which the sum fits
  EXPECT_EQ(gauge.value(), 0U);
}

TEST(Gauge, ThatIsAbsentStaysSoWhereItRefuses) {
  Gauge<Decimal<2>, Initial::absent> gauge;
  gauge.set(std::numeric_limits<double>::quiet_NaN());
  gauge.inc(1e9);
  EXPECT_FALSE(gauge.present());
}

TEST(Gauge, OfDecimalsIsSetFromIntegersOrFromTheNearestDouble) {
  Gauge<Decimal<2>> gauge;
  gauge.set_scaled(2473);
  EXPECT_EQ(gauge.value().count, 2473);
  gauge.set(24.7359);
  EXPECT_EQ(gauge.value().count, 2474);
  gauge.inc();
  EXPECT_EQ(gauge.value().count, 2574);
}

TEST(Gauge, InitiallyAbsentAppearsWithItsFirstValueAndCanDisappear) {
  Gauge<float, Initial::absent> gauge;
  EXPECT_FALSE(gauge.present());
  gauge.set(0.0F);
  EXPECT_TRUE(gauge.present());
  gauge.make_absent();
  EXPECT_FALSE(gauge.present());
}

TEST(Gauge, InitiallyNaNIsPresent) {
  Gauge<double, Initial::nan> gauge;
  EXPECT_TRUE(gauge.present());
  EXPECT_TRUE(std::isnan(gauge.value()));
}

TEST(Gauge, TakesTheTimeThatItIsGiven) {
  Gauge<std::uint64_t> gauge;
  gauge.set_to_current_time(1'790'000'000);
  EXPECT_EQ(gauge.value(), 1'790'000'000U);
  Gauge<Decimal<3, std::int64_t>> fine;
  fine.set_to_current_time(1'790'000'000.25);
  EXPECT_EQ(fine.value().count, 1'790'000'000'250);
  Gauge<Decimal<3>, Initial::zero, Unshared, Tallied<>> coarse;
  coarse.set_to_current_time(1'790'000'000);
  EXPECT_EQ(coarse.value().count, 0);
  EXPECT_EQ(coarse.refused(Refusal::out_of_range), 1U);
}

TEST(Gauge, IsConstantInitialised) {
  static constinit Gauge<Decimal<2>> gauge;
  EXPECT_EQ(gauge.value().count, 0);
}

}  // namespace
}  // namespace prometheus_express
