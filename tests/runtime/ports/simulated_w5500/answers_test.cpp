// What the datasheet leaves open: the other answer to each question.
#include <cerrno>
#include <string_view>

#include "hand_driver.hpp"

namespace hand {
namespace {

class Chosen : public Driver {
 protected:
  void SetUp() override { configure(); }
  void choose(const std::string& name, const std::string& word) {
    ASSERT_EQ(chip.control("answer " + name + " " + word), "ok\n");
  }

  Peer peer;
};

TEST_F(Chosen, CommandMayBeTakenAtOnce) {
  choose("command", "0");
  write8(registers(0), mr, 1);
  write16(registers(0), port, 80);
  write8(registers(0), cr, open);
  EXPECT_EQ(read8(registers(0), cr), 0);
  EXPECT_EQ(state(0), init);
}

TEST_F(Chosen, CommandMayStayForNineWindows) {
  choose("command", "9");
  write8(registers(0), mr, 1);
  write16(registers(0), port, 80);
  write8(registers(0), cr, open);
  for (int window = 0; window < 9; ++window) {
    EXPECT_EQ(read8(registers(0), cr), open) << window;
  }
  EXPECT_EQ(read8(registers(0), cr), 0);
}

TEST_F(Chosen, PointersMayStartAtZero) {
  choose("pointers", "zero");
  establish(0, peer);
  for (const unsigned pointer : {tx_wr, tx_rd, rx_rd, rx_wr}) {
    EXPECT_EQ(read16(registers(0), pointer), 0U);
  }
}

TEST_F(Chosen, PointersMayReadAsWritten) {
  choose("read-back", "written");
  establish(0, peer);
  write16(registers(0), tx_wr, 0x1234);
  EXPECT_EQ(read16(registers(0), tx_wr), 0x1234U);
  write16(registers(0), rx_rd, 0x4321);
  EXPECT_EQ(read16(registers(0), rx_rd), 0x4321U);
}

TEST_F(Chosen, SendOkWaitsForThePeerOrOnlyForTheTransmission) {
  for (const char* const word : {"acknowledged", "transmitted"}) {
    choose("send-ok", word);
    Peer one;
    one.narrow = true;  // it does not read, so that its window is shut in the end
    establish(0, one);
    bool acknowledged = true;
    for (int round = 0; round < 1000 && acknowledged; ++round) {
      write8(registers(0), ir, 0x1F);
      send_text(0, std::string(2048, 'x'));
      acknowledged = until([&] { return read16(registers(0), tx_fsr) == 2048; }, 700);
    }
    ASSERT_FALSE(acknowledged) << "the peer's window does not shut";
    EXPECT_EQ(events(0), std::string_view(word) == "transmitted" ? send_ok : 0);
    order(0, close);
    write8(registers(0), ir, 0x1F);
  }
}

TEST_F(Chosen, PeersResetMayBeSilent) {
  choose("reset", "silent");
  establish(0, peer);
  peer.reset();
  EXPECT_TRUE(until([&] { return state(0) == closed; }));
  EXPECT_EQ(events(0), 0);
}

TEST_F(Chosen, MaskMayHideEvents) {
  establish(0, peer);
  write8(registers(0), imr, send_ok);
  peer.send("x");
  ASSERT_TRUE(until([&] { return events(0) == received; }));
  EXPECT_EQ(read8(common, 0x17), 0);
  choose("mask", "events");
  EXPECT_EQ(events(0), 0);
}

TEST_F(Chosen, RecvMayComeAgainForWhatIsLeft) {
  for (const bool again : {false, true}) {
    choose("recv-again", again ? "yes" : "no");
    Peer one;
    establish(0, one);
    one.send("abc");
    ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 3; }));
    write8(registers(0), ir, received);
    write16(registers(0), rx_rd, read16(registers(0), rx_rd) + 1);
    order(0, recv);
    EXPECT_EQ(events(0), again ? received : 0);
    order(0, close);
    write8(registers(0), ir, 0x1F);
  }
}

TEST_F(Chosen, FinWaitMayEndByItself) {
  choose("fin-wait", "timeout");
  establish(0, peer);
  order(0, discon);
  ASSERT_TRUE(until([&] {
    peer.receive();
    return peer.ended;
  }));
  (void)until([] { return false; }, 600);  // the peer's system may take 40 ms to acknowledge the FIN
  pass(31'000'000);
  EXPECT_EQ(state(0), fin_wait);
  pass(1'000'000);
  EXPECT_EQ(state(0), closed);
  EXPECT_NE(events(0) & timeout, 0);
}

TEST_F(Chosen, FinWaitMayDiscardWhatArrives) {
  choose("fin-wait-data", "discarded");
  establish(0, peer);
  order(0, discon);
  peer.send("I go on");
  peer.finish();
  EXPECT_TRUE(until([&] { return state(0) == closed; }));
  EXPECT_EQ(read16(registers(0), rx_rsr), 0U);
}

TEST_F(Chosen, SynThatNobodyHearsMayBeAcceptedAndReset) {
  choose("nobody-listens", "reset");
  listen_at(0);
  order(0, close);
  chip.run();
  peer.connect(host_port());
  EXPECT_TRUE(until([&] {
    peer.receive();
    return peer.error == ECONNRESET;
  }));
}

TEST_F(Chosen, AnyListenerMayTakeTheSyn) {
  choose("listener", "any");
  bool other_than_first = false;
  for (int round = 0; round < 40 && !other_than_first; ++round) {
    Peer one;
    for (unsigned socket = 0; socket < 4; ++socket) {
      write8(registers(socket), ir, 0x1F);
      listen_at(socket);
    }
    one.connect(host_port());
    ASSERT_TRUE(until([&] { return chip.counts().accepted == static_cast<unsigned>(round) + 1; }));
    other_than_first = state(0) == listening;
    for (unsigned socket = 0; socket < 4; ++socket) {
      order(socket, close);
    }
  }
  EXPECT_TRUE(other_than_first);
}

TEST(Answers, AreTheSameFromTheSameSeedAndDifferFromAnother) {
  EXPECT_EQ(Answers::any(7).text(), Answers::any(7).text());
  bool differ = false;
  for (std::uint32_t seed = 0; seed < 8; ++seed) {
    differ = differ || Answers::any(seed).text() != Answers::any(7).text();
  }
  EXPECT_TRUE(differ);
}

TEST(Answers, CanBeSetByTheirNamesAsTheirTextSays) {
  Answers answers;
  for (const char* const word :
       {"pointers=zero", "read-back=written", "send-ok=transmitted", "reset=silent", "mask=events",
        "recv-again=yes", "fin-wait=timeout", "fin-wait-data=discarded", "nobody-listens=reset",
        "listener=any", "command=vary"}) {
    const std::string_view text = word;
    const auto equals = text.find('=');
    EXPECT_EQ(answers.text().find(text), std::string::npos) << word;
    EXPECT_TRUE(answers.set(text.substr(0, equals), text.substr(equals + 1))) << word;
    EXPECT_NE(answers.text().find(text), std::string::npos) << word;
  }
  EXPECT_FALSE(answers.set("send-ok", "never"));
  EXPECT_FALSE(answers.set("command", "few"));
  EXPECT_FALSE(answers.set("colour", "red"));
}

}  // namespace
}  // namespace hand
