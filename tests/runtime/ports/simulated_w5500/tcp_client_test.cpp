// CONNECT: to sockets of this machine, and to addresses where nobody is.
#include "hand_driver.hpp"

namespace hand {
namespace {

class TcpClient : public Driver {
 protected:
  void SetUp() override {
    configure();
    write16(common, 0x19, 1000);  // RTR 100 ms, RCR 5: ARP 0.6 s, TCP 6.3 s
    write8(common, 0x1B, 5);
  }

  void connect_to(const Bytes& address, unsigned to) {
    write8(registers(0), mr, 1);
    write16(registers(0), port, 50000);
    order(0, open);
    write(registers(0), dipr, address);
    write16(registers(0), dport, to);
    order(0, connect);
  }

  Peer peer;
};

TEST_F(TcpClient, ConnectsToThisMachine) {
  connect_to({192, 168, 1, 2}, peer.listen());
  ASSERT_TRUE(until([&] { return state(0) == established; }));
  EXPECT_EQ(events(0), con);
  ASSERT_TRUE(until([&] { return peer.accept(); }));
  send_text(0, "POST");
  EXPECT_TRUE(until([&] {
    peer.receive();
    return peer.received == "POST";
  }));
  peer.send("200");
  EXPECT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 3; }));
  EXPECT_EQ(receive_text(0), "200");
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
}

TEST_F(TcpClient, RefusalIsClosed) {
  const std::uint16_t nobody = peer.listen();
  peer.close();
  connect_to({127, 0, 0, 1}, nobody);
  EXPECT_TRUE(until([&] { return state(0) == closed; }));
  EXPECT_EQ(events(0) & (con | timeout), 0);
}

TEST_F(TcpClient, AddressThatNobodyHasRunsIntoTheTimeOutOfArp) {
  connect_to({192, 168, 1, 77}, 80);
  pass(590'000);
  EXPECT_EQ(state(0), syn_sent);
  pass(20'000);
  EXPECT_EQ(state(0), closed);
  EXPECT_EQ(events(0), timeout);
}

TEST_F(TcpClient, SilentWorldRunsIntoTheTimeOutOfTcp) {
  connect_to({8, 8, 8, 8}, 80);
  pass(6'280'000);
  EXPECT_EQ(state(0), syn_sent);
  pass(30'000);
  EXPECT_EQ(state(0), closed);
  EXPECT_EQ(events(0), timeout);
}

TEST_F(TcpClient, WrongGatewayIsNeverAnswered) {
  write(common, 0x01, {192, 168, 1, 9});
  connect_to({8, 8, 8, 8}, 80);
  pass(100'000'000);
  EXPECT_EQ(state(0), syn_sent);
  EXPECT_EQ(found(Severity::caution, "gateway"), 1U);
  order(0, close);
  EXPECT_EQ(state(0), closed);
}

TEST_F(TcpClient, ArpWithoutAnAddressIsACaution) {
  write(common, 0x0F, {0, 0, 0, 0});
  connect_to({192, 168, 1, 2}, 80);
  EXPECT_EQ(found(Severity::caution, "ARP while SIPR"), 1U);
}

class TimeOuts : public Driver {};

TEST_F(TimeOuts, AreThoseOfTheDatasheet) {
  struct Case {
    unsigned rtr;
    std::uint8_t rcr;
    Microseconds tcp;
  };
  for (const Case& one : {Case{2000, 8, 31'800'000}, Case{2000, 3, 3'000'000}, Case{500, 4, 1'550'000}}) {
    configure();
    write16(common, 0x19, one.rtr);
    write8(common, 0x1B, one.rcr);
    Peer peer;
    establish(0, peer);
    chip.control("fault vanish 0 on");
    send_text(0, "nobody hears");
    pass(0);
    pass(one.tcp - 1000);
    EXPECT_EQ(state(0), established) << one.rtr;
    pass(2000);
    EXPECT_EQ(state(0), closed) << one.rtr;
    EXPECT_EQ(events(0), timeout);
    write8(registers(0), ir, 0x1F);
    chip.control("fault none");
  }
}

}  // namespace
}  // namespace hand
