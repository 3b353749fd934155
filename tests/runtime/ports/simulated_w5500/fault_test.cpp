// Faults by the control language: what the driver sees, what the peer sees, and that it is not the driver's fault.
#include <cerrno>

#include "hand_driver.hpp"

namespace hand {
namespace {

class Fault : public Driver {
 protected:
  void SetUp() override { configure(); }
  void inject(const std::string& fault) { EXPECT_EQ(chip.control("fault " + fault), "ok\n") << fault; }

  Peer peer;
};

TEST_F(Fault, StuckCommandTakesEffectLater) {
  write8(registers(0), mr, 1);
  write16(registers(0), port, 80);
  inject("stuck 0 50");
  write8(registers(0), cr, open);
  pass(49'000);
  EXPECT_EQ(read8(registers(0), cr), open);
  EXPECT_EQ(state(0), closed);
  pass(1'000);
  EXPECT_EQ(read8(registers(0), cr), 0);
  EXPECT_EQ(state(0), init);
}

TEST_F(Fault, StuckIsOfOneSocketOrAll) {
  inject("stuck 1 50");
  listen_at(0);
  EXPECT_EQ(state(0), listening);
  inject("stuck -1 50");
  write8(registers(0), cr, close);
  pass(40'000);
  EXPECT_EQ(read8(registers(0), cr), close);
}

TEST_F(Fault, DeadBusIsConstantAndTheChipLivesOn) {
  establish(0, peer);
  for (const char* const level : {"00", "ff"}) {
    inject(std::string("dead ") + level + " 100");
    EXPECT_EQ(read8(common, 0x39), level[0] == '0' ? 0x00 : 0xFF);
    write8(registers(0), mr, 2);
    pass(100'000);
    EXPECT_EQ(read8(common, 0x39), 4);
    EXPECT_EQ(read8(registers(0), mr), 1) << "nothing was heard";
    EXPECT_EQ(state(0), established);
  }
}

TEST_F(Fault, WithoutPowerEverythingIsLost) {
  establish(0, peer);
  inject("unpowered 00 100");
  EXPECT_EQ(read8(common, 0x39), 0);
  pass(100'000);
  EXPECT_EQ(read8(common, 0x39), 4);
  EXPECT_EQ(state(0), closed);
  EXPECT_EQ(read8(common, 0x09), 0);
  peer.receive();
  EXPECT_FALSE(peer.ended);
}

TEST_F(Fault, ResetBehindTheDriversBackIsNotItsFault) {
  establish(0, peer);
  inject("chip-reset");
  write8(registers(1), mr, 1);
  write16(registers(1), port, 80);
  order(1, open);
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
  EXPECT_EQ(found(Severity::note, "SHAR"), 1U);
  peer.send("hello?");
  EXPECT_TRUE(until([&] {
    peer.receive();
    return peer.error == ECONNRESET;
  }));
  configure();
  order(1, listen);
  order(1, listen);
  EXPECT_EQ(violations(), 1U) << "it has configured the chip since";
}

TEST_F(Fault, LinkIsShownAndNothingPasses) {
  establish(0, peer);
  EXPECT_EQ(read8(common, 0x2E) & 1, 1);
  inject("link down");
  EXPECT_EQ(read8(common, 0x2E) & 1, 0);
  peer.send("not now");
  pass(600'000'000);
  EXPECT_EQ(read16(registers(0), rx_rsr), 0U);
  EXPECT_EQ(state(0), established) << "idle sockets survive";
  inject("link up");
  EXPECT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 7; }));
}

TEST_F(Fault, DataWithoutALinkRunIntoTheTimeOut) {
  establish(0, peer);
  inject("link down");
  send_text(0, "lost");
  pass(0);
  pass(31'790'000);
  EXPECT_EQ(state(0), established);
  pass(20'000);
  EXPECT_EQ(state(0), closed);
  EXPECT_EQ(events(0), timeout);
}

TEST_F(Fault, DataAreSentAgainWhenTheLinkIsBackInTime) {
  establish(0, peer);
  inject("link down");
  send_text(0, "late");
  pass(20'000'000);
  inject("link up");
  EXPECT_TRUE(until([&] {
    peer.receive();
    return peer.received == "late";
  }));
  EXPECT_TRUE(until([&] { return (events(0) & send_ok) != 0; }));
}

TEST_F(Fault, LostInterruptStaysInTheRegister) {
  write8(common, 0x18, 1);
  inject("lose-int 1");
  listen_at(0);
  peer.connect(host_port());
  ASSERT_TRUE(until([&] { return events(0) == con; }));
  EXPECT_FALSE(chip.interrupts());
  write8(registers(0), ir, con);
  peer.send("x");
  ASSERT_TRUE(until([&] { return events(0) == received; }));
  EXPECT_TRUE(chip.interrupts()) << "the next one shows";
}

TEST_F(Fault, StalledPeerAcknowledgesNothingAndNoTimerRuns) {
  establish(0, peer);
  inject("stall 0 100000");
  send_text(0, "wait");
  pass(99'000'000);
  EXPECT_EQ(state(0), established);
  EXPECT_EQ(read16(registers(0), tx_fsr), 2044U);
  EXPECT_EQ(events(0) & send_ok, 0);
  pass(1'000'000);
  EXPECT_TRUE(until([&] { return (events(0) & send_ok) != 0; }));
}

TEST_F(Fault, VanishedPeerIsNoticedByKeepAliveOnceDataHavePassed) {
  write8(registers(0), kpalvtr, 1);
  establish(0, peer);
  inject("vanish 0 on");
  pass(600'000'000);
  EXPECT_EQ(state(0), established) << "no data yet: there is no keep-alive";
  inject("vanish 0 off");
  peer.send("x");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 1; }));
  inject("vanish 0 on");
  pass(5'000'000);
  pass(31'790'000);
  EXPECT_EQ(state(0), established);
  pass(20'000);
  EXPECT_EQ(state(0), closed);
  EXPECT_NE(events(0) & timeout, 0);
}

TEST_F(Fault, SendKeepNoticesAVanishedPeer) {
  establish(0, peer);
  peer.send("x");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 1; }));
  inject("vanish 0 on");
  order(0, send_keep);
  EXPECT_EQ(violations() + cautions(), 0U);
  pass(0);
  pass(31'900'000);
  EXPECT_EQ(state(0), closed);
}

