#include "double_text.hpp"

#include <gtest/gtest.h>

#include "double_powers.hpp"
#include "number_text_oracle.hpp"

namespace prometheus_express {
namespace {

template <typename Powers>
class DoubleText : public testing::Test {
 protected:
  static std::string_view text(double value) {
    static NumberText out;
    return {out.data(), format_with<Powers>(out, value)};
  }

  // What the rare path says, which random numbers reach too seldom: its digits without trailing zeros.
  static std::string exact_text(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    NumberText out;
    return {out.data(), write(out, false, decide_exactly(scale<Powers>(bits, is_narrow_below(bits))))};
  }
};

using Tables = testing::Types<FullDoublePowers, CompactDoublePowers>;
TYPED_TEST_SUITE(DoubleText, Tables);

TYPED_TEST(DoubleText, IsLaidOutAsInEcmascript) {
  EXPECT_EQ(this->text(1060948), "1060948");
  EXPECT_EQ(this->text(24.7359), "24.7359");
  EXPECT_EQ(this->text(983.25), "983.25");
  EXPECT_EQ(this->text(1e20), "100000000000000000000");
  EXPECT_EQ(this->text(1e21), "1e+21");
  EXPECT_EQ(this->text(0.000001), "0.000001");
  EXPECT_EQ(this->text(5e-7), "5e-7");
  EXPECT_EQ(this->text(5e-324), "5e-324");
  EXPECT_EQ(this->text(1.7976931348623157e308), "1.7976931348623157e+308");
}

TYPED_TEST(DoubleText, OfZerosInfinitiesAndNan) {
  EXPECT_EQ(this->text(0.0), "0");
  EXPECT_EQ(this->text(-0.0), "-0");
  EXPECT_EQ(this->text(std::numeric_limits<double>::infinity()), "+Inf");
  EXPECT_EQ(this->text(-std::numeric_limits<double>::infinity()), "-Inf");
  EXPECT_EQ(this->text(std::numeric_limits<double>::quiet_NaN()), "NaN");
  EXPECT_EQ(this->text(-std::numeric_limits<double>::signaling_NaN()), "NaN");
}

TYPED_TEST(DoubleText, OfHardCasesAgreesWithToChars) {
  for (const double value : number_text_oracle::hard_cases<double>()) {
    ASSERT_EQ(this->text(value), number_text_oracle::text(value));
    ASSERT_EQ(this->text(-value), number_text_oracle::text(-value));
  }
}

TYPED_TEST(DoubleText, OfHardCasesDecidedExactlyAgreesWithToChars) {
  for (const double value : number_text_oracle::hard_cases<double>()) {
    if (std::isfinite(value) && value != 0) {
      ASSERT_EQ(this->exact_text(value), number_text_oracle::text(value));
    }
  }
}

TYPED_TEST(DoubleText, OfTwentyMillionRandomDoublesAgreesWithToChars) {
  number_text_oracle::Random random(4);
  for (int i = 0; i < 20'000'000; ++i) {
    const std::uint64_t bits = random();
    const auto value = std::bit_cast<double>(bits);
    ASSERT_EQ(this->text(value), number_text_oracle::text(value)) << std::hex << bits;
  }
}

TYPED_TEST(DoubleText, OfAMillionShortDecimalsIsThatDecimal) {
  number_text_oracle::Random random(5);
  for (int i = 0; i < 1'000'000; ++i) {
    const auto digits = static_cast<double>(random() % 100'000'000);
    const double value = digits / std::pow(10.0, static_cast<double>(random() % 8));
    ASSERT_EQ(this->text(value), number_text_oracle::text(value));
  }
}

TEST(DoublePowers, AreTheSameInBothTables) {
  for (int n = double_power_first; n < double_power_first + static_cast<int>(double_power_count); ++n) {
    ASSERT_EQ(FullDoublePowers::at(n), CompactDoublePowers::at(n)) << n;
  }
}

}  // namespace
}  // namespace prometheus_express
