// Devices that are forbidden, absent, or pulled out and put back: what is said, when they are tried again, and that they work then.
#include <gtest/gtest.h>

#include <cerrno>
#include <prometheus_express/ports/linux_i2c/adapter.hpp>
#include <prometheus_express/ports/linux_spi/controller.hpp>
#include <string>

#include "kernel.hpp"
#include "recorder.hpp"

namespace {

using prometheus_express::bus::Outcome;
using prometheus_express::linux_i2c::Adapter;
using prometheus_express::linux_spi::Controller;
using simulated_kernel::Call;
using simulated_kernel::I2cAdapter;
using simulated_kernel::Kernel;

constexpr const char* path = "/dev/i2c-1";

class Unreliable : public testing::Test {
 protected:
  I2cAdapter& plug_in() {
    I2cAdapter& device = kernel.add_i2c(path);
    device.bus.attach(0x76, part);
    return device;
  }
  Outcome transfer() {
    std::uint8_t bytes[2] = {};
    return i2c.begin({0x76}, std::span(bytes).first(1), bytes);
  }
  std::string news() {
    const char* const text = i2c.news();
    return text == nullptr ? "" : text;
  }

  Kernel kernel;
  Recorder part;
  Adapter i2c{path};
};

TEST_F(Unreliable, AbsentAdapterIsSaidOnceWithWhatToEnable) {
  EXPECT_EQ(transfer(), Outcome::failed);
  EXPECT_EQ(news(),
            "/dev/i2c-1: open: No such file or directory; load the module i2c-dev (`sudo modprobe i2c-dev`) "
            "and enable the adapter, on "
            "a Raspberry Pi with dtparam=i2c_arm=on in config.txt; `ls /dev/i2c-*` shows those there are");
  for (int round = 0; round < 100; ++round) {
    EXPECT_EQ(transfer(), Outcome::failed);
    EXPECT_EQ(news(), "");
    kernel.pass(1000);
  }
  plug_in();
  kernel.pass(4000);
  EXPECT_EQ(transfer(), Outcome::ok);
  EXPECT_EQ(news(), "/dev/i2c-1 works again");
  EXPECT_EQ(news(), "");
}

TEST_F(Unreliable, ForbiddenAdapterNamesTheGroup) {
  plug_in();
  kernel.forbid(path, EACCES);
  EXPECT_EQ(transfer(), Outcome::failed);
  EXPECT_EQ(news(),
            "/dev/i2c-1: open: Permission denied; join the group i2c (`sudo usermod -aG i2c $USER`) and log "
            "in again; a device of root "
            "alone gets that group from the package i2c-tools");
  kernel.forbid(path, 0);
  kernel.pass(250);
  EXPECT_EQ(transfer(), Outcome::ok);
  EXPECT_STREQ(i2c.error(), "");
}

TEST_F(Unreliable, OtherReasonsNotToOpenHaveTheirAdvice) {
  const auto advice = [&](int error) {
    kernel.forbid(path, error);
    Adapter other(path);
    EXPECT_FALSE(other.open());
    return std::string(other.error());
  };
  EXPECT_NE(advice(EPERM).find("sandbox"), std::string::npos);
  EXPECT_NE(advice(ENODEV).find("plugged in"), std::string::npos);
  EXPECT_NE(advice(ENXIO).find("plugged in"), std::string::npos);
  EXPECT_NE(advice(EBUSY).find("another program has it"), std::string::npos);
  EXPECT_NE(advice(EMFILE).find("too many files are open"), std::string::npos);
}

TEST_F(Unreliable, FileThatIsNoAdapterIsSaid) {
  kernel.add_spi(path);
  EXPECT_EQ(transfer(), Outcome::failed);
  EXPECT_EQ(news(), "/dev/i2c-1: I2C_FUNCS: Inappropriate ioctl for device; that is no I2C adapter");
}

TEST_F(Unreliable, AdapterThatWasPulledOutIsClosedAndOpenedAgain) {
  plug_in();
  EXPECT_EQ(transfer(), Outcome::ok);
  kernel.remove(path);
  EXPECT_EQ(transfer(), Outcome::failed);
  EXPECT_EQ(news(), "/dev/i2c-1: I2C_RDWR: No such device; is the adapter still plugged in?");
  EXPECT_EQ(kernel.open_files(), 0U)
      << "the kernel waits for the last file to be closed before it lets an adapter go";
  kernel.pass(250);
  EXPECT_EQ(transfer(), Outcome::failed);
  EXPECT_EQ(news().substr(0, 34), "/dev/i2c-1: open: No such file or ");
  I2cAdapter& back = plug_in();
  kernel.pass(500);
  EXPECT_EQ(transfer(), Outcome::ok);
  EXPECT_EQ(back.timeout, 10U);
  EXPECT_EQ(news(), "/dev/i2c-1 works again");
}

// As drivers of USB adapters that do not tell a broken wire from a pulled plug.
TEST_F(Unreliable, AdapterThatSaysOnlyThatSomethingFailedIsOpenedAgainAfterFour) {
  I2cAdapter* device = &plug_in();
  for (const int error : {EIO, ETIMEDOUT, EPROTO}) {
    device->absence = error;
    EXPECT_EQ(transfer(), Outcome::ok);
    kernel.remove(path);
    for (int round = 0; round < 4; ++round) {
      EXPECT_EQ(kernel.open_files(), 1U);
      EXPECT_EQ(transfer(), Outcome::failed);
    }
    EXPECT_EQ(kernel.open_files(), 0U);
    device = &plug_in();
    kernel.pass(250);
    EXPECT_EQ(transfer(), Outcome::ok);
  }
}

TEST_F(Unreliable, PartThatHangsNowAndThenDoesNotCloseTheAdapter) {
  I2cAdapter& device = plug_in();
  for (int round = 0; round < 50; ++round) {
    device.bus.inject(prometheus_express::simulated::Fault::hang, 3);
    for (int turn = 0; turn < 3; ++turn) {
      EXPECT_EQ(transfer(), Outcome::failed);
    }
    EXPECT_EQ(transfer(), Outcome::ok);
  }
  EXPECT_EQ(kernel.count(Call::open), 1);
}

TEST_F(Unreliable, PausesGrowToFourSecondsAndStartAnew) {
  const auto tries_in = [&](int seconds) {
    kernel.forget_trace();
    for (int step = 0; step < seconds * 20; ++step) {
      (void)transfer();
      kernel.pass(50);
    }
    return kernel.count(Call::open);
  };
  EXPECT_EQ(tries_in(8), 6);    // at 0, 0.25, 0.75, 1.75, 3.75 and 7.75 s
  EXPECT_EQ(tries_in(40), 10);  // every 4 s
  plug_in();
  kernel.pass(4000);
  EXPECT_EQ(transfer(), Outcome::ok);
  kernel.remove(path);
  EXPECT_EQ(tries_in(1), 2);  // at 0.25 and 0.75 s
}

TEST_F(Unreliable, PathThatIsTooLongIsNeverFound) {
  Adapter other(std::string(200, 'x'));
  EXPECT_FALSE(other.open());
  EXPECT_NE(std::string(other.error()).find("No such file"), std::string::npos);
}

TEST(ForbiddenChipSelect, NamesTheGroup) {
  Kernel kernel;
  kernel.add_spi("/dev/spidev0.1");
  kernel.forbid("/dev/spidev0.1", EACCES);
  Controller spi("/dev/spidev0");
  std::uint8_t bytes[2] = {};
  EXPECT_EQ(spi.begin({1, 0, 1'000'000}, bytes, bytes), Outcome::failed);
  EXPECT_STREQ(spi.news(),
               "/dev/spidev0.1: open: Permission denied; join the group spi (`sudo usermod -aG spi $USER`) "
               "and log in again; a device "
               "of root alone needs a udev rule that gives it to that group");
  EXPECT_EQ(spi.news(), nullptr);
}

TEST(AbsentChipSelect, SaysWhatToEnableAndWorksLater) {
  Kernel kernel;
  Controller spi("/dev/spidev0");
  std::uint8_t bytes[2] = {};
  EXPECT_EQ(spi.begin({0, 0, 1'000'000}, bytes, bytes), Outcome::failed);
  EXPECT_STREQ(spi.news(),
               "/dev/spidev0.0: open: No such file or directory; load the module spidev and enable the chip "
               "select, on a Raspberry Pi "
               "with dtparam=spi=on in config.txt, elsewhere with an overlay that has a spidev node; `ls "
               "/dev/spidev*` shows those "
               "there are");
  kernel.add_spi("/dev/spidev0.0");
  kernel.pass(250);
  EXPECT_EQ(spi.begin({0, 3, 1'000'000}, bytes, bytes), Outcome::ok);
  EXPECT_STREQ(spi.news(), "/dev/spidev0.0 works again");
}

TEST(RemovedChipSelect, IsOpenedAgainWithItsMode) {
  Kernel kernel;
  kernel.add_spi("/dev/spidev0.0");
  Controller spi("/dev/spidev0");
  std::uint8_t bytes[2] = {};
  EXPECT_EQ(spi.begin({0, 3, 1'000'000}, bytes, bytes), Outcome::ok);
  kernel.remove("/dev/spidev0.0");
  EXPECT_EQ(spi.begin({0, 3, 1'000'000}, bytes, bytes), Outcome::failed);
  EXPECT_EQ(kernel.open_files(), 0U);
  auto& back = kernel.add_spi("/dev/spidev0.0");
  kernel.pass(250);
  EXPECT_EQ(spi.begin({0, 3, 1'000'000}, bytes, bytes), Outcome::ok);
  EXPECT_EQ(back.windows.back().mode, 3);
}

}  // namespace
