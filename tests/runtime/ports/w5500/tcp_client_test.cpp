// Connections to others.
#include "prometheus_express/ports/w5500/tcp_client.hpp"

#include <gtest/gtest.h>

#include "prometheus_express/ports/w5500/datagrams.hpp"
#include "station.hpp"

namespace w5500_test {
namespace {

using px::transport::State;

constexpr unsigned socket = 6, datagram_socket = 7;
constexpr std::uint8_t closed = 0x00, syn_sent = 0x15, established = 0x17, fin_wait = 0x18;

class W5500Client : public Station {
 protected:
  W5500Client() : datagrams(ethernet), resolver(9), client(ethernet, &resolver) { datagrams.add(resolver); }

  void answer_name(const std::string& addresses) {
    std::string answer = chip.take_sent(datagram_socket);
    ASSERT_FALSE(answer.empty());
    answer[2] = '\x81', answer[3] = '\x80', answer[7] = static_cast<char>(addresses.size() / 4);
    for (std::size_t at = 0; at < addresses.size(); at += 4) {
      answer += std::string("\xC0\x0C\x00\x01\x00\x01\x00\x00\x00\x3C\x00\x04", 12) + addresses.substr(at, 4);
    }
    chip.receives_datagram({192, 168, 1, 53}, 53, answer);
    pass(5);
  }