TEST_F(Fault, TornCountIsHalfOldOnceAChange) {
  establish(0, peer);
  EXPECT_EQ(read16(registers(0), rx_rsr), 0U);
  inject("tear 1");
  peer.send(std::string(0x0123, 'x'));
  ASSERT_TRUE(until([&] { return events(0) == received; }));
  chip.run();
  EXPECT_EQ(read16(registers(0), rx_rsr), 0x0023U);
  EXPECT_EQ(read16(registers(0), rx_rsr), 0x0123U);
}

TEST_F(Fault, CountIsNotTornBetweenTheTimesBeforeAndAfterACommand) {
  establish(0, peer);
  peer.send(std::string(0x0123, 'x'));
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 0x0123U; }));
  EXPECT_EQ(read16(registers(0), tx_fsr), 2048U);
  inject("tear 1");
  write16(registers(0), rx_rd, read16(registers(0), rx_rd) + 0x0123);
  order(0, recv);
  EXPECT_EQ(read16(registers(0), rx_rsr), 0U);
  inject("stall 0 1000");
  send_text(0, std::string(0x0123, 'x'));
  EXPECT_EQ(read16(registers(0), tx_fsr), 2048U - 0x0123U);
}

TEST_F(Fault, FlippedBitsAreSeenAndExcused) {
  inject("flip 0 1");
  EXPECT_EQ(read8(common, 0x39), 0xFB);
  inject("flip 1 0");
  (void)read8(common, 0x39);
  EXPECT_EQ(violations(), 0U) << chip.findings().text();
  inject("none");
  EXPECT_EQ(read8(common, 0x39), 4);
}

TEST_F(Fault, NoneEndsThemAll) {
  for (const char* const fault :
       {"stuck -1 1000", "dead 00 1000", "link down", "stall -1 1000", "vanish -1 on", "tear 1"}) {
    inject(fault);
  }
  inject("none");
  establish(0, peer);
  EXPECT_EQ(read8(common, 0x2E) & 1, 1);
}

TEST_F(Fault, WrongLinesAreRefused) {
  for (const char* const line :
       {"fault", "fault stuck", "fault stuck 8 5", "fault dead 55 10", "fault flip 2 0", "fault link",
        "fault nothing", "", "dhcp maybe", "answer send-ok never"}) {
    EXPECT_EQ(chip.control(line).rfind("error", 0), 0U) << line;
  }
}

TEST_F(Fault, ControlShowsWhatThereIs) {
  establish(0, peer);
  order(3, send);
  EXPECT_EQ(chip.control("total").rfind("ok 1 violations, 0 cautions, 0 notes, ", 0), 0U)
      << chip.control("total");
  EXPECT_NE(chip.control("findings").find("violation socket 3: orders SEND in CLOSED\nok\n"),
            std::string::npos);
  EXPECT_NE(chip.control("sockets").find("0 ESTABLISHED port 80 peer 192.168.1.2:"), std::string::npos);
  EXPECT_EQ(
      chip.control("registers").rfind("common 00 C0 A8 01 01 FF FF FF 00 02 00 00 01 02 03 C0 A8 01 32", 0),
      0U);
  EXPECT_NE(chip.control("stats").find("accepted 1\n"), std::string::npos);
  Peer other;
  listen_at(1);
  EXPECT_EQ(chip.control("ports"), "tcp 80 127.0.0.1:" + std::to_string(host_port()) + "\nok\n");
  EXPECT_EQ(chip.control("clear"), "ok\n");
  EXPECT_EQ(violations(), 0U);
}

}  // namespace
}  // namespace hand
