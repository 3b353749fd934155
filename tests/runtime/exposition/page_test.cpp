#include "prometheus_express/exposition/page.hpp"

#include <gtest/gtest.h>

namespace prometheus_express {
namespace {

constexpr char two_lines[] = R"(# HELP x a mail to me@ home @
# TYPE x gauge
x{mail="a@b"} @
x{mail="@"} @
)";

TEST(Stops, AreTheHeadsEndAndEachFinalMark) {
  constexpr auto found = stops<2>(two_lines);
  const std::string_view text = two_lines;
  EXPECT_EQ(text.substr(0, found[0]), "# HELP x a mail to me@ home @\n# TYPE x gauge\n");
  EXPECT_EQ(text.substr(found[0], found[1] - found[0]), "x{mail=\"a@b\"} ");
  EXPECT_EQ(text.substr(found[1] + 2U, found[2] - found[1] - 2U), "x{mail=\"@\"} ");
}

TEST(Stops, FindTheMarksOfLabelValuesKnownAtRunTime) {
  static constexpr char text[] = "# TYPE x gauge\nx{a=@,b=\"@ \\\" @\",c=@} @\n";
  constexpr auto found = stops<1, 2>(text);
  const std::string_view view = text;
  EXPECT_EQ(view.substr(found[0], found[1] - found[0]), "x{a=");
  EXPECT_EQ(view.substr(found[1] + 1U, found[2] - found[1] - 1U), ",b=\"@ \\\" @\",c=");
  EXPECT_EQ(view.substr(found[2] + 1U, found[3] - found[2] - 1U), "} ");
}

TEST(LargestText, HasTheLongestValueInEachLine) {
  static constexpr auto found = stops<2>(two_lines);
  static constexpr Block blocks[] = {{two_lines, found}};
  constexpr PageFamily family{blocks, nullptr, 0};
  EXPECT_EQ(largest_text(family, 2), sizeof(two_lines) - 1);  // a character in place of each mark
  EXPECT_EQ(largest_text(family, 25 + 10), sizeof(two_lines) - 1 - 2 + 35);
}

TEST(LargestText, RepeatsTheLinesOfEachPlaceWithTheirLongestTexts) {
  static constexpr char text[] = "# TYPE x gauge\nx{a=@} @\n";
  static constexpr auto found = stops<1, 1>(text);
  static constexpr Block blocks[] = {{text, found}};
  static constexpr TextHoles holes{1, nullptr, nullptr};
  constexpr PageFamily family{blocks, nullptr, 0, 1, 3, &holes};
  constexpr std::size_t line = sizeof("x{a=\"12\"} 1234567890\n") - 1;
  EXPECT_EQ(largest_text(family, 10, 4), sizeof("# TYPE x gauge\n") - 1 + 3 * line);
}

}  // namespace
}  // namespace prometheus_express
