// The code of the board feather_m4, run on a model of its chip's registers.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "board.hpp"

namespace {

using prometheus_express::bus::Outcome;
using Bytes = std::vector<std::uint8_t>;

constexpr prometheus_express::bus::Target part{0x76},
    w5500{.number = 0, .mode = 0, .frequency = board::spi_frequency};

class FeatherM4 : public testing::Test {
 protected:
  FeatherM4() { board::start(); }
  ~FeatherM4() override {
    EXPECT_TRUE(chip.problems().empty())
        << chip.problems().front() << ", " << chip.problems().size() << " in all";
  }

  ChipModel chip;
};

TEST_F(FeatherM4, StartsByTheRulesOfTheDataSheet) {
  EXPECT_EQ(chip.word(0x40001C20) & 0x1FU, 7U) << "the processor's clock is DPLL0";
  EXPECT_EQ(chip.word(0x40002000), 2U) << "the watchdog is on";
  EXPECT_EQ(chip.word(0x40002001), 0xAU) << "8 s";
  EXPECT_TRUE(chip.has_level(20)) << "the chip select rests";
}

TEST(FeatherM4Clocks, WithoutTheDpllTheProcessorStaysWithTheDfll) {
  ChipModel chip;
  chip.dpll_does_not_lock = true;
  board::start();
  EXPECT_EQ(chip.word(0x40001C20) & 0x1FU, 6U);
  EXPECT_TRUE(chip.problems().empty());
}

TEST_F(FeatherM4, SpiMovesHeadAndDataInOneWindow) {
  chip.spi_part = [next = 0](std::uint8_t) mutable { return static_cast<std::uint8_t>(next++); };
  const Bytes head = {1, 2, 3}, out = {4};
  Bytes in(4);
  EXPECT_EQ(board::spi.begin_pieces(w5500, head, out, in), Outcome::ok);
  EXPECT_EQ(chip.spi_windows, std::vector<std::string>{std::string("\1\2\3\4\0\0\0", 7)});
  EXPECT_EQ(in, (Bytes{3, 4, 5, 6})) << "what came with the head is nobody's";
  EXPECT_TRUE(chip.has_level(20));
}

TEST_F(FeatherM4, SpiTakesTheSameMemoryForBoth) {
  chip.spi_part = [](std::uint8_t byte) { return static_cast<std::uint8_t>(~byte); };
  Bytes bytes = {0x00, 0x0F, 0xF0};
  EXPECT_EQ(board::spi.begin(w5500, bytes, bytes), Outcome::ok);
  EXPECT_EQ(bytes, (Bytes{0xFF, 0xF0, 0x0F}));
}

TEST_F(FeatherM4, SpiIsNoFasterThanThePartStands) {
  const Bytes out = {1};
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> dividers = {
      {12'000'000, 1}, {11'999'999, 2}, {24'000'000, 0}, {1000, 255}};
  for (const auto& [frequency, divider] : dividers) {
    EXPECT_EQ(board::spi.begin({.number = 0, .mode = 3, .frequency = frequency}, out, {}), Outcome::ok);
    EXPECT_EQ(chip.word(0x4000340C), divider) << frequency;
  }
}

TEST_F(FeatherM4, SpiThatStandsStillFailsAndIsSetUpAgain) {
  const Bytes out = {1, 2};
  chip.spi_stands_still = true;
  EXPECT_EQ(board::spi.begin(w5500, out, {}), Outcome::failed);
  EXPECT_TRUE(chip.has_level(20));
  chip.spi_stands_still = false;
  EXPECT_EQ(board::spi.begin(w5500, out, {}), Outcome::ok);
  EXPECT_EQ(chip.spi_windows.back(), "\1\2");
}

TEST_F(FeatherM4, NobodyWaitsForASynchronizationWithoutEnd) {
  const Bytes out = {1};
  chip.never_synchronizes = true;
  EXPECT_EQ(board::spi.begin({.number = 0, .mode = 1, .frequency = 1'000'000}, out, {}), Outcome::failed);
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::failed);
  chip.never_synchronizes = false;
  EXPECT_EQ(board::spi.begin(w5500, out, {}), Outcome::ok);
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::ok);
}

