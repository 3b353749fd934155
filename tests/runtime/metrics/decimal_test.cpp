#include "prometheus_express/metrics/decimal.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace prometheus_express {
namespace {

template <class D>
std::string text(D value) {
  NumberText buffer;
  return {buffer.data(), format(buffer, value)};
}

TEST(Decimal, RoundsToTheNearestHalvesAwayFromZero) {
  EXPECT_EQ(Decimal<0>::nearest(0.5).count, 1);
  EXPECT_EQ(Decimal<0>::nearest(-0.5).count, -1);
  EXPECT_EQ(Decimal<0>::nearest(0.49999999999999994).count, 0);  // the double below a half
  EXPECT_EQ(Decimal<2>::nearest(19.994).count, 1999);
  EXPECT_EQ(Decimal<2>::nearest(-19.996).count, -2000);
}

TEST(Decimal, BeyondItsRangeIsTheNearestEnd) {
  EXPECT_EQ(Decimal<2>::nearest(1e12).count, std::numeric_limits<std::int32_t>::max());
  EXPECT_EQ(Decimal<2>::nearest(-1e12).count, std::numeric_limits<std::int32_t>::min());
  EXPECT_EQ((Decimal<2, std::int64_t>::nearest(1e30).count), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ((Decimal<2, std::int64_t>::nearest(-1e30).count), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(Decimal<0>::nearest(2147483647.5).count, std::numeric_limits<std::int32_t>::max());
  EXPECT_EQ(Decimal<0>::nearest(2147483646.5).count, std::numeric_limits<std::int32_t>::max());
  EXPECT_EQ(Decimal<0>::nearest(-2147483648.5).count, std::numeric_limits<std::int32_t>::min());
  EXPECT_EQ(Decimal<2>::nearest(std::numeric_limits<double>::infinity()).count,
            std::numeric_limits<std::int32_t>::max());
}

TEST(Decimal, OfNaNIsZero) {
  EXPECT_EQ(Decimal<2>::nearest(std::numeric_limits<double>::quiet_NaN()).count, 0);
}

TEST(Decimal, PrintsWithoutTrailingZeros) {
  EXPECT_EQ(text(Decimal<2>::scaled(1999)), "19.99");
  EXPECT_EQ(text(Decimal<2>::scaled(1990)), "19.9");
  EXPECT_EQ(text(Decimal<2>::scaled(1900)), "19");
  EXPECT_EQ(text(Decimal<2>::scaled(-5)), "-0.05");
  EXPECT_EQ(text(Decimal<9>::scaled(std::numeric_limits<std::int32_t>::min())), "-2.147483648");
  EXPECT_EQ(text(Decimal<18, std::int64_t>::scaled(std::numeric_limits<std::int64_t>::min())),
            "-9.223372036854775808");
}

}  // namespace
}  // namespace prometheus_express
