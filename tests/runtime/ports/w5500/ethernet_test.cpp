// Bringing up the chip, and the watch over it.
#include <gtest/gtest.h>

#include "station.hpp"

namespace w5500_test {
namespace {

class W5500Ethernet : public Station {};

constexpr std::uint8_t closed = 0x00, listen = 0x14, established = 0x17;

unsigned count_in(const ScriptedChip& chip, std::uint8_t state) {
  unsigned count = 0;
  for (unsigned socket = 0; socket < 8; ++socket) {
    count += chip.state(socket) == state ? 1U : 0U;
  }
  return count;
}

TEST_F(W5500Ethernet, SettingsAreWrittenBeforeAnySocketOpens) {
  start_up();
  const std::array<std::uint8_t, 19> wanted = {0, 192, 168, 1, 1, 255, 255, 255, 0, 2,
                                               0, 0,   0,   0, 1, 192, 168, 1,   20};
  EXPECT_TRUE(std::equal(wanted.begin(), wanted.end(), chip.common().begin()));
  EXPECT_EQ(count_in(chip, listen), 6U);
  EXPECT_EQ(chip.word(0, 4), 8080);
  EXPECT_EQ(chip.at(0, 0x2F), 2);
  EXPECT_EQ(ethernet.condition(), w5500::Condition::running);
  EXPECT_TRUE(ethernet.has_link());
  EXPECT_EQ(ethernet.sockets_in(w5500::SocketState::listen), 6U);
}

TEST_F(W5500Ethernet, NothingIsAskedOfAChipThatJustGotItsPower) {
  poll();
  pass(4);
  EXPECT_TRUE(chip.windows.empty());
}

TEST_F(W5500Ethernet, TheChipIsLeftAloneBehindAReset) {
  poll();
  pass(6);  // a pulse's time counts from the poll behind its begin
  ASSERT_EQ(chip.windows.size(), 1U);
  EXPECT_EQ(chip.windows[0].bytes, std::vector<std::uint8_t>{0x80});
  pass(5);
  EXPECT_EQ(chip.windows.size(), 1U);
  pass(2);
  EXPECT_TRUE(ethernet.is_running());
}

TEST_F(W5500Ethernet, TheResetPinIsUsedWhereThereIsOne) {
  chip.rst_pin = true;
  start_up();
  for (const Window& window : chip.windows) {
    EXPECT_FALSE(window.write && window.block == 0 && window.offset == 0);
  }
}

TEST_F(W5500Ethernet, BuffersOfAnotherLayoutNeverExceedTheChips) {
  w5500::Configuration other = configuration(&chip, static_addresses);
  other.layout = w5500::Layout({.sockets = 2, .kib = 4}, {.sockets = 1, .kib = 4}, {.sockets = 1, .kib = 2});
  w5500::Memory other_memory;
  w5500::Ethernet few(static_cast<px::bus::SpiInPieces&>(chip), target, other, other_memory);
  for (unsigned at = 0; at < 20; ++at) {
    (void)few.poll(now() + px::Duration{at});
  }
  ASSERT_TRUE(few.is_running());
  const std::array<std::uint8_t, 8> kib = {4, 4, 4, 2, 0, 0, 0, 0};
  for (unsigned socket = 0; socket < 8; ++socket) {
    EXPECT_EQ(chip.at(socket, 0x1E), kib[socket]);
    EXPECT_EQ(chip.at(socket, 0x1F), kib[socket]);
  }
  EXPECT_EQ(count_in(chip, listen), 2U);
}

TEST_F(W5500Ethernet, SocketsOfAProgramThatCrashedAreClosedFirst) {
  start_up();
  chip.client_connects(0);
  w5500::Memory other_memory;
  w5500::Ethernet again(static_cast<px::bus::SpiInPieces&>(chip), target,
                        configuration(&chip, static_addresses), other_memory);
  for (unsigned at = 0; at < 20; ++at) {
    (void)again.poll(now() + px::Duration{at});
  }
  EXPECT_EQ(count_in(chip, listen), 6U);
  EXPECT_EQ(count_in(chip, established), 0U);
}

class W5500Constant : public Station, public testing::WithParamInterface<int> {};
INSTANTIATE_TEST_SUITE_P(Miso, W5500Constant, testing::Values(0x00, 0xFF));

TEST_P(W5500Constant, AChipThatIsNotThereIsFoundWhenItComes) {
  chip.constant = GetParam();
  poll();
  pass(3000);
  EXPECT_EQ(ethernet.condition(), w5500::Condition::absent);
  EXPECT_GE(ethernet.statistics().resets, 4U);
  chip.constant = -1;
  pass(700);
  EXPECT_EQ(ethernet.condition(), w5500::Condition::running);
  EXPECT_EQ(count_in(chip, listen), 6U);
}

TEST_P(W5500Constant, AChipThatIsLostServesAgainWhenItIsBack) {
  connect();
  chip.constant = GetParam();
  pass(260);
  EXPECT_NE(ethernet.condition(), w5500::Condition::running);
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::failed);
  EXPECT_FALSE(tcp.waiting());
  chip.constant = -1;  // it lived on, with its sockets, and did not hear of a reset
  pass(25);
  EXPECT_EQ(ethernet.condition(), w5500::Condition::running);
  EXPECT_EQ(count_in(chip, listen), 6U);
  tcp.abort(0);
}

TEST_P(W5500Constant, AShortSilenceDoesNoMoreThanItMust) {
  connect();
  pass(3);
  chip.constant = GetParam();
  pass(1);
  chip.constant = -1;
  pass(700);
  EXPECT_EQ(ethernet.condition(), w5500::Condition::running);
  EXPECT_GE(count_in(chip, listen), 5U);
}

TEST_F(W5500Ethernet, AChipThatForgotItsSettingsServesAgain) {
  connect();
  chip.forgets_all();
  pass(300);
  EXPECT_EQ(count_in(chip, listen), 6U);
  EXPECT_EQ(chip.common()[0x0F], 192);
  EXPECT_EQ(ethernet.statistics().resets, 2U);
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::failed);
}