  w5500::Datagrams datagrams;
  px::internet::Resolver resolver;
  w5500::TcpClient<2> client;
};

TEST_F(W5500Client, AnAddressIsConnectedToAtOnce) {
  start_up();
  EXPECT_EQ(client.connect(0, {"192.168.1.9", 9091}), State::pending);
  pass(3);
  ASSERT_EQ(chip.state(socket), syn_sent);
  EXPECT_EQ(chip.word(socket, 0x0C), 0xC0A8);
  EXPECT_EQ(chip.word(socket, 0x10), 9091);
  EXPECT_GE(chip.word(socket, 4), 49152);
  EXPECT_EQ(client.offer(0, std::string("early")).bytes, 0U);
  chip.answers_syn(socket);
  pass(2);
  EXPECT_EQ(client.state(0), State::open);
  EXPECT_EQ(client.offer(0, std::string("PUT")).bytes, 3U);
  poll();
  EXPECT_EQ(chip.take_sent(socket), "PUT");
  chip.receives(socket, "200");
  poll();
  std::string text(8, '\0');
  EXPECT_EQ(client.take(0, text).bytes, 3U);
  client.close(0);
  pass(2);
  EXPECT_EQ(chip.state(socket), fin_wait);
  chip.peer_ends(socket);
  pass(2);
  EXPECT_EQ(chip.state(socket), closed);
}

TEST_F(W5500Client, EachConnectionHasAPortOfItsOwn) {
  start_up();
  (void)client.connect(0, {"192.168.1.9", 9091});
  const unsigned first = chip.word(socket, 4);
  client.abort(0);
  pass(5);
  (void)client.connect(0, {"192.168.1.9", 9091});
  EXPECT_NE(chip.word(socket, 4), first);
}

TEST_F(W5500Client, ARefusalComesWithoutAnEvent) {
  start_up();
  (void)client.connect(0, {"192.168.1.9", 9091});
  pass(2);
  chip.peer_resets(socket);
  pass(50);
  EXPECT_EQ(client.state(0), State::refused);
  EXPECT_EQ(client.offer(0, std::string("x")).link, Link::failed);
  EXPECT_EQ(client.connect(0, {"192.168.1.9", 9091}), State::pending);
}

TEST_F(W5500Client, NobodyAnswers) {
  start_up();
  (void)client.connect(0, {"192.168.1.9", 9091});
  pass(2);
  chip.times_out(socket);
  pass(2);
  EXPECT_EQ(client.state(0), State::timed_out);
}

TEST_F(W5500Client, AChipThatIsTrappedWhileItConnectsIsFreed) {
  start_up();
  (void)client.connect(0, {"192.168.1.9", 9091});
  pass(19'900);
  EXPECT_EQ(client.state(0), State::pending);
  pass(200);
  EXPECT_EQ(client.state(0), State::timed_out);
  EXPECT_EQ(chip.state(socket), closed);
}

TEST_F(W5500Client, APeerThatAcceptsAndResetsBetweenTwoLooksDidNotRefuse) {
  start_up();
  (void)client.connect(0, {"192.168.1.9", 9091});
  pass(2);
  chip.answers_syn(socket);
  chip.peer_resets(socket);
  pass(50);
  EXPECT_EQ(client.state(0), State::reset);
  (void)client.connect(0, {"192.168.1.9", 9091});
  pass(2);
  chip.peer_resets(socket);
  pass(50);
  EXPECT_EQ(client.state(0), State::refused);
}

TEST_F(W5500Client, WhereNoWayLeadsNothingIsTried) {
  start_up();
  EXPECT_EQ(client.connect(0, {"2001:db8::7", 9091}), State::unreachable);
  EXPECT_EQ(client.connect(0, {"239.1.2.3", 9091}), State::unreachable);
  for (const char* const none : {"1.2.3", "192.168.1.9:80", "[::1]", "push example", "push..example", ""}) {
    EXPECT_EQ(client.connect(0, {none, 9091}), State::no_such_name) << none;
  }
  chip.set_link(false);
  pass(260);
  EXPECT_EQ(client.connect(0, {"192.168.1.9", 9091}), State::unreachable);
  EXPECT_EQ(client.connect(0, {"push.example.com", 9091}), State::unreachable);
  EXPECT_EQ(chip.count_commands(0x04), 0U);
}

TEST_F(W5500Client, MoreConnectionsThanSocketsAreRefusedHere) {
  start_up();
  EXPECT_EQ(client.connect(0, {"192.168.1.9", 9091}), State::pending);
  EXPECT_EQ(client.connect(1, {"192.168.1.9", 9091}), State::no_resources);
}

TEST_F(W5500Client, ANameIsLookedUpAndItsAddressesTriedInTurn) {
  start_up();
  pass(5);
  EXPECT_EQ(client.connect(0, {"push.example.com", 9091}), State::pending);
  pass(5);
  answer_name(std::string("\x0A\x00\x00\x05\x0A\x00\x00\x06", 8));
  EXPECT_EQ(client.state(0), State::pending);
  pass(2);
  ASSERT_EQ(chip.state(socket), syn_sent);
  EXPECT_EQ(chip.at(socket, 0x0F), 5);
  chip.peer_resets(socket);
  pass(50);
  EXPECT_EQ(client.state(0), State::pending);
  pass(2);
  ASSERT_EQ(chip.state(socket), syn_sent);
  EXPECT_EQ(chip.at(socket, 0x0F), 6);
  chip.times_out(socket);
  pass(2);
  EXPECT_EQ(client.state(0), State::refused);  // the one that came further
}

TEST_F(W5500Client, TwoNamesAreLookedUpOneAfterTheOther) {
  start_up();
  pass(5);
  (void)client.connect(0, {"one.example.com", 9091});
  (void)client.connect(1, {"two.example.com", 9091});
  pass(5);
  client.abort(0);
  EXPECT_EQ(client.state(1), State::pending);
  pass(1100);
  EXPECT_EQ(client.state(1), State::pending);
  EXPECT_NE(chip.take_sent(datagram_socket).find("two"), std::string::npos);
}

TEST_F(W5500Client, AnOpenConnectionThatIsResetSaysSo) {
  start_up();
  (void)client.connect(0, {"192.168.1.9", 9091});
  pass(2);
  chip.answers_syn(socket);
  pass(2);
  ASSERT_EQ(client.state(0), State::open);
  chip.peer_resets(socket);
  pass(50);
  EXPECT_EQ(client.state(0), State::reset);
  EXPECT_EQ(chip.state(socket), closed);
}

}  // namespace
}  // namespace w5500_test
