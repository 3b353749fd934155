#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <prometheus_express/base/crc8.hpp>
#include <prometheus_express/sensors/bits.hpp>

namespace px = prometheus_express;
using namespace px::sensors;  // NOLINT: what is tested

namespace {

// SHT3x-DIS datasheet, 4.12; Si7021-A20 datasheet, 5.1: the same polynomial from another start.
TEST(Crc8, IsThatOfTheMakersExamples) {
  const std::uint8_t beef[] = {0xBE, 0xEF};
  EXPECT_EQ(px::crc8(beef, 0x31, 0xFF), 0x92);
  const std::uint8_t nothing[] = {0, 0};
  EXPECT_EQ(px::crc8(nothing, 0x31, 0x00), 0x00);
  EXPECT_EQ(px::crc8(nothing, 0x31, 0xFF), 0x81);
}

TEST(Bits, CrossBytesAsTheDatasheetDrawsThem) {
  const std::uint8_t bytes[] = {0x12, 0x34, 0x56, 0x78, 0x9A};
  EXPECT_EQ(bits(bytes, 4, 20), 0x23456U);
  EXPECT_EQ(bits(bytes, 0, 32), 0x12345678U);
  EXPECT_EQ(bits(bytes, 8, 32), 0x3456789AU);
  EXPECT_EQ(bits(bytes, 33, 1), 0U);
  EXPECT_EQ(signed_bits(bytes, 32, 4), -7);
  EXPECT_EQ(signed_bits(bytes, 32, 5), -13);
}

TEST(Bits, LittleTakesTheLowestByteFirst) {
  const std::uint8_t bytes[] = {0x34, 0x92, 0xFF, 0xFF};
  EXPECT_EQ(little(bytes, 2), 0x9234U);
  EXPECT_EQ(signed_little(bytes, 2), 0x9234 - 0x10000);
  EXPECT_EQ(signed_little(bytes, 4), 0x9234 - 0x10000);
}

TEST(Put, WritesEitherOrder) {
  std::uint8_t bytes[3] = {};
  put(bytes, 0x123456, 3);
  EXPECT_EQ(bytes[0], 0x12);
  EXPECT_EQ(bytes[2], 0x56);
  put_little(bytes, 0x123456, 3);
  EXPECT_EQ(bytes[0], 0x56);
  EXPECT_EQ(bytes[2], 0x12);
}

TEST(RoundedQuotient, TakesHalvesAwayFromZero) {
  EXPECT_EQ(rounded_quotient(5, 2), 3);
  EXPECT_EQ(rounded_quotient(-5, 2), -3);
  EXPECT_EQ(rounded_quotient(7, 5), 1);
  EXPECT_EQ(rounded_quotient(-8, 5), -2);
  EXPECT_EQ(rounded_quotient<std::int64_t>(1LL << 40, 3), 366503875925);
}

TEST(Scaled, RoundsSaturatesAndTakesNanAsZero) {
  EXPECT_EQ(scaled(24.735F, 100), 2474);
  EXPECT_EQ(scaled(-0.5F, 1), -1);
  EXPECT_EQ(scaled(1e10F, 1), INT32_MAX);
  EXPECT_EQ(scaled(-1e10F, 1), INT32_MIN);
  EXPECT_EQ(scaled(std::numeric_limits<float>::quiet_NaN(), 1), 0);
}

TEST(Power, OfANarrowNumberIsNoNarrowNumber) {
  EXPECT_EQ(power<2>(std::int8_t{-128}), 16384);
  EXPECT_EQ(power<3>(std::uint8_t{255}), 16581375);
  EXPECT_EQ(power<4>(std::int16_t{-215}), 2136750625);
  EXPECT_EQ(power<2>(std::int64_t{1} << 30), std::int64_t{1} << 60);
}

TEST(Exponential, IsThatOfTheMathLibrary) {
  for (double x = -79; x < 79; x += 0.37) {
    EXPECT_NEAR(exponential(x) / std::exp(x), 1, 1e-13) << x;
    EXPECT_NEAR(exponential(static_cast<float>(x)) / std::exp(static_cast<float>(x)), 1, 1e-5) << x;
  }
}

TEST(Floor, GoesDownForNegatives) {
  EXPECT_EQ(floor<std::int32_t>(-0.25), -1);
  EXPECT_EQ(floor<std::int32_t>(-2.0), -2);
  EXPECT_EQ(floor<std::int32_t>(2.75), 2);
}

TEST(IsFinite, RefusesInfinitiesAndNan) {
  EXPECT_TRUE(is_finite(1e300));
  EXPECT_FALSE(is_finite(std::numeric_limits<double>::infinity()));
  EXPECT_FALSE(is_finite(-std::numeric_limits<float>::infinity()));
  EXPECT_FALSE(is_finite(std::numeric_limits<float>::quiet_NaN()));
}

}  // namespace
