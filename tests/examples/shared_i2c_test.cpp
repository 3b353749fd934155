// Two users of one bus: neither notices the other but by the time it takes.
#include "shared_i2c.hpp"

#include <gtest/gtest.h>

#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <vector>

namespace {

using prometheus_express::bus::Outcome;
namespace simulated = prometheus_express::simulated;
using Bytes = std::vector<std::uint8_t>;

/// Keeps the first bytes of all that is written to it, in order.
class Log final : public simulated::Part {
 public:
  Outcome transfer(std::span<const std::uint8_t> out, std::span<std::uint8_t>) override {
    first_bytes.push_back(out.front());
    return Outcome::ok;
  }
  void window(std::span<const std::uint8_t>, std::span<std::uint8_t>) override {}
  void set(std::string_view, std::string_view) override {}
  void power_cycle() override {}

  Bytes first_bytes;
};

class SharedI2cTest : public testing::Test {
 protected:
  SharedI2cTest() { bus.attach(1, part); }

  Log part;
  simulated::I2c bus;
  SharedI2c shared{bus};
  const Bytes a = {0xA}, b = {0xB}, c = {0xC};
};

TEST_F(SharedI2cTest, OneAloneHasTheBusAtOnce) {
  EXPECT_EQ(shared.first.begin({1}, a, {}), Outcome::ok);
  EXPECT_EQ(shared.second.begin({1}, b, {}), Outcome::ok);
  EXPECT_EQ(shared.second.begin({2}, b, {}), Outcome::nack);
  EXPECT_EQ(part.first_bytes, (Bytes{0xA, 0xB}));
}

TEST_F(SharedI2cTest, ATransferWaitsForTheOthers) {
  bus.set_delay(2);
  EXPECT_EQ(shared.first.begin({1}, a, {}), Outcome::pending);
  EXPECT_EQ(shared.second.begin({1}, b, {}), Outcome::pending);
  EXPECT_EQ(shared.second.poll(), Outcome::pending);
  EXPECT_EQ(bus.transfers(), 1U) << "the second has not begun";
  EXPECT_EQ(shared.first.poll(), Outcome::pending);
  EXPECT_EQ(shared.first.poll(), Outcome::ok);
  EXPECT_EQ(shared.second.poll(), Outcome::pending);
  EXPECT_EQ(bus.transfers(), 2U);
  EXPECT_EQ(shared.second.poll(), Outcome::pending);
  EXPECT_EQ(shared.second.poll(), Outcome::ok);
}

TEST_F(SharedI2cTest, WhoWaitsGoesBeforeWhoBeginsAgain) {
  bus.set_delay(1);
  EXPECT_EQ(shared.first.begin({1}, a, {}), Outcome::pending);
  EXPECT_EQ(shared.second.begin({1}, b, {}), Outcome::pending);
  EXPECT_EQ(shared.first.poll(), Outcome::ok);
  EXPECT_EQ(shared.first.begin({1}, c, {}), Outcome::pending);
  EXPECT_EQ(shared.first.poll(), Outcome::pending);
  EXPECT_EQ(part.first_bytes, (Bytes{0xA}));
  EXPECT_EQ(shared.second.poll(), Outcome::pending);
  EXPECT_EQ(shared.second.poll(), Outcome::ok);
  EXPECT_EQ(shared.first.poll(), Outcome::pending);
  EXPECT_EQ(shared.first.poll(), Outcome::ok);
  EXPECT_EQ(part.first_bytes, (Bytes{0xA, 0xB, 0xC}));
}

TEST_F(SharedI2cTest, WhoGivesUpWaitingIsForgotten) {
  bus.set_delay(1);
  EXPECT_EQ(shared.first.begin({1}, a, {}), Outcome::pending);
  EXPECT_EQ(shared.second.begin({1}, b, {}), Outcome::pending);
  shared.second.cancel();
  EXPECT_EQ(shared.first.poll(), Outcome::ok) << "it was not the first's transfer that was given up";
  EXPECT_EQ(shared.first.begin({1}, c, {}), Outcome::pending);
  EXPECT_EQ(part.first_bytes, (Bytes{0xA, 0xC}));
}

TEST_F(SharedI2cTest, AHangingTransferThatIsGivenUpFreesTheBus) {
  bus.inject(simulated::Fault::hang);
  EXPECT_EQ(shared.first.begin({1}, a, {}), Outcome::pending);
  EXPECT_EQ(shared.second.begin({1}, b, {}), Outcome::pending);
  EXPECT_FALSE(shared.second.recover()) << "while the other's is under way";
  EXPECT_EQ(bus.recoveries(), 0U);
  shared.first.cancel();
  EXPECT_EQ(shared.second.poll(), Outcome::ok);
  EXPECT_TRUE(shared.second.recover());
  EXPECT_EQ(bus.recoveries(), 1U);
}

}  // namespace