TEST_F(W5500Ethernet, AnAddressThatIsOverwrittenIsFound) {
  start_up();
  chip.set_common(0x11, 77);
  pass(280);
  EXPECT_EQ(chip.common()[0x11], 1);
  EXPECT_EQ(ethernet.statistics().silences, 1U);
}

TEST_F(W5500Ethernet, APortThatIsOverwrittenIsFound) {
  start_up();
  chip.set_register(2, 5, 0);
  pass(100);
  EXPECT_EQ(chip.word(2, 4), 8080);
  EXPECT_EQ(count_in(chip, listen), 6U);
}

TEST_F(W5500Ethernet, ACommandThatIsNotTakenInTimeEndsItsConnectionOnly) {
  connect();
  chip.stuck = true;
  EXPECT_EQ(tcp.offer(0, std::string("x")).bytes, 1U);
  pass(480);
  EXPECT_EQ(ethernet.statistics().stuck_commands, 0U);
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::open);
  pass(40);
  EXPECT_EQ(ethernet.statistics().stuck_commands, 1U);
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::failed);
  pass(8000);
  chip.stuck = false;
  pass(10);
  EXPECT_EQ(count_in(chip, listen), 6U);
  EXPECT_EQ(ethernet.statistics().resets, 1U);
}

TEST_F(W5500Ethernet, ACommandThatIsNeverTakenResetsTheChip) {
  connect();
  chip.stuck = true;
  EXPECT_EQ(tcp.offer(0, std::string("x")).bytes, 1U);
  pass(10'100);
  EXPECT_EQ(ethernet.statistics().resets, 2U);
  chip.stuck = false;
  pass(150);
  EXPECT_EQ(count_in(chip, listen), 6U);
}

TEST_F(W5500Ethernet, AChipThatTakesNoCommandAtAllIsResetAtOnce) {
  chip.stuck = true;
  start_up();
  pass(600);
  EXPECT_EQ(ethernet.statistics().stuck_commands, 6U);
  EXPECT_EQ(ethernet.statistics().resets, 2U);
  chip.stuck = false;
  pass(600);
  EXPECT_EQ(count_in(chip, listen), 6U);
}

TEST_F(W5500Ethernet, ACommandThatLastsIsNotLookedAtAllTheTime) {
  connect();
  chip.stuck = true;
  EXPECT_EQ(tcp.offer(0, std::string("x")).bytes, 1U);
  poll();
  EXPECT_EQ(ethernet.poll(now()), px::Duration{});
  pass(5);
  EXPECT_EQ(ethernet.poll(now()), px::Duration{1});
}

class W5500Overwritten : public Station, public testing::WithParamInterface<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Common, W5500Overwritten,
                         testing::Values(0x00, 0x01, 0x05, 0x09, 0x0F, 0x13, 0x16, 0x18, 0x19, 0x1A, 0x1B));

TEST_P(W5500Overwritten, ARegisterThatIsOverwrittenIsFoundAndWrittenAgain) {
  start_up();
  const auto before = chip.common();
  chip.set_common(GetParam(), static_cast<std::uint8_t>(before[GetParam()] ^ 0x10U));
  pass(270);
  EXPECT_EQ(chip.common()[GetParam()], before[GetParam()]);
  EXPECT_EQ(ethernet.statistics().silences, 1U);
  EXPECT_EQ(count_in(chip, listen), 6U);
}

TEST_F(W5500Ethernet, APhyThatIsSwitchedOffIsFound) {
  start_up();
  chip.set_common(0x2E, 0x7F);
  pass(270);
  EXPECT_EQ(ethernet.statistics().silences, 1U);
}

class W5500SocketOverwritten : public Station, public testing::WithParamInterface<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Socket, W5500SocketOverwritten, testing::Values(0x1E, 0x1F, 0x2C, 0x2F));

