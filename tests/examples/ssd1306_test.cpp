// The display's driver against the simulated panel: what is drawn is shown, by no more bytes than that takes, whatever the bus and the panel do.
#include "ssd1306.hpp"

#include <gtest/gtest.h>

#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <random>
#include <string>
#include <vector>

#include "panel.hpp"
#include "shared_i2c.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::Time;
namespace simulated = prometheus_express::simulated;

constexpr std::uint8_t address = 0x3C;

class Ssd1306Test : public testing::Test {
 protected:
  Ssd1306Test() { bus.attach(address, panel); }
  ~Ssd1306Test() override {
    EXPECT_TRUE(cuts_commands || panel.problems().empty()) << panel.problems().front();
  }

  /// Polls whenever it is told to, for so long. No poll begins more than one transfer, or hardly pauses without need.
  void run(Duration span) {
    const Time until = now + span;
    for (;;) {
      const unsigned before = bus.transfers();
      const Duration pause = display.poll(now);
      EXPECT_LE(bus.transfers(), before + 1);
      if (panel.is_on()) {
        shown_noise = shown_noise || !matches();
      }
      if (pause >= until - now) {
        now = until;
        return;
      }
      ASSERT_GT(pause, Duration{}) << "it would never be asked later";
      now = now + pause;
    }
  }

