// What the peer of a listening socket sees, sequence by sequence.
#include <cerrno>

#include "hand_driver.hpp"

namespace hand {
namespace {

class TcpServer : public Driver {
 protected:
  void SetUp() override { configure(); }

  bool peer_receives(const std::string& text) {
    return until([&] {
      peer.receive();
      return peer.received == text;
    });
  }
  bool peer_sees_end() {
    return until([&] {
      peer.receive();
      return peer.ended;
    });
  }
  bool peer_sees_reset() {
    return until([&] {
      peer.receive();
      return peer.error == ECONNRESET;
    });
  }
  bool state_becomes(std::uint8_t wanted) {
    return until([&] { return state(0) == wanted; });
  }

  Peer peer;
};

TEST_F(TcpServer, SynIsRefusedWhereNobodyListens) {
  listen_at(0);
  order(0, close);
  chip.run();
  peer.connect(host_port());
  peer.receive();
  EXPECT_EQ(peer.error, ECONNREFUSED);
}

TEST_F(TcpServer, TellsWhoHasConnected) {
  establish(0, peer);
  EXPECT_EQ(read(registers(0), dipr, 4), (Bytes{192, 168, 1, 2}));
  EXPECT_NE(read16(registers(0), dport), 0U);
  EXPECT_EQ(chip.counts().accepted, 1U);
  EXPECT_EQ(violations() + cautions(), 0U);
}

TEST_F(TcpServer, ConnectionRaisesConOnce) {
  listen_at(0);
  peer.connect(host_port());
  ASSERT_TRUE(state_becomes(established));
  EXPECT_EQ(events(0), con);
  EXPECT_EQ(read8(common, 0x17), 1) << "SIR";
  write8(registers(0), ir, con);
  EXPECT_EQ(events(0), 0);
  EXPECT_EQ(read8(common, 0x17), 0);
}

TEST_F(TcpServer, RequestIsReadAndAnswered) {
  establish(0, peer);
  peer.send("GET / HTTP/1.1\r\n\r\n");
  ASSERT_TRUE(until([&] { return (events(0) & received) != 0; }));
  EXPECT_EQ(receive_text(0), "GET / HTTP/1.1\r\n\r\n");
  EXPECT_EQ(read16(registers(0), rx_rsr), 0U);
  send_text(0, "HTTP/1.1 204 No Content\r\n\r\n");
  EXPECT_TRUE(peer_receives("HTTP/1.1 204 No Content\r\n\r\n"));
  EXPECT_TRUE(until([&] { return (events(0) & send_ok) != 0; }));
  EXPECT_EQ(read16(registers(0), tx_fsr), 2048U);
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
}

TEST_F(TcpServer, PeersEndIsCloseWaitAndAnAnswerStillReachesIt) {
  establish(0, peer);
  peer.send("request");
  peer.finish();
  ASSERT_TRUE(state_becomes(close_wait));
  EXPECT_EQ(events(0), received | disconnected);
  EXPECT_EQ(receive_text(0), "request");
  send_text(0, "answer");
  order(0, discon);
  EXPECT_TRUE(peer_sees_end());
  EXPECT_EQ(peer.received, "answer");
  EXPECT_TRUE(state_becomes(closed));
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
}

TEST_F(TcpServer, DisconEndsBehindTheDataAndPeerMayGoOn) {
  establish(0, peer);
  send_text(0, "last words");
  order(0, discon);
  EXPECT_TRUE(peer_sees_end());
  EXPECT_EQ(peer.received, "last words");
  EXPECT_EQ(state(0), fin_wait);
  peer.send("I go on");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 7; }));
  EXPECT_EQ(state(0), fin_wait);
  peer.close();
  EXPECT_TRUE(state_becomes(closed));
  EXPECT_NE(events(0) & disconnected, 0);
}

TEST_F(TcpServer, FinWaitLastsAsLongAsThePeerLikes) {
  establish(0, peer);
  order(0, discon);
  ASSERT_TRUE(peer_sees_end());
  pass(600'000'000);
  EXPECT_EQ(state(0), fin_wait);
  EXPECT_EQ(events(0) & timeout, 0);
}

TEST_F(TcpServer, CloseTellsThePeerNothingUntilItSends) {
  establish(0, peer);
  order(0, close);
  EXPECT_EQ(state(0), closed);
  for (int turn = 0; turn < 50; ++turn) {
    chip.run();
    peer.receive();
  }
  EXPECT_FALSE(peer.ended);
  EXPECT_EQ(peer.error, 0);
  peer.send("are you there?");
  EXPECT_TRUE(peer_sees_reset());
}