TEST_F(FeatherM4, I2cWritesThenReadsBehindARepeatedStart) {
  chip.i2c_part.readable = {0x60, 0x61, 0x62};
  const Bytes out = {0xD0, 0xD1};
  Bytes in(3);
  EXPECT_EQ(board::i2c.begin(part, out, in), Outcome::ok);
  EXPECT_EQ(chip.i2c_part.log, "SWwwSRrrnP");
  EXPECT_EQ(chip.i2c_part.written, out);
  EXPECT_EQ(in, chip.i2c_part.readable);
}

TEST_F(FeatherM4, I2cWritesAloneReadsAloneAndAsksAnAddress) {
  const Bytes out = {0x40};
  Bytes in(1);
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::ok);
  EXPECT_EQ(board::i2c.begin(part, {}, in), Outcome::ok);
  EXPECT_EQ(board::i2c.begin(part, {}, {}), Outcome::ok);
  EXPECT_EQ(chip.i2c_part.log, "SWwPSRnPSWP");
}

TEST_F(FeatherM4, I2cRunsAt400KilohertzWithALongLowPeriod) {
  const std::uint32_t high = (chip.word(0x4101200C) & 0xFFU) + 5, low = (chip.word(0x4101200C) >> 8U) + 5;
  EXPECT_GE(low, 1300 * 48 / 1000U) << "UM10204, table 10";
  EXPECT_GE(high, 600 * 48 / 1000U);
  EXPECT_LE(48'000'000 / (low + high + 4), 400'000U);
  EXPECT_GE(48'000'000 / (low + high + 4), 380'000U);
}

TEST_F(FeatherM4, I2cStopsBehindWhatNobodyAcknowledges) {
  const Bytes out = {1, 2, 3};
  Bytes in(2);
  EXPECT_EQ(board::i2c.begin({0x77}, out, in), Outcome::nack);
  EXPECT_EQ(board::i2c.begin({0x77}, {}, in), Outcome::nack);
  chip.i2c_part.acknowledges = 1;
  EXPECT_EQ(board::i2c.begin(part, out, in), Outcome::nack);
  EXPECT_EQ(chip.i2c_part.log, "SWPSRPSWwwP");
}

TEST_F(FeatherM4, I2cGivesUpAHeldClockAndADisturbedBus) {
  const Bytes out = {1};
  chip.i2c_part.holds_clock = true;
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::failed);
  EXPECT_LT(chip.accesses(), 100'000U) << "25 ms of the timer";
  chip.i2c_part.holds_clock = false;
  chip.i2c_part.disturbs = true;
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::failed);
  chip.i2c_part.disturbs = false;
  chip.i2c_part.never_lets_stop = true;
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::failed);
  EXPECT_LT(chip.accesses(), 100'000U);
  chip.i2c_part.never_lets_stop = false;
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::ok);
}

TEST_F(FeatherM4, I2cFreesADataLineByClocks) {
  const Bytes out = {1};
  chip.data_is_held = 7;
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::stuck);
  EXPECT_TRUE(chip.i2c_part.log.empty());
  EXPECT_TRUE(board::i2c.recover());
  EXPECT_EQ(chip.data_is_held, 0U);
  EXPECT_EQ(board::i2c.begin(part, out, {}), Outcome::ok);
}

TEST_F(FeatherM4, I2cSaysThatALineIsHeldForGood) {
  chip.data_is_held = 1000;
  EXPECT_FALSE(board::i2c.recover());
  EXPECT_EQ(chip.data_is_held, 1000U - 10) << "nine clocks and a stop";
}

TEST_F(FeatherM4, TheTimerCountsMilliseconds) {
  const std::uint64_t start = board::timer.milliseconds();
  for (int read = 0; read < 10'000; ++read) {
    static_cast<void>(board::timer.ticks());
  }
  const std::uint64_t passed = board::timer.milliseconds() - start;
  EXPECT_NEAR(static_cast<double>(passed), 10'000 * 5 * 3 / 3000, 1)
      << "five accesses, each a microsecond of the model";
}

}  // namespace
