// The transfers of one bus, over a bus that says when it is asked for what it cannot do.
#include "prometheus_express/sensors/line.hpp"

#include <gtest/gtest.h>

#include <array>

namespace px = prometheus_express;
using px::Duration;
using px::Time;
using px::bus::Outcome;
using px::sensors::Driver;
using px::sensors::Failure;
using px::sensors::Line;

namespace {

/// A transfer with the address 0x10 never ends by itself; any other one at once.
class HangingBus final : public px::bus::I2c {
 public:
  Outcome begin(const px::bus::Target& target, std::span<const std::uint8_t>,
                std::span<std::uint8_t>) override {
    EXPECT_FALSE(under_way) << "one transfer at a time";
    under_way = target.number == 0x10;
    return under_way ? Outcome::pending : Outcome::ok;
  }
  Outcome poll() override {
    EXPECT_TRUE(under_way);
    return Outcome::pending;
  }
  void cancel() override {
    EXPECT_TRUE(under_way);
    under_way = false;
  }

  bool under_way = false;
};

/// Reads a byte.
class Reader final : public Driver {
 public:
  Reader() : Driver(0) { begin(true); }

 private:
  void run() override {
    if (position() == 0) {
      return transfer(byte_.data(), 0, 1, 1);
    }
    publish(0);
    finish();
  }

  std::array<std::uint8_t, 1> byte_{};
};

constexpr px::bus::Target hanging{0x10};
constexpr px::bus::Target sound{0x11};
constexpr Time start{0U - 100U};  // the clock wraps meanwhile

TEST(Line, CancelsATransferThatHangsAndIsFreeForTheNext) {
  HangingBus bus;
  Line line(bus);
  Reader reader;
  EXPECT_FALSE(line.transfer(reader, hanging, start));
  EXPECT_FALSE(line.transfer(reader, hanging, start + Duration{Line::patience.milliseconds - 1}));
  EXPECT_TRUE(bus.under_way);
  EXPECT_TRUE(line.transfer(reader, hanging, start + Line::patience));
  EXPECT_FALSE(bus.under_way) << "it was not cancelled";
  EXPECT_EQ(reader.failure(), Failure::bus);

  Reader next;
  EXPECT_TRUE(line.transfer(next, sound, start + Line::patience));
  EXPECT_EQ(next.failure(), Failure::none);
  EXPECT_EQ(next.published(), 1U);
}

TEST(Line, KeepsOthersOffWhileATransferIsUnderWay) {
  HangingBus bus;
  Line line(bus);
  Reader reader;
  Reader other;
  EXPECT_FALSE(line.transfer(reader, hanging, start));
  EXPECT_FALSE(line.transfer(other, sound, start + Duration{1000})) << "only its own sensor gives it up";
  EXPECT_TRUE(bus.under_way);
  EXPECT_TRUE(line.transfer(reader, hanging, start + Duration{1000}));
  EXPECT_TRUE(line.transfer(other, sound, start + Duration{1000}));
}

}  // namespace