  /// Whether the panel shows what was drawn, and nothing else.
  [[nodiscard]] bool matches() {
    for (int y = 0; y < Frame::height; ++y) {
      for (int x = 0; x < Frame::width; ++x) {
        if (panel.is_lit(x, y) != picture.is_set(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  void set(int x, int y) {
    picture.set(x, y);
    display.draw() = picture;
  }

  /// Bytes that the panel gets until it shows what was drawn.
  std::size_t bytes_until_current() {
    const std::size_t before = panel.bytes();
    while (!display.is_current()) {
      run(Duration{1});
    }
    return panel.bytes() - before;
  }

  void draw_noise(unsigned seed) {
    std::minstd_rand random(seed);
    picture.clear();
    for (int count = 0; count < 2000; ++count) {
      picture.set(static_cast<int>(random() % 128), static_cast<int>(random() % 64));
    }
    display.draw() = picture;
  }

  simulated::I2c bus;
  Panel panel;
  Ssd1306 display{bus, {address}};
  Frame picture;
  Time now{0xFFFFFF00};  // the clock wraps soon
  bool shown_noise = false;
  bool cuts_commands = false;  // so that the panel takes others for what is missing
};

TEST_F(Ssd1306Test, ShowsWhatWasDrawnAndNeverWhatIsInAFreshMemory) {
  draw_noise(1);
  run(Duration{100});
  EXPECT_TRUE(panel.is_on());
  EXPECT_TRUE(matches());
  EXPECT_FALSE(shown_noise);
  EXPECT_TRUE(display.up());
  EXPECT_TRUE(display.is_current());
  EXPECT_EQ(display.starts(), 1U);
  EXPECT_EQ(display.failures(), 0U);
}

TEST_F(Ssd1306Test, NoTransferIsLongerThan45Bytes) {
  draw_noise(2);
  run(Duration{100});
  EXPECT_EQ(panel.longest(), 45U);
}

TEST_F(Ssd1306Test, APixelIsOneByteBehindItsWindow) {
  run(Duration{100});
  set(77, 33);
  EXPECT_EQ(bytes_until_current(), 13U + 1);
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, OnlyPagesThatChangedAreSent) {
  run(Duration{100});
  const std::size_t before = panel.data_bytes();
  set(0, 8);
  set(127, 8);
  set(64, 63);
  EXPECT_EQ(bytes_until_current(), 3U * (13 + 1));
  EXPECT_EQ(panel.data_bytes() - before, 3U);
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, NeighboursShareAWindowUnlessOneOfTheirOwnIsCheaper) {
  run(Duration{100});
  set(10, 0);
  set(23, 0);  // 12 columns that stay between them
  EXPECT_EQ(bytes_until_current(), 13U + 14);
  set(40, 0);
  set(54, 0);  // 13 columns
  EXPECT_EQ(bytes_until_current(), 2U * (13 + 1));
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, AWholePictureIs32PiecesOf45Bytes) {
  run(Duration{100});
  for (int y = 0; y < 64; ++y) {
    for (int x = 0; x < 128; ++x) {
      picture.set(x, y);
    }
  }
  display.draw() = picture;
  EXPECT_EQ(bytes_until_current(), 32U * 45);
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, TheSamePictureAgainIsNotSent) {
  draw_noise(3);
  run(Duration{100});
  display.draw() = picture;
  EXPECT_EQ(bytes_until_current(), 0U);
}

TEST_F(Ssd1306Test, WithoutChangesItAsksOnceASecondWhetherThePanelIsThere) {
  run(Duration{100});
  const std::size_t before = panel.bytes();
  run(Duration::seconds(30));
  EXPECT_EQ(panel.bytes() - before, 30U * 2);
}

TEST_F(Ssd1306Test, WhatIsDrawnWhileATransferIsUnderWayIsShownNext) {
  run(Duration{100});
  bus.set_delay(3);
  set(5, 5);
  static_cast<void>(display.poll(now));
  set(5, 6);  // in the byte that is being sent
  EXPECT_FALSE(display.is_current());
  run(Duration{100});
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, AnAbsentPanelIsAskedOnceASecond) {
  bus.detach(address);
  run(Duration::seconds(10));
  EXPECT_FALSE(display.up());
  EXPECT_EQ(display.starts(), 0U);
  EXPECT_EQ(display.failures(), 10U);
  EXPECT_EQ(bus.transfers(), 10U);
}

TEST_F(Ssd1306Test, APanelThatIsUnpluggedAndComesBackIsSetUpAgain) {
  draw_noise(4);
  run(Duration{100});
  bus.detach(address);
  run(Duration::seconds(5));
  EXPECT_FALSE(display.up());
  draw_noise(5);
  panel.power_cycle();
  bus.attach(address, panel);
  shown_noise = false;
  run(Duration{1200});
  EXPECT_TRUE(display.up());
  EXPECT_TRUE(matches());
  EXPECT_FALSE(shown_noise) << "it was on before its picture was";
  EXPECT_EQ(display.starts(), 2U);
}

TEST_F(Ssd1306Test, ALossOfPowerThatNobodySawIsRepairedWithinAMinute) {
  draw_noise(6);
  run(Duration{100});
  panel.power_cycle();
  run(Duration::seconds(58));
  EXPECT_FALSE(panel.is_on());
  run(Duration::seconds(3));
  EXPECT_TRUE(matches());
  EXPECT_EQ(display.starts(), 1U);
}

TEST_F(Ssd1306Test, ThePictureStandsWhileItIsSentAgain) {
  draw_noise(7);
  run(Duration{100});
  const std::size_t before = panel.data_bytes();
  shown_noise = false;
  run(Duration::seconds(61));
  EXPECT_EQ(panel.data_bytes() - before, 1024U);
  EXPECT_FALSE(shown_noise);
}

/// Wherever in all that is sent at start the panel stops to acknowledge.
TEST_F(Ssd1306Test, AnyByteThatIsNotAcknowledgedIsMadeGood) {
  constexpr std::size_t all = 28 + 32 * 45;
  cuts_commands = true;
  for (std::size_t byte = 0; byte < all; byte += byte < 40 ? 1 : 7) {
    Ssd1306 fresh(bus, {address});
    draw_noise(static_cast<unsigned>(byte) + 8);
    fresh.draw() = picture;
    panel.acknowledge(byte);
    for (int polls = 0; polls < 40 && fresh.failures() == 0; ++polls) {
      static_cast<void>(fresh.poll(now));
    }
    ASSERT_EQ(fresh.failures(), 1U) << byte;
    ASSERT_FALSE(fresh.up());
    panel.acknowledge(SIZE_MAX);
    now = now + Ssd1306::retry_interval;
    for (int polls = 0; polls < 40; ++polls) {
      static_cast<void>(fresh.poll(now));
    }
    ASSERT_TRUE(fresh.up()) << byte;
    ASSERT_TRUE(matches()) << byte;
  }
}

TEST_F(Ssd1306Test, ACommandThatAnotherProgramCutOffHarmsNothing) {
  cuts_commands = true;
  const std::vector<std::uint8_t> cut = {0x00, 0x21};
  static_cast<void>(panel.transfer(cut, {}));
  draw_noise(12);
  run(Duration{100});
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, ATransferThatHangsIsGivenUp) {
  draw_noise(9);
  run(Duration{100});
  bus.inject(simulated::Fault::hang);
  set(1, 1);
  run(Duration{240});
  EXPECT_EQ(display.failures(), 0U);
  run(Duration{20});
  EXPECT_EQ(display.failures(), 1U);
  run(Duration{1200});
  EXPECT_TRUE(display.up());
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, WhenItGivesUpAnotherUserHasTheBus) {
  SharedI2c shared(bus);
  Ssd1306 sharing(shared.second, {address});
  bus.inject(simulated::Fault::hang);
  static_cast<void>(sharing.poll(now));
  EXPECT_EQ(shared.first.begin({address}, {}, {}), prometheus_express::bus::Outcome::pending);
  shared.first.cancel();
  static_cast<void>(sharing.poll(now + Ssd1306::patience));
  EXPECT_EQ(sharing.failures(), 1U);
  EXPECT_EQ(shared.first.begin({address}, {}, {}), prometheus_express::bus::Outcome::ok);
}

TEST_F(Ssd1306Test, AHeldLineIsFreed) {
  draw_noise(10);
  bus.inject(simulated::Fault::stuck, 3);
  run(Duration{3500});
  EXPECT_EQ(bus.recoveries(), 3U);
  EXPECT_TRUE(display.up());
  EXPECT_TRUE(matches());
}

TEST_F(Ssd1306Test, ASlowBusShowsTheSame) {
  bus.set_delay(2);
  draw_noise(11);
  run(Duration{400});
  EXPECT_TRUE(matches());
  set(9, 9);
  EXPECT_EQ(bytes_until_current(), 14U);
}

/// A minute of single failures of every kind at random moments: behind it, all is as it should be.
TEST_F(Ssd1306Test, ManyFaultsLeaveNothingBehind) {
  std::minstd_rand random(5);
  constexpr simulated::Fault faults[] = {simulated::Fault::nack, simulated::Fault::stretch,
                                         simulated::Fault::hang, simulated::Fault::stuck};
  for (int turn = 0; turn < 200; ++turn) {
    bus.inject(faults[random() % 4]);
    draw_noise(static_cast<unsigned>(random()));
    run(Duration{static_cast<std::uint32_t>(random() % 3000)});
    if (random() % 4 == 0) {
      panel.power_cycle();
    }
  }
  bus.inject(simulated::Fault::none, 0);
  run(Duration::seconds(62));
  EXPECT_TRUE(display.up());
  EXPECT_TRUE(matches());
  EXPECT_GT(display.failures(), 100U);
}

}  // namespace
