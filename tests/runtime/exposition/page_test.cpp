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

TEST(LargestText, HasTheLongestValueInEachLine) {
  static constexpr auto found = stops<2>(two_lines);
  static constexpr Block blocks[] = {{two_lines, found}};
  EXPECT_EQ(largest_text(blocks, 1), sizeof(two_lines) - 1);
  EXPECT_EQ(largest_text(blocks, 25), sizeof(two_lines) - 1 + 2 * 24);
}

}  // namespace
}  // namespace prometheus_express
