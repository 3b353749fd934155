// Sn_CR: how long a command stays there, and what it requires.
#include "hand_driver.hpp"

namespace hand {
namespace {

class Command : public Driver {
 protected:
  void SetUp() override { configure(); }

  /// What the datasheet wants before OPEN, but for Sn_MR.
  void prepare(unsigned socket) { write16(registers(socket), port, 80); }
};

TEST_F(Command, StaysInTheRegisterForSomeWindowsAndTheStateIsOldUntilThen) {
  prepare(0);
  write8(registers(0), mr, 1);
  write8(registers(0), cr, open);
  EXPECT_EQ(read8(registers(0), cr), open);
  EXPECT_EQ(state(0), closed);
  EXPECT_EQ(read8(registers(0), cr), 0);
  EXPECT_EQ(state(0), init);
  EXPECT_EQ(chip.findings().text(), "");
}

TEST_F(Command, IsTakenAfter200MicrosecondsOfAQuietBus) {
  prepare(0);
  write8(registers(0), mr, 1);
  write8(registers(0), cr, open);
  time += 200;
  EXPECT_EQ(read8(registers(0), cr), 0);
}

TEST_F(Command, MustNotBeWrittenOverAnother) {
  prepare(0);
  write8(registers(0), mr, 1);
  write8(registers(0), cr, open);
  write8(registers(0), cr, listen);
  EXPECT_EQ(found(Severity::violation, "while OPEN is still there"), 1U);
  EXPECT_TRUE(until([&] { return state(0) == init; })) << "the first one holds";
}

TEST_F(Command, OfNoKnownCodeIsAViolation) {
  write8(registers(0), cr, 0x03);
  EXPECT_EQ(found(Severity::violation, "orders 3"), 1U);
  EXPECT_EQ(read8(registers(0), cr), 0);
}

TEST_F(Command, InAStateThatDoesNotAllowItIsAViolation) {
  for (const std::uint8_t command : {listen, connect, send, send_keep}) {
    const unsigned before = violations();
    order(0, command);
    EXPECT_EQ(violations(), before + 1) << unsigned{command};
    EXPECT_EQ(state(0), closed);
  }
  prepare(0);
  write8(registers(0), mr, 1);
  order(0, open);
  for (const std::uint8_t command : {open, send, recv}) {
    const unsigned before = violations();
    order(0, command);
    EXPECT_EQ(violations(), before + 1) << unsigned{command};
  }
}

TEST_F(Command, DisconOfAClosedSocketIsACaution) {
  order(0, discon);
  EXPECT_EQ(found(Severity::caution, "DISCON in CLOSED"), 1U);
  EXPECT_EQ(violations(), 0U);
}

TEST_F(Command, OpenWantsAProtocol) {
  prepare(0);
  order(0, open);
  EXPECT_EQ(found(Severity::violation, "protocol"), 1U);
  EXPECT_EQ(state(0), closed);
}

TEST_F(Command, OpenWantsAPort) {
  write8(registers(0), mr, 1);
  order(0, open);
  EXPECT_EQ(found(Severity::violation, "Sn_PORT"), 1U);
}

TEST_F(Command, OpenWantsAMac) {
  write(common, 0x09, Bytes(6, 0));
  prepare(0);
  write8(registers(0), mr, 1);
  order(0, open);
  EXPECT_EQ(found(Severity::violation, "SHAR"), 1U);
}

TEST_F(Command, MacrawIsSocketZerosOnly) {
  write8(registers(0), mr, 4);
  order(0, open);
  EXPECT_EQ(state(0), 0x42);
  EXPECT_EQ(violations(), 0U);
  write8(registers(1), mr, 4);
  order(1, open);
  EXPECT_EQ(state(1), closed);
  EXPECT_EQ(violations(), 1U);
}

TEST_F(Command, OpenOfTcpWithoutAnAddressIsACaution) {
  write(common, 0x0F, {0, 0, 0, 0});
  prepare(0);
  write8(registers(0), mr, 1);
  order(0, open);
  EXPECT_EQ(found(Severity::caution, "SIPR"), 1U);
  EXPECT_EQ(state(0), init);
}

TEST_F(Command, OpenWithEventsOfBeforeIsACaution) {
  Peer peer;
  listen_at(0);
  peer.connect(host_port());
  ASSERT_TRUE(until([&] { return state(0) == established; }));
  order(0, close);
  order(0, open);
  EXPECT_EQ(found(Severity::caution, "Sn_IR"), 1U);
}

TEST_F(Command, ConnectWantsADestination) {
  prepare(0);
  write8(registers(0), mr, 1);
  order(0, open);
  order(0, connect);
  EXPECT_EQ(found(Severity::violation, "Sn_DIPR"), 1U);
}

TEST_F(Command, WhatWasRightInTheStateLastSeenIsNobodysFault) {
  Peer peer;
  establish(0, peer);
  EXPECT_EQ(state(0), established);
  peer.reset();
  ASSERT_TRUE(until([&] { return (events(0) & disconnected) != 0; }));
  send_text(0, "too late");
  order(0, discon);
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
  EXPECT_EQ(state(0), closed);
  order(0, send);
  EXPECT_EQ(violations(), 1U) << "now it has seen CLOSED";
}

TEST_F(Command, LeavesBuffersAloneThatAreOpen) {
  listen_at(3);
  write8(registers(4), tx_size, 4);
  EXPECT_EQ(violations(), 0U) << "that of a later socket may change";
  write8(registers(2), rx_size, 1);
  EXPECT_EQ(found(Severity::violation, "size of a buffer"), 1U);
  write8(registers(3), tx_size, 1);
  EXPECT_EQ(found(Severity::violation, "size of a buffer"), 2U);
}

TEST_F(Command, BufferSizesArePowersOfTwo) {
  write8(registers(0), tx_size, 3);
  EXPECT_EQ(found(Severity::violation, "3 KiB"), 1U);
  write8(registers(0), tx_size, 32);
  EXPECT_EQ(found(Severity::violation, "32 KiB"), 1U);
  EXPECT_EQ(read8(registers(0), tx_size), 2);
}

TEST_F(Command, MoreThan16KibAreAViolationAtOpen) {
  write8(registers(0), rx_size, 4);
  EXPECT_EQ(violations(), 0U) << "others may become smaller yet";
  prepare(0);
  write8(registers(0), mr, 1);
  order(0, open);
  EXPECT_EQ(found(Severity::violation, "16 KiB"), 1U);
}

TEST_F(Command, OpenWithoutABufferIsACaution) {
  write8(registers(0), tx_size, 0);
  prepare(0);
  write8(registers(0), mr, 1);
  order(0, open);
  EXPECT_EQ(found(Severity::caution, "no size"), 1U);
}

TEST_F(Command, ModeAndPortBelongBeforeOpen) {
  listen_at(0);
  write16(registers(0), port, 81);
  EXPECT_EQ(found(Severity::caution, "Sn_PORT"), 1U);
}

TEST_F(Command, WaitingWithoutALimitIsACaution) {
  prepare(0);
  write8(registers(0), mr, 1);
  chip.control("fault stuck 0 1000");
  write8(registers(0), cr, open);
  for (unsigned reads = 0; reads < 1999; ++reads) {
    (void)read8(registers(0), cr);
  }
  EXPECT_EQ(cautions(), 0U);
  (void)read8(registers(0), cr);
  EXPECT_EQ(found(Severity::caution, "without a limit"), 1U);
}

}  // namespace
}  // namespace hand
