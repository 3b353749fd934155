// Windows on the bus.
#include "prometheus_express/ports/w5500/chip.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "scripted_chip.hpp"

namespace w5500_test {
namespace {

namespace w5500 = px::w5500;

constexpr px::bus::Target target = {.number = 2, .mode = 0, .frequency = 12'000'000};

TEST(W5500Chip, ARegisterIsOneWindowWithAHeadOfThreeBytes) {
  ScriptedChip bus;
  w5500::Chip chip(static_cast<px::bus::SpiInPieces&>(bus), target);
  std::uint8_t version = 0;
  EXPECT_TRUE(chip.read(w5500::Block::common, w5500::common::version, std::span(&version, 1)));
  EXPECT_EQ(version, 4);
  EXPECT_EQ(bus.windows.size(), 1U);
}

TEST(W5500Chip, ABusWithoutPiecesGetsTheSameInWindowsOfItsOwn) {
  ScriptedChip bus;
  w5500::Chip chip(static_cast<px::bus::Spi&>(bus), target);
  EXPECT_TRUE(chip.write16(w5500::registers_of(3), w5500::socket::port, 0x1F90));
  EXPECT_EQ(bus.word(3, 4), 0x1F90);
  std::array<std::uint8_t, 2> port = {};
  EXPECT_TRUE(chip.read(w5500::registers_of(3), w5500::socket::port, port));
  EXPECT_EQ(port[0], 0x1F);
  EXPECT_EQ(port[1], 0x90);

  std::vector<std::uint8_t> bytes(1300);
  std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
  bus.windows.clear();
  EXPECT_TRUE(chip.write(w5500::tx_buffer_of(0), 100, bytes));
  ASSERT_EQ(bus.windows.size(), 3U);
  EXPECT_EQ(bus.windows[2].offset, 100U + 2 * 512);
  EXPECT_EQ(bus.windows[2].bytes.back(), bytes.back());
}

TEST(W5500Chip, ATransferThatIsPendingIsWaitedFor) {
  ScriptedChip bus;
  bus.pending_polls = 50;
  w5500::Chip chip(static_cast<px::bus::SpiInPieces&>(bus), target);
  EXPECT_TRUE(chip.write8(w5500::registers_of(0), w5500::socket::mode, 0x21));
  EXPECT_EQ(bus.at(0, 0), 0x21);
  EXPECT_EQ(bus.cancelled, 0U);
}

TEST(W5500Chip, ATransferThatNeverEndsIsGivenUp) {
  ScriptedChip bus;
  bus.never_ends = true;
  w5500::Chip chip(static_cast<px::bus::SpiInPieces&>(bus), target);
  EXPECT_FALSE(chip.write8(w5500::registers_of(0), w5500::socket::mode, 0x21));
  EXPECT_EQ(bus.cancelled, 1U);
  EXPECT_EQ(chip.bus_failures(), 1U);
}

TEST(W5500Chip, ANumberIsReadUntilTwoReadingsAgree) {
  ScriptedChip bus;
  w5500::Chip chip(static_cast<px::bus::SpiInPieces&>(bus), target);
  const std::array<std::uint16_t, 4> values = {0x01FF, 0x02FF, 0x0200, 0x0200};
  unsigned reads = 0;
  bus.disturb = [&](unsigned, unsigned, std::span<std::uint8_t> bytes) {
    bytes[0] = static_cast<std::uint8_t>(values[reads % 4] >> 8U);
    bytes[1] = static_cast<std::uint8_t>(values[reads++ % 4]);
  };
  EXPECT_EQ(chip.read_steady16(w5500::registers_of(0), w5500::socket::tx_free), 0x0200U);
  EXPECT_EQ(reads, 4U);
}

TEST(W5500Chip, ANumberThatNeverAgreesIsNoNumber) {
  ScriptedChip bus;
  w5500::Chip chip(static_cast<px::bus::SpiInPieces&>(bus), target);
  unsigned reads = 0;
  bus.disturb = [&](unsigned, unsigned, std::span<std::uint8_t> bytes) {
    bytes[1] = static_cast<std::uint8_t>(reads++);
  };
  EXPECT_EQ(chip.read_steady16(w5500::registers_of(0), w5500::socket::tx_free), w5500::Chip::unread);
  EXPECT_EQ(reads, w5500::Chip::tries);
}

}  // namespace
}  // namespace w5500_test
