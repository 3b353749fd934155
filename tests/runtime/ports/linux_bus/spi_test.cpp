// A controller with chip selects that work, or cannot do what a part wants.
#include <gtest/gtest.h>
#include <linux/spi/spi.h>

#include <array>
#include <prometheus_express/ports/linux_spi/controller.hpp>
#include <string>
#include <vector>

#include "kernel.hpp"
#include "recorder.hpp"

namespace {

using prometheus_express::bus::Outcome;
using prometheus_express::linux_spi::Controller;
using simulated_kernel::Call;
using simulated_kernel::Kernel;
using simulated_kernel::SpiDevice;
using Bytes = std::vector<std::uint8_t>;
using Transfers = std::vector<Recorder::Transfer>;

class TwoSelects : public testing::Test {
 protected:
  TwoSelects() {
    first.part = &part;
    second.part = &other;
    first.max_frequency = second.max_frequency = 10'000'000;
  }

  Outcome transfer(Bytes out, std::size_t in, prometheus_express::bus::Target target = {0, 0, 1'000'000}) {
    received.assign(in, 0);
    return spi.begin(target, out, received);
  }

  Kernel kernel;
  SpiDevice& first = kernel.add_spi("/dev/spidev0.0");
  SpiDevice& second = kernel.add_spi("/dev/spidev0.1");
  Recorder part;
  Recorder other;
  Controller spi{"/dev/spidev0"};
  Bytes received;
};

TEST_F(TwoSelects, ReadsFromTheFirstByteOnInOneWindow) {
  EXPECT_EQ(transfer({0xD0, 0x01}, 4), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0xD0, 0x01, 0, 0}, 4}}));
  EXPECT_EQ(received, (Bytes{1, 2, 3, 4}));
}

TEST_F(TwoSelects, ReadsLessThanItWrites) {
  EXPECT_EQ(transfer({9, 8, 7, 6}, 2), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{9, 8, 7, 6}, 4}}));
  EXPECT_EQ(received, (Bytes{1, 2}));
}

TEST_F(TwoSelects, WritesAlone) {
  EXPECT_EQ(transfer({0x74, 0x25}, 0), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0x74, 0x25}, 2}}));
}

TEST_F(TwoSelects, ReadsAlone) {
  EXPECT_EQ(transfer({}, 4), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0, 0, 0, 0}, 4}}));
  EXPECT_EQ(received, (Bytes{1, 2, 3, 4}));
}

TEST_F(TwoSelects, ReadsIntoWhatItWrites) {
  std::array<std::uint8_t, 3> bytes{1, 0x80, 0};
  EXPECT_EQ(spi.begin({0, 0, 1'000'000}, bytes, bytes), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{1, 0x80, 0}, 3}}));
  EXPECT_EQ(bytes, (std::array<std::uint8_t, 3>{1, 2, 3}));
}

TEST_F(TwoSelects, AHeadIsInTheWindowOfWhatFollows) {
  const Bytes head = {0x12, 0x34, 0x14};
  const Bytes out = {7, 8, 9, 10};
  EXPECT_EQ(spi.begin_pieces({0, 0, 1'000'000}, head, out, {}), Outcome::ok);
  received.assign(2, 0);
  EXPECT_EQ(spi.begin_pieces({0, 0, 1'000'000}, head, {}, received), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0x12, 0x34, 0x14, 7, 8, 9, 10}, 7}, {{0x12, 0x34, 0x14, 0, 0}, 5}}));
  EXPECT_EQ(received, (Bytes{4, 5})) << "what comes with the head is left out";
  EXPECT_EQ(spi.begin_pieces({0, 0, 1'000'000}, head, out, received), Outcome::ok);
  EXPECT_EQ(part.transfers.back(), (Recorder::Transfer{{0x12, 0x34, 0x14, 7, 8, 9, 10}, 7}));
  EXPECT_EQ(received, (Bytes{4, 5}));
}

TEST_F(TwoSelects, ReadsMoreIntoWhatItWrites) {
  std::array<std::uint8_t, 4> bytes{0xF7, 0, 0, 0};
  EXPECT_EQ(spi.begin({0, 0, 1'000'000}, std::span(bytes).first(1), bytes), Outcome::ok);
  EXPECT_EQ(part.transfers, (Transfers{{{0xF7, 0, 0, 0}, 4}}));
  EXPECT_EQ(bytes, (std::array<std::uint8_t, 4>{1, 2, 3, 4}));
}

