#include <gtest/gtest.h>

#include <prometheus_express/sensors/setting_text.hpp>

using prometheus_express::sensors::find_choice;
using prometheus_express::sensors::read_number;

namespace {

TEST(ReadNumber, CountsInUnitsOfItsDecimals) {
  std::int32_t count = 0;
  EXPECT_TRUE(read_number("3.3", 4, 0, 1'000'000, count));
  EXPECT_EQ(count, 33000);
  EXPECT_TRUE(read_number("-12.50", 1, -1000, 1000, count));
  EXPECT_EQ(count, -125);
  EXPECT_TRUE(read_number("1e-04", 9, 0, INT32_MAX, count));
  EXPECT_EQ(count, 100000);
  EXPECT_TRUE(read_number("2E+2", 0, 0, 300, count));
  EXPECT_EQ(count, 200);
  EXPECT_TRUE(read_number("3.0517578125e-05", 9, 0, INT32_MAX, count));
  EXPECT_EQ(count, 30518);
  EXPECT_TRUE(read_number("1.249", 1, 0, 1000, count));
  EXPECT_EQ(count, 12);
  EXPECT_TRUE(read_number("1.25", 1, 0, 1000, count));
  EXPECT_EQ(count, 13);
  EXPECT_TRUE(read_number("0.30000000000000004", 5, 0, 100000, count));
  EXPECT_EQ(count, 30000);
  EXPECT_TRUE(read_number("0.0018344119999999999", 9, 0, INT32_MAX, count));
  EXPECT_EQ(count, 1834412);
}

TEST(ReadNumber, RefusesWhatIsNoneOrDoesNotFit) {
  std::int32_t count = 7;
  for (const char* text : {"", "-", ".5", "5.", "1e", "1e99", "12x", "101", "-1", "99999999999999999999",
                           "1.00000000000000000000x", " 1"}) {
    EXPECT_FALSE(read_number(text, 1, 0, 1000, count)) << text;
  }
  EXPECT_EQ(count, 7);
}

TEST(FindChoice, TakesWordsAndEqualNumbers) {
  constexpr std::string_view choices[] = {"0.125", "1", "low"};
  EXPECT_EQ(find_choice(choices, "low"), 2U);
  EXPECT_EQ(find_choice(choices, "0.1250"), 0U);
  EXPECT_EQ(find_choice(choices, "1.0"), 1U);
  EXPECT_EQ(find_choice(choices, "2"), 3U);
  EXPECT_EQ(find_choice(choices, "Low"), 3U);
}

}  // namespace