TEST_P(W5500SocketOverwritten, ARegisterOfASocketThatIsOverwrittenIsFound) {
  start_up();
  const std::uint8_t before = chip.at(5, GetParam());
  chip.set_register(5, GetParam(), static_cast<std::uint8_t>(before ^ 1U));
  pass(2300);
  EXPECT_EQ(chip.at(5, GetParam()), before);
  EXPECT_EQ(ethernet.statistics().silences, 1U);
}

TEST_F(W5500Ethernet, NoiseOnWhatIsReadResetsNothing) {
  start_up();
  std::uint32_t random = 1;
  chip.disturb = [&](unsigned, unsigned, std::span<std::uint8_t> bytes) {
    for (std::uint8_t& byte : bytes) {  // one byte in 64
      random = random * 1664525U + 1013904223U;
      byte = static_cast<std::uint8_t>(byte ^ ((random >> 24U) < 4 ? 1U << (random >> 20U & 7U) : 0U));
    }
  };
  pass(5000);
  EXPECT_GT(ethernet.statistics().doubtful_reads, 10U);
  EXPECT_EQ(ethernet.statistics().silences, 0U);
}

TEST_F(W5500Ethernet, ABusThatFailsIsCountedAndTriedAgain) {
  connect();
  chip.fails = true;
  pass(1000);
  EXPECT_GT(ethernet.bus_failures(), 10U);
  EXPECT_NE(ethernet.condition(), w5500::Condition::running);
  chip.fails = false;
  pass(700);
  EXPECT_EQ(count_in(chip, listen), 6U);
}

TEST_F(W5500Ethernet, AShortLossOfTheLinkHarmsNoConnection) {
  connect();
  chip.set_link(false);
  pass(300);
  EXPECT_FALSE(ethernet.has_link());
  EXPECT_EQ(ethernet.statistics().link_losses, 1U);
  pass(5000);
  chip.set_link(true);
  pass(300);
  EXPECT_TRUE(ethernet.has_link());
  EXPECT_EQ(chip.state(0), established);
}

TEST_F(W5500Ethernet, ALongLossOfTheLinkEndsConnections) {
  connect();
  chip.set_link(false);
  pass(10'600);
  EXPECT_EQ(chip.state(0), listen);
  EXPECT_EQ(count_in(chip, listen), 6U);
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::failed);
  EXPECT_EQ(ethernet.statistics().resets, 1U);
}

TEST_F(W5500Ethernet, AnotherAddressIsUsedOnceNoSocketIsOpen) {
  connect();
  px::internet::Addresses other = static_addresses;
  other.own.bytes[3] = 99;
  ethernet.set_addresses(other);
  pass(10);
  EXPECT_EQ(chip.common()[0x12], 99);
  EXPECT_EQ(count_in(chip, listen), 6U);
  EXPECT_EQ(ethernet.statistics().resets, 1U);
  EXPECT_EQ(tcp.offer(0, std::string("x")).link, Link::failed);
  ethernet.set_addresses({});
  pass(10);
  EXPECT_EQ(count_in(chip, closed), 8U);
  EXPECT_EQ(chip.common()[0x12], 0);
}

TEST_F(W5500Ethernet, TheSameAddressDisturbsNobody) {
  connect();
  ethernet.set_addresses(static_addresses);
  pass(10);
  EXPECT_EQ(chip.state(0), established);
}

TEST_F(W5500Ethernet, SomebodyElsesUseOfTheAddressIsCountedOnce) {
  start_up();
  chip.set_common(0x15, 0x80);
  pass(1000);
  EXPECT_EQ(ethernet.statistics().address_conflicts, 1U);
  EXPECT_EQ(chip.common()[0x15], 0);
}

TEST_F(W5500Ethernet, WithAnInterruptLineAnIdleChipIsLeftAlone) {
  chip.interrupt_pin = true;
  start_up();
  pass(40);
  const std::size_t before = chip.windows.size();
  for (int turn = 0; turn < 1000; ++turn) {
    poll();
  }
  EXPECT_LE(chip.windows.size() - before, 3U);
}

TEST_F(W5500Ethernet, AnInterruptThatDoesNotShowIsFoundAllTheSame) {
  chip.interrupt_pin = true;
  start_up();
  chip.shows_interrupts = false;
  chip.client_connects(0);
  pass(51);
  EXPECT_TRUE(tcp.waiting());
}

TEST_F(W5500Ethernet, APollTakesABoundedNumberOfWindows) {
  chip.command_windows = 9;
  poll();
  std::size_t most = 0;
  for (int turn = 0; turn < 600; ++turn) {
    const std::size_t before = chip.windows.size();
    pass(1);
    most = std::max(most, chip.windows.size() - before);
  }
  EXPECT_LE(most, 8U * 16U);
}

}  // namespace
}  // namespace w5500_test
