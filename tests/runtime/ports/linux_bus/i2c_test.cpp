// One adapter that works, or one that cannot be used for reasons of its own.
#include <gtest/gtest.h>
#include <linux/i2c.h>

#include <array>
#include <prometheus_express/ports/linux_i2c/adapter.hpp>
#include <string>
#include <vector>

#include "kernel.hpp"
#include "recorder.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::bus::Outcome;
using prometheus_express::linux_i2c::Adapter;
using prometheus_express::simulated::Fault;
using simulated_kernel::Call;
using simulated_kernel::I2cAdapter;
using simulated_kernel::Kernel;
using Bytes = std::vector<std::uint8_t>;
using Transfers = std::vector<Recorder::Transfer>;

class OneAdapter : public testing::Test {
 protected:
  OneAdapter() { device.bus.attach(0x76, part); }

  Outcome transfer(Bytes out, std::size_t in, std::uint8_t address = 0x76) {
    received.assign(in, 0);
    return i2c.begin({address}, out, received);
  }

  Kernel kernel;
  I2cAdapter& device = kernel.add_i2c("/dev/i2c-1");
  Recorder part;
  Adapter i2c{"/dev/i2c-1"};
  Bytes received;
};

TEST_F(OneAdapter, WritesThenReadsAfterARepeatedStart) {
  EXPECT_EQ(transfer({0xF7, 0x01}, 3), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0xF7, 0x01}, 3}}));
  EXPECT_EQ(received, (Bytes{1, 2, 3}));
}

TEST_F(OneAdapter, WritesAlone) {
  EXPECT_EQ(transfer({0x24, 0x00}, 0), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0x24, 0x00}, 0}}));
}

TEST_F(OneAdapter, ReadsAlone) {
  EXPECT_EQ(transfer({}, 6), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{}, 6}}));
  EXPECT_EQ(received, (Bytes{1, 2, 3, 4, 5, 6}));
}

TEST_F(OneAdapter, SendsTheAddressAlone) {
  EXPECT_EQ(transfer({}, 0), Outcome::ok);
  EXPECT_EQ(transfer({}, 0, 0x77), Outcome::nack);
  EXPECT_EQ(part.transfers, (Transfers{{{}, 0}}));
}

TEST_F(OneAdapter, ReadsIntoWhatItWrites) {
  std::array<std::uint8_t, 4> bytes{0xD0, 0, 0, 0};
  EXPECT_EQ(i2c.begin({0x76}, std::span(bytes).first(1), bytes), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0xD0}, 4}}));
  EXPECT_EQ(bytes, (std::array<std::uint8_t, 4>{1, 2, 3, 4}));
}

TEST_F(OneAdapter, MovesTheLongestMessageOfTheKernelAndNoLonger) {
  EXPECT_EQ(transfer({0}, 8192), Outcome::ok);
  EXPECT_EQ(transfer({0}, 8193), Outcome::failed);
  EXPECT_NE(std::string(i2c.error()).find("Message too long"), std::string::npos) << i2c.error();
  EXPECT_EQ(transfer({0}, 1), Outcome::ok);
  EXPECT_STREQ(i2c.error(), "");
  EXPECT_EQ(kernel.count(Call::open), 1);
}

TEST_F(OneAdapter, IsOpenedOnceAndAsksOncePerPart) {
  device.bus.attach(0x40, part);
  for (int round = 0; round < 5; ++round) {
    EXPECT_EQ(transfer({1}, 1), Outcome::ok);
    EXPECT_EQ(transfer({1}, 1, 0x40), Outcome::ok);
  }
  using enum Call;
  EXPECT_EQ(kernel.trace(), (std::vector<Call>{open, funcs, timeout, slave, rdwr, slave, rdwr, rdwr, rdwr,
                                               rdwr, rdwr, rdwr, rdwr, rdwr, rdwr}));
}

TEST_F(OneAdapter, GivesPartsATenthOfASecond) {
  EXPECT_TRUE(i2c.open());
  EXPECT_EQ(device.timeout, 10U);
}