TEST_F(TwoSelects, AreTakenByNumber) {
  EXPECT_EQ(transfer({1}, 1, {1, 0, 1'000'000}), Outcome::ok);
  EXPECT_TRUE(part.transfers.empty());
  EXPECT_EQ(other.transfers.size(), 1U);
  EXPECT_EQ(kernel.count(Call::open), 1);
}

TEST_F(TwoSelects, HaveWordsOfEightBitsAndThePartsClock) {
  EXPECT_EQ(transfer({1}, 1, {0, 0, 1'350'000}), Outcome::ok);
  EXPECT_EQ(first.windows.back().bits, 8);
  EXPECT_EQ(first.windows.back().frequency, 1'350'000U);
}

TEST_F(TwoSelects, AreNoFasterThanTheDeviceTreeAllows) {
  first.max_frequency = 500'000;
  EXPECT_EQ(transfer({1}, 1, {0, 0, 5'000'000}), Outcome::ok);
  EXPECT_EQ(first.windows.back().frequency, 500'000U);
}

TEST_F(TwoSelects, GetThePartsMode) {
  for (const std::uint8_t mode : std::to_array<std::uint8_t>({0, 3, 3, 1, 2, 0})) {
    EXPECT_EQ(transfer({1}, 1, {0, mode, 1'000'000}), Outcome::ok);
    EXPECT_EQ(first.windows.back().mode, mode);
  }
  EXPECT_EQ(kernel.count(Call::wr_mode), 4);
}

TEST_F(TwoSelects, KeepFlagsOfTheDeviceTree) {
  first.mode = SPI_CS_HIGH | SPI_CPOL;
  EXPECT_EQ(transfer({1}, 1, {0, 1, 1'000'000}), Outcome::ok);
  EXPECT_EQ(first.windows.back().mode, SPI_CS_HIGH | SPI_CPHA);
}

TEST_F(TwoSelects, SayThatTheControllerLacksAMode) {
  first.possible_modes = 0;
  EXPECT_EQ(transfer({1}, 1, {0, 3, 1'000'000}), Outcome::failed);
  EXPECT_STREQ(spi.error(),
               "/dev/spidev0.0: SPI_IOC_WR_MODE: Invalid argument; this controller cannot do such a mode, "
               "speed or word");
  EXPECT_TRUE(part.transfers.empty());
  EXPECT_EQ(transfer({1}, 1), Outcome::ok);
}

TEST_F(TwoSelects, MoveAtMostWhatSpidevTakes) {
  EXPECT_EQ(transfer({1}, 4096), Outcome::ok);
  EXPECT_EQ(transfer({1}, 4098), Outcome::failed);
  EXPECT_STREQ(spi.error(),
               "/dev/spidev0.0: SPI_IOC_MESSAGE: Message too long; raise bufsiz of the module spidev "
               "(spidev.bufsiz=65536)");
}

TEST_F(TwoSelects, DoNotHinderEachOther) {
  kernel.remove("/dev/spidev0.0");
  EXPECT_EQ(transfer({1}, 1), Outcome::failed);
  EXPECT_EQ(transfer({1}, 1, {1, 0, 1'000'000}), Outcome::ok);
  EXPECT_NE(std::string(spi.error()).find("/dev/spidev0.0: open: No such file"), std::string::npos)
      << spi.error();
}

TEST_F(TwoSelects, AreEightAtMost) {
  for (unsigned number = 0; number < 9; ++number) {
    kernel.add_spi("/dev/spidev0." + std::to_string(number));
    const Outcome outcome = transfer({1}, 1, {static_cast<std::uint8_t>(number), 0, 1'000'000});
    EXPECT_EQ(outcome, number < Controller::most_selects ? Outcome::ok : Outcome::failed) << number;
  }
  constexpr const char* sentence =
      "more than 8 chip selects of one SPI bus are used: make a second object for the rest";
  EXPECT_STREQ(spi.error(), sentence);
  EXPECT_STREQ(spi.news(), sentence);
  EXPECT_EQ(spi.news(), nullptr);
}

TEST_F(TwoSelects, NeedNoCallForNothing) {
  EXPECT_EQ(transfer({}, 0), Outcome::ok);
  EXPECT_EQ(kernel.count(Call::message), 0);
}

}  // namespace
