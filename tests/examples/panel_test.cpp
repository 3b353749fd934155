// The simulated display: what the datasheet of the SSD1306 says of its commands, as bytes on the wire.
#include "panel.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "panel_picture.hpp"

namespace {

using prometheus_express::bus::Outcome;
using Bytes = std::vector<std::uint8_t>;
using Pixels = std::vector<std::pair<int, int>>;

constexpr std::uint8_t commands = 0x00, data = 0x40;

Outcome send(Panel& panel, std::uint8_t control, const Bytes& bytes) {
  Bytes all = {control};
  all.insert(all.end(), bytes.begin(), bytes.end());
  return panel.transfer(all, {});
}

/// All that shine, row after row.
Pixels lit(const Panel& panel) {
  Pixels pixels;
  for (int y = 0; y < Panel::height; ++y) {
    for (int x = 0; x < Panel::width; ++x) {
      if (panel.is_lit(x, y)) {
        pixels.emplace_back(x, y);
      }
    }
  }
  return pixels;
}

/// On, the right way up, its memory dark, a byte that is written goes to page 0, column 0.
class Dark : public testing::Test {
 protected:
  Dark() {
    send(panel, commands, {0x8D, 0x14, 0xA1, 0xC8, 0x20, 0x00, 0x21, 0, 127, 0x22, 0, 7});
    send(panel, data, Bytes(1024, 0));
    send(panel, commands, {0xAF});
  }
  ~Dark() override { EXPECT_EQ(panel.problems(), std::vector<std::string>{}); }