TEST_F(OneAdapter, RoundsItsTimeoutUpToTenMilliseconds) {
  Adapter other("/dev/i2c-1", Duration{31});
  EXPECT_TRUE(other.open());
  EXPECT_EQ(device.timeout, 4U);
}

TEST_F(OneAdapter, LeavesTheTimeoutAloneWhenAsked) {
  Adapter other("/dev/i2c-1", Duration{});
  EXPECT_TRUE(other.open());
  EXPECT_EQ(device.timeout, 100U);
  EXPECT_EQ(kernel.count(Call::timeout), 0);
}

TEST_F(OneAdapter, WaitsForAPartThatHangsAsLongAsTheTimeout) {
  EXPECT_EQ(transfer({1}, 1), Outcome::ok);
  device.bus.inject(Fault::hang);
  EXPECT_EQ(transfer({1}, 1), Outcome::failed);
  EXPECT_EQ(kernel.ahead(), 100U);
  EXPECT_EQ(transfer({1}, 1), Outcome::ok);
}

TEST_F(OneAdapter, SaysWhenAPartDoesNotAcknowledge) {
  for (const int error : {ENXIO, EREMOTEIO}) {
    device.nack_error = error;
    for (int round = 0; round < 20; ++round) {
      EXPECT_EQ(transfer({1}, 1, 0x10), Outcome::nack);
      EXPECT_STREQ(i2c.error(), "");
    }
  }
  EXPECT_EQ(kernel.count(Call::open), 1);
  EXPECT_EQ(i2c.news(), nullptr);
}

TEST_F(OneAdapter, SaysWhenALineIsHeld) {
  device.bus.inject(Fault::stuck);
  EXPECT_EQ(transfer({1}, 1), Outcome::stuck);
  EXPECT_FALSE(i2c.recover());
  EXPECT_STREQ(i2c.error(),
               "/dev/i2c-1: I2C_RDWR: Device or resource busy; a line is held low: switch the parts off and "
               "on, and look for a "
               "short circuit or missing pull-up resistors");
  EXPECT_TRUE(device.bus.recover());
  EXPECT_EQ(transfer({1}, 1), Outcome::ok);
}

TEST_F(OneAdapter, LeavesPartsOfKernelDriversAlone) {
  device.drivers = {0x76};
  device.bus.attach(0x40, part);
  EXPECT_EQ(transfer({1}, 1), Outcome::failed);
  EXPECT_TRUE(part.transfers.empty());
  EXPECT_STREQ(i2c.error(),
               "/dev/i2c-1: I2C_SLAVE: Device or resource busy; a driver of the kernel has the part: unbind "
               "it, or take it out of "
               "the device tree");
  EXPECT_EQ(transfer({1}, 1, 0x40), Outcome::ok);
  device.drivers.clear();
  EXPECT_EQ(transfer({1}, 1), Outcome::ok);
}

TEST_F(OneAdapter, RefusesAnAddressOfMoreThanSevenBits) {
  EXPECT_EQ(transfer({1}, 1, 0x80), Outcome::failed);
  EXPECT_EQ(kernel.count(Call::rdwr), 0);
}

TEST_F(OneAdapter, MustDoPlainTransfers) {
  device.functions = I2C_FUNC_SMBUS_EMUL;
  EXPECT_EQ(transfer({1}, 1), Outcome::failed);
  EXPECT_STREQ(i2c.error(),
               "/dev/i2c-1: I2C_FUNCS: this adapter speaks SMBus only; sensors need plain I2C transfers: use "
               "another adapter");
  EXPECT_EQ(kernel.open_files(), 0U);
}

TEST_F(OneAdapter, SaysThatItCannotDoSuchATransfer) {
  device.longest = 4;
  EXPECT_EQ(transfer({1}, 5), Outcome::failed);
  EXPECT_NE(std::string(i2c.error()).find("this adapter cannot do such a transfer"), std::string::npos)
      << i2c.error();
  EXPECT_EQ(transfer({1}, 4), Outcome::ok);
}

}  // namespace