TEST_F(TcpServer, CloseInCloseWaitLeavesThePeerInItsHalf) {
  establish(0, peer);
  peer.finish();
  ASSERT_TRUE(state_becomes(close_wait));
  order(0, close);
  for (int turn = 0; turn < 50; ++turn) {
    chip.run();
    peer.receive();
  }
  EXPECT_FALSE(peer.ended);
  EXPECT_EQ(peer.error, 0);
  EXPECT_EQ(state(0), closed);
}

TEST_F(TcpServer, PeersResetIsClosedAtOnce) {
  establish(0, peer);
  peer.reset();
  EXPECT_TRUE(state_becomes(closed));
  EXPECT_EQ(events(0), disconnected);
  EXPECT_EQ(chip.counts().peer_resets, 1U);
}

TEST_F(TcpServer, WhatCameBeforeTheResetCanStillBeRead) {
  establish(0, peer);
  peer.send("once");
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 4; }));
  peer.reset();
  ASSERT_TRUE(state_becomes(closed));
  EXPECT_EQ(receive_text(0), "once");
}

TEST_F(TcpServer, ChipResetTellsThePeerNothingUntilItSends) {
  establish(0, peer);
  write8(common, 0x00, 0x80);
  ASSERT_TRUE(until([&] { return read8(common, 0x00) == 0; }));
  peer.receive();
  EXPECT_FALSE(peer.ended);
  peer.send("hello?");
  EXPECT_TRUE(peer_sees_reset());
}

TEST_F(TcpServer, SeveralSocketsListenAtOnePortAndEachTakesOneClient) {
  Peer others[2];
  for (unsigned socket = 0; socket < 3; ++socket) {
    listen_at(socket);
  }
  peer.connect(host_port());
  others[0].connect(host_port());
  others[1].connect(host_port());
  EXPECT_TRUE(
      until([&] { return state(0) == established && state(1) == established && state(2) == established; }));
  Peer further;
  further.connect(host_port());
  EXPECT_TRUE(until([&] {
    further.receive();
    return further.error == ECONNREFUSED || further.error == ECONNRESET;
  }));
}

TEST_F(TcpServer, ListensAgainAfterAConnection) {
  for (int round = 0; round < 3; ++round) {
    Peer one;
    establish(0, one);
    one.close();
    ASSERT_TRUE(state_becomes(close_wait));
    order(0, discon);
    ASSERT_TRUE(state_becomes(closed));
    write8(registers(0), ir, 0x1F);
  }
  EXPECT_EQ(chip.counts().accepted, 3U);
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
}

TEST_F(TcpServer, ReceivesNoMoreThanItsBufferUntilRecv) {
  write8(registers(7), rx_size, 0);
  establish(0, peer);
  const std::string much(5000, 'x');
  peer.send(much);
  ASSERT_TRUE(until([&] { return read16(registers(0), rx_rsr) == 2048; }));
  chip.run();
  EXPECT_EQ(read16(registers(0), rx_rsr), 2048U);
  std::string got;
  EXPECT_TRUE(until([&] {
    got += receive_text(0);
    return got == much;
  }));
}

TEST_F(TcpServer, LongAnswerGoesOutAsRoomComesBack) {
  establish(0, peer);
  std::string sent;
  for (char letter = 'a'; letter <= 'j'; ++letter) {
    ASSERT_TRUE(until([&] {
      peer.receive();
      return read16(registers(0), tx_fsr) == 2048;
    }));
    sent += std::string(2048, letter);
    send_text(0, std::string(2048, letter));
  }
  EXPECT_TRUE(peer_receives(sent));
  EXPECT_EQ(violations() + cautions(), 0U) << chip.findings().text();
}

TEST_F(TcpServer, SocketEventPullsIntnWhenItsMaskAllows) {
  establish(0, peer);
  peer.send("x");
  ASSERT_TRUE(until([&] { return events(0) == received; }));
  EXPECT_FALSE(chip.interrupts());
  write8(common, 0x18, 1);
  chip.run();
  EXPECT_TRUE(chip.interrupts());
  write8(registers(0), ir, received);
  chip.run();
  EXPECT_FALSE(chip.interrupts());
}

}  // namespace
}  // namespace hand
