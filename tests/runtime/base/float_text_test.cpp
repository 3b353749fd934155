#include <gtest/gtest.h>

#include "number_text_oracle.hpp"
#include "prometheus_express/base/number_text.hpp"

namespace prometheus_express {
namespace {

std::string_view text(float value) {
  static NumberText out;
  return {out.data(), format(out, value)};
}

TEST(FloatText, IsShortestInTheWidthOfAFloat) {
  EXPECT_EQ(text(24.7359f), "24.7359");
  EXPECT_EQ(text(0.1f), "0.1");
  EXPECT_EQ(text(16777216.0f), "16777216");
  EXPECT_EQ(text(1e-45f), "1e-45");
  EXPECT_EQ(text(3.4028235e38f), "3.4028235e+38");
}

TEST(FloatText, OfZerosInfinitiesAndNan) {
  EXPECT_EQ(text(0.0f), "0");
  EXPECT_EQ(text(-0.0f), "-0");
  EXPECT_EQ(text(std::numeric_limits<float>::infinity()), "+Inf");
  EXPECT_EQ(text(-std::numeric_limits<float>::infinity()), "-Inf");
  EXPECT_EQ(text(std::numeric_limits<float>::quiet_NaN()), "NaN");
  EXPECT_EQ(text(-std::numeric_limits<float>::signaling_NaN()), "NaN");
}

TEST(FloatText, OfHardCasesAgreesWithToChars) {
  for (const float value : number_text_oracle::hard_cases<float>()) {
    ASSERT_EQ(text(value), number_text_oracle::text(value));
    ASSERT_EQ(text(-value), number_text_oracle::text(-value));
  }
}

TEST(FloatText, OfTwentyMillionRandomFloatsAgreesWithToChars) {
  number_text_oracle::Random random(3);
  for (int i = 0; i < 20'000'000; ++i) {
    const auto bits = static_cast<std::uint32_t>(random() >> 32);
    const auto value = std::bit_cast<float>(bits);
    ASSERT_EQ(text(value), number_text_oracle::text(value)) << std::hex << bits;
  }
}

}  // namespace
}  // namespace prometheus_express