  Panel panel;
};

TEST_F(Dark, BitsOfAByteAreEightRows) {
  send(panel, data, {0x81, 0x02});
  EXPECT_EQ(lit(panel), (Pixels{{0, 0}, {1, 1}, {0, 7}}));
}

TEST_F(Dark, HorizontallyTheWindowIsFilledPageByPage) {
  send(panel, commands, {0x21, 126, 127, 0x22, 6, 7});
  send(panel, data, {1, 2, 4, 8, 16});  // the fifth goes to the first place again
  EXPECT_EQ(lit(panel), (Pixels{{127, 49}, {126, 52}, {126, 58}, {127, 59}}));
}

TEST_F(Dark, VerticallyTheWindowIsFilledColumnByColumn) {
  send(panel, commands, {0x20, 0x01, 0x21, 3, 4, 0x22, 1, 2});
  send(panel, data, {1, 1, 2, 2, 4});
  EXPECT_EQ(lit(panel), (Pixels{{4, 9}, {3, 10}, {3, 16}, {4, 17}}));
}

TEST_F(Dark, ByPagesTheColumnGoesRoundAndThePageStays) {
  send(panel, commands, {0x20, 0x02, 0xB3, 0x0E, 0x17});
  send(panel, data, {1, 1, 2});
  EXPECT_EQ(lit(panel), (Pixels{{126, 24}, {127, 24}, {0, 25}}));
}

TEST_F(Dark, ControlBytesMayStandBeforeEachByte) {
  const Bytes mixed = {0x80, 0x21, 0x80, 5, 0x80, 6, 0xC0, 0x01, 0x40, 0x03};
  EXPECT_EQ(panel.transfer(mixed, {}), Outcome::ok);
  EXPECT_EQ(lit(panel), (Pixels{{5, 0}, {6, 0}, {6, 1}}));
}

TEST_F(Dark, SegmentsFromTheFirstOnMirrorWhatIsWrittenFromThenOn) {
  send(panel, data, {1});
  send(panel, commands, {0xA0});
  send(panel, data, {2});
  EXPECT_EQ(lit(panel), (Pixels{{0, 0}, {126, 1}}));
}

TEST_F(Dark, LinesFromTheFirstOnTurnThePictureAtOnce) {
  send(panel, data, {1});
  send(panel, commands, {0xC0});
  EXPECT_EQ(lit(panel), (Pixels{{0, 63}}));
}

TEST_F(Dark, StartLineAndOffsetMoveThePictureUp) {
  send(panel, data, {0, 0x30});
  send(panel, commands, {0x43});
  EXPECT_EQ(lit(panel), (Pixels{{1, 1}, {1, 2}}));
  send(panel, commands, {0xD3, 2});
  EXPECT_EQ(lit(panel), (Pixels{{1, 0}, {1, 63}}));
}

TEST_F(Dark, InverseAndAllLitLeaveTheMemoryAlone) {
  send(panel, data, {1});
  send(panel, commands, {0xA7});
  EXPECT_EQ(lit(panel).size(), 8191U);
  EXPECT_FALSE(panel.is_lit(0, 0));
  send(panel, commands, {0xA5});
  EXPECT_EQ(lit(panel).size(), 8192U);
  send(panel, commands, {0xA4, 0xA6});
  EXPECT_EQ(lit(panel), (Pixels{{0, 0}}));
}

TEST_F(Dark, OffIsDark) {
  send(panel, data, {1});
  Bytes status = {0xAA};
  EXPECT_EQ(panel.transfer({}, status), Outcome::ok);
  EXPECT_EQ(status, Bytes{0x00});
  send(panel, commands, {0xAE});
  EXPECT_TRUE(lit(panel).empty());
  panel.transfer({}, status);
  EXPECT_EQ(status, Bytes{0x40});
}

TEST_F(Dark, RowsBeyondTheMultiplexRatioAreDark) {
  send(panel, commands, {0xA7, 0xA8, 31});
  EXPECT_EQ(lit(panel).size(), 32U * 128);
}

TEST_F(Dark, ContrastIsWhatItWasSetTo) {
  EXPECT_EQ(panel.contrast(), 0x7F);
  send(panel, commands, {0x81, 0x21});
  EXPECT_EQ(panel.contrast(), 0x21);
}

TEST_F(Dark, AParameterMayComeInTheNextTransfer) {
  send(panel, commands, {0x21, 9});
  send(panel, commands, {9});
  send(panel, data, {1});
  EXPECT_EQ(lit(panel), (Pixels{{9, 0}}));
}

TEST_F(Dark, BytesAreAcknowledgedAsLongAsItIsTold) {
  panel.acknowledge(2);
  EXPECT_EQ(send(panel, data, {1, 1}), Outcome::nack);
  EXPECT_EQ(lit(panel), (Pixels{{0, 0}}));
  EXPECT_EQ(send(panel, data, {1}), Outcome::nack);
}

TEST(Panel, WithoutPowerItForgetsItsPictureAndItsSettings) {
  Panel panel;
  EXPECT_TRUE(lit(panel).empty()) << "off after power-up";
  send(panel, commands, {0x8D, 0x14, 0xAF});
  EXPECT_GT(lit(panel).size(), 1000U) << "its memory holds anything";
  const Pixels first = lit(panel);
  panel.power_cycle();
  EXPECT_FALSE(panel.is_on());
  send(panel, commands, {0x8D, 0x14, 0xAF});
  EXPECT_NE(lit(panel), first);
}

TEST(Panel, TellsWhatItShouldNotHaveBeenSent) {
  Panel panel;
  send(panel, commands, {0xAF, 0x23, 0x20, 3, 0x21, 5, 4, 0x22, 0, 8, 0xA8, 3});
  send(panel, 0x41, {});
  send(panel, commands, {0x21, 1});
  send(panel, data, {0});
  EXPECT_EQ(panel.problems(),
            (std::vector<std::string>{"turned on without its charge pump", "command 0x23",
                                      "a mode of addressing", "a window", "a window", "a multiplex ratio",
                                      "a control byte", "data within a command"}));
}

TEST_F(Dark, AsTextTwoRowsAreOneLine) {
  send(panel, data, {0x01, 0x02, 0x03});
  const std::string text = text_of(panel);
  EXPECT_EQ(text.substr(0, 12), "\u2580\u2584\u2588   ");
  EXPECT_EQ(text.size(), 32U * 129 + 3 * 2);
}

}  // namespace
