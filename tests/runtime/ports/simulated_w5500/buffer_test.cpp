// Pointers and counts: what may be written, sent and given back.
#include "hand_driver.hpp"

namespace hand {
namespace {

class Buffer : public Driver {
 protected:
  void SetUp() override {
    configure();
    establish(0, peer);
  }

  void stage(unsigned bytes) {
    pointer = read16(registers(0), tx_wr);
    write(transmit(0), pointer, Bytes(bytes, 'x'));
  }
  void order_send(unsigned bytes) {
    write16(registers(0), tx_wr, pointer + bytes);
    order(0, send);
  }

  Peer peer;
  unsigned pointer = 0;
};

TEST_F(Buffer, SendOfWhatWasNotWrittenIsAViolation) {
  stage(10);
  order_send(11);
  EXPECT_EQ(found(Severity::violation, "1 were not written"), 1U) << chip.findings().text();
}

TEST_F(Buffer, SameBytesMustBeWrittenAgainForTheNextSend) {
  stage(10);
  order_send(10);
  ASSERT_TRUE(until([&] { return read16(registers(0), tx_fsr) == 2048; }));
  pointer = read16(registers(0), tx_wr);
  order_send(10);
  EXPECT_EQ(found(Severity::violation, "10 were not written"), 1U);
}

TEST_F(Buffer, SendOfMoreThanWasFreeIsAViolation) {
  chip.control("fault stall 0 1000");
  stage(2000);
  order_send(2000);
  EXPECT_EQ(read16(registers(0), tx_fsr), 48U);
  EXPECT_EQ(violations(), 0U);
  pointer += 2000;
  order_send(49);
  EXPECT_EQ(found(Severity::violation, "49 bytes where 48 were free"), 1U) << chip.findings().text();
}

TEST_F(Buffer, WritingOverUnacknowledgedBytesIsAViolation) {
  chip.control("fault stall 0 1000");
  stage(2000);
  order_send(2000);
  write(transmit(0), pointer + 2000, Bytes(48, 'y'));
  EXPECT_EQ(violations(), 0U);
  write(transmit(0), pointer + 2048, Bytes(1, 'y'));
  EXPECT_EQ(found(Severity::violation, "not acknowledged"), 1U);
}

TEST_F(Buffer, SendOfNothingIsACaution) {
  order(0, send);
  EXPECT_EQ(found(Severity::caution, "Sn_TX_WR"), 1U);
}

TEST_F(Buffer, SendBeforeSendOkIsANote) {
  chip.control("fault stall 0 1000");
  stage(10);
  order_send(10);
  pointer += 10;
  write(transmit(0), pointer, Bytes(10, 'y'));
  order_send(10);
  EXPECT_EQ(violations() + cautions(), 0U);
  EXPECT_EQ(found(Severity::note, "before SENDOK"), 1U);
}

TEST_F(Buffer, PointerIsAsOfTheLastSendUntilTheNext) {
  stage(10);
  write16(registers(0), tx_wr, pointer + 10);
  EXPECT_EQ(read16(registers(0), tx_wr), pointer);
  EXPECT_EQ(found(Severity::caution, "Sn_TX_WR"), 1U);
}

TEST_F(Buffer, RecvOfMoreThanHasArrivedIsAViolation) {
  peer.send("abc");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 3; }));
  const unsigned begin = read16(registers(0), rx_rd);
  write16(registers(0), rx_rd, begin + 4);
  order(0, recv);
  EXPECT_EQ(found(Severity::violation, "4 bytes where 3"), 1U);
}

TEST_F(Buffer, RsrChangesWithRecvAndNotWithThePointer) {
  peer.send("abc");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 3; }));
  const unsigned begin = read16(registers(0), rx_rd);
  write16(registers(0), rx_rd, begin + 2);
  EXPECT_EQ(read16(registers(0), rx_rsr), 3U);
  order(0, recv);
  EXPECT_EQ(read16(registers(0), rx_rsr), 1U);
  EXPECT_EQ(read8(receive(0), begin + 2), 'c');
}

TEST_F(Buffer, RecvThatIsForgottenIsACaution) {
  peer.send("abc");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 3; }));
  write16(registers(0), rx_rd, read16(registers(0), rx_rd) + 3);
  pass(999'000);
  EXPECT_EQ(cautions(), 0U);
  pass(1'100);
  EXPECT_EQ(found(Severity::caution, "forgotten RECV"), 1U);
}

TEST_F(Buffer, RxPointerReadBetweenWritingAndRecvIsACaution) {
  peer.send("abc");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 3; }));
  const unsigned begin = read16(registers(0), rx_rd);
  write16(registers(0), rx_rd, begin + 3);
  EXPECT_EQ(read16(registers(0), rx_rd), begin);
  EXPECT_GT(found(Severity::caution, "Sn_RX_RD"), 0U);
}

TEST_F(Buffer, PointersStartAnywhereAndAgreeAfterConnecting) {
  EXPECT_EQ(read16(registers(0), tx_wr), read16(registers(0), tx_rd));
  EXPECT_EQ(read16(registers(0), rx_rd), read16(registers(0), rx_wr));
  unsigned different = 0;
  unsigned former = read16(registers(0), tx_wr);
  for (unsigned socket = 1; socket < 5; ++socket) {
    Peer other;
    establish(socket, other);
    different += read16(registers(socket), tx_wr) != former ? 1 : 0;
    former = read16(registers(socket), tx_wr);
  }
  EXPECT_GT(different, 0U);
}

TEST_F(Buffer, DisconBeforeAllIsAcknowledgedAndCloseOfAConnectionAreNotes) {
  chip.control("fault stall 0 1000");
  stage(10);
  order_send(10);
  order(0, discon);
  EXPECT_EQ(found(Severity::note, "DISCON before"), 1U);
  EXPECT_EQ(violations() + cautions(), 0U);
}

TEST_F(Buffer, SendKeepWithoutDataIsACaution) {
  order(0, send_keep);
  EXPECT_EQ(found(Severity::caution, "SEND_KEEP"), 1U);
}

}  // namespace
}  // namespace hand
