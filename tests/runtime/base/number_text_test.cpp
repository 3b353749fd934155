#include "prometheus_express/base/number_text.hpp"

#include <gtest/gtest.h>

#include <string>

#include "digits.hpp"
#include "number_text_oracle.hpp"

namespace prometheus_express {
namespace {

template <typename Number>
std::string text(Number value) {
  NumberText out;
  return {out.data(), format(out, value)};
}

template <typename Number>
std::string decimal(Number scaled, unsigned places) {
  NumberText out;
  return {out.data(), format_decimal(out, scaled, places)};
}

template <typename Number>
class IntegerText : public testing::Test {};
using Integers = testing::Types<std::uint32_t, std::int32_t, std::uint64_t, std::int64_t>;
TYPED_TEST_SUITE(IntegerText, Integers);

TYPED_TEST(IntegerText, IsPlainDigitsAtEveryLength) {
  using Limits = std::numeric_limits<TypeParam>;
  EXPECT_EQ(text(Limits::min()), std::to_string(Limits::min()));
  EXPECT_EQ(text(Limits::max()), std::to_string(Limits::max()));
  EXPECT_EQ(text(TypeParam{0}), "0");
  for (TypeParam power = 1;; power = static_cast<TypeParam>(power * 10)) {
    for (TypeParam digit = 1; digit <= 9 && power <= Limits::max() / digit; ++digit) {
      const auto value = static_cast<TypeParam>(power * digit);
      EXPECT_EQ(text(value), std::to_string(value));
      EXPECT_EQ(text(static_cast<TypeParam>(value - 1)), std::to_string(value - 1));
      EXPECT_EQ(text(static_cast<TypeParam>(TypeParam{0} - value)), std::to_string(TypeParam{0} - value));
    }
    if (power > Limits::max() / 10) {
      break;
    }
  }
}

TYPED_TEST(IntegerText, IsPlainDigitsForRandomValuesOfEveryLength) {
  number_text_oracle::Random random(1);
  for (int i = 0; i < 1'000'000; ++i) {
    const auto value = static_cast<TypeParam>(random() >> random() % 64);
    ASSERT_EQ(text(value), std::to_string(value));
  }
}

TEST(DecimalText, HasNoTrailingZeros) {
  EXPECT_EQ(decimal(std::int32_t{2470}, 2), "24.7");
  EXPECT_EQ(decimal(std::int32_t{1200}, 2), "12");
  EXPECT_EQ(decimal(std::int32_t{1200}, 0), "1200");
  EXPECT_EQ(decimal(std::int64_t{1'000'000'000'000'000'000}, 18), "1");
  EXPECT_EQ(decimal(std::int64_t{-1'500'000'000'000'000'000}, 18), "-1.5");
}

TEST(DecimalText, HasAZeroInFrontOfThePoint) {
  EXPECT_EQ(decimal(std::int32_t{-5}, 1), "-0.5");
  EXPECT_EQ(decimal(std::int32_t{50}, 9), "0.00000005");
  EXPECT_EQ(decimal(std::int64_t{-1}, 18), "-0.000000000000000001");
}

TEST(DecimalText, OfZeroIsZero) {
  for (unsigned places = 0; places <= 18; ++places) {
    EXPECT_EQ(decimal(std::int32_t{0}, places), "0");
    EXPECT_EQ(decimal(std::int64_t{0}, places), "0");
  }
}

TEST(DecimalText, OfTheLeastAndGreatestIsExact) {
  EXPECT_EQ(decimal(std::numeric_limits<std::int32_t>::min(), 9), "-2.147483648");
  EXPECT_EQ(decimal(std::numeric_limits<std::int32_t>::max(), 0), "2147483647");
  EXPECT_EQ(decimal(std::numeric_limits<std::int64_t>::min(), 18), "-9.223372036854775808");
  EXPECT_EQ(decimal(std::numeric_limits<std::int64_t>::max(), 17), "92.23372036854775807");
}

// Reads the text back with integers: sign, digits and the place of the point.
std::int64_t read_back(std::string_view text, unsigned places) {
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative ? 1 : 0);
  std::uint64_t magnitude = 0;
  unsigned behind = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.') {
      point = true;
    } else {
      magnitude = magnitude * 10 + static_cast<std::uint64_t>(c - '0');
      behind += point ? 1 : 0;
    }
  }
  for (; behind < places; ++behind) {
    magnitude *= 10;
  }
  return static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
}

TEST(DecimalText, ReadsBackAsTheScaledInteger) {
  number_text_oracle::Random random(2);
  for (int i = 0; i < 1'000'000; ++i) {
    const auto wide = static_cast<std::int64_t>(random()) >> random() % 64;
    const auto narrow = static_cast<std::int32_t>(wide);
    const auto places = static_cast<unsigned>(random() % 19);
    const std::string wide_text = decimal(wide, places);
    const std::string narrow_text = decimal(narrow, places % 10);
    ASSERT_EQ(read_back(wide_text, places), wide) << wide_text;
    ASSERT_EQ(read_back(narrow_text, places % 10), narrow) << narrow_text;
    ASSERT_EQ(narrow_text, decimal(std::int64_t{narrow}, places % 10));
    if (wide_text.find('.') != std::string::npos) {
      ASSERT_NE(wide_text.back(), '0') << wide_text;
      ASSERT_NE(wide_text.back(), '.') << wide_text;
    }
  }
}

TEST(NumberTextSize, IsReachedAndNeverExceeded) {
  EXPECT_EQ(text(-1.5457032366645098e-6), "-0.0000015457032366645098");
  EXPECT_EQ(text(-1.5457032366645098e-6).size(), number_text_size);
}

TEST(NumberText, LeavesWhatStandsBehindTheBufferAlone) {
  struct {
    NumberText text;
    char guard[8] = {'g', 'u', 'a', 'r', 'd', 'i', 'a', 'n'};
  } memory;
  const auto check = [&](std::size_t length) {
    EXPECT_GT(length, 0U);
    EXPECT_LE(length, number_text_size);
    EXPECT_EQ(std::string_view(memory.guard, 8), "guardian");
  };
  for (const double value : number_text_oracle::hard_cases<double>()) {
    check(format(memory.text, -value));
  }
  for (const float value : number_text_oracle::hard_cases<float>()) {
    check(format(memory.text, -value));
  }
  for (unsigned places = 0; places <= 18; ++places) {
    check(format_decimal(memory.text, std::numeric_limits<std::int64_t>::min(), places));
    check(format_decimal(memory.text, std::int64_t{-1}, places));
  }
  check(format(memory.text, std::numeric_limits<std::uint64_t>::max()));
  check(format(memory.text, std::numeric_limits<std::int64_t>::min()));
}

}  // namespace
}  // namespace prometheus_express
