// The situations in which the Python predecessor, on this chip, died or fell silent, by the number of its OSError, recreated with
// the same cause: see tests/runtime/ports/posix/predecessor_errors_test.cpp.
#include <vector>

#include "served.hpp"

namespace on_model {
namespace {

class OsError3And4SocketsUsedUp : public Served {};
class OsError7RequestCutShort : public Served {};
class OsError112AddressInUse : public Served {};
class OsError128NotConnected : public Served {};
INSTANTIATE_TEST_SUITE_P(W5500, OsError3And4SocketsUsedUp, testing::ValuesIn(ways));
INSTANTIATE_TEST_SUITE_P(W5500, OsError7RequestCutShort, testing::ValuesIn(ways));
INSTANTIATE_TEST_SUITE_P(W5500, OsError112AddressInUse, testing::ValuesIn(ways));
INSTANTIATE_TEST_SUITE_P(W5500, OsError128NotConnected, testing::ValuesIn(ways));

// The chip has 8 sockets. Clients that came and went without a word used them up, and the next accept failed, for good.
TEST_P(OsError3And4SocketsUsedUp, ClientsThatComeAndGoLeaveNoSocketBehind) {
  for (unsigned number = 0; number < 200; ++number) {
    hand::Peer client;
    client.connect(port());
    pass(number % 3);
    if (number % 4 != 0) {
      client.send(request.substr(0, number % 4 == 1 ? 20 : request.size()));
    }
    pass(number % 5);
    if (number % 2 == 0) {
      client.reset();
    }
  }
  EXPECT_TRUE(serves(2500));
  EXPECT_TRUE(all_listen(20'000)) << model.chip.control("sockets");
  EXPECT_EQ(program->ethernet.statistics().resets, 1U);
  EXPECT_EQ(findings(), "");
}

TEST_P(OsError3And4SocketsUsedUp, ClientsThatVanishKeepNoSocketForEver) {
  std::vector<std::unique_ptr<hand::Peer>> clients;
  for (unsigned number = 0; number < sockets; ++number) {
    clients.push_back(std::make_unique<hand::Peer>());
    clients.back()->connect(port());
    pass(2);
    if (number % 2 == 0) {
      clients.back()->send(request.substr(0, 20));
    }
    pass(2);
  }
  inject("vanish -1 on");
  pass(100);
  clients.clear();
  pass(90'000);
  inject("vanish -1 off");
  EXPECT_TRUE(serves(100));
  EXPECT_TRUE(all_listen(20'000)) << model.chip.control("sockets");
  EXPECT_EQ(findings(), "");
}

// The receive buffer was short of what the client had announced, the read timed out, and the socket stayed.
TEST_P(OsError7RequestCutShort, ClientIsServedWhenTheRestComesHoweverLate) {
  hand::Peer client;
  client.connect(port());
  for (std::size_t at = 0; at < request.size(); at += 5) {
    client.send(request.substr(at, 5));
    pass(900);
  }
  pass(100);
  client.receive();
  EXPECT_EQ(client.received, answer);
  EXPECT_EQ(findings(), "");
}

TEST_P(OsError7RequestCutShort, TimedOutConnectionIsFreed) {
  hand::Peer client;
  client.connect(port());
  pass(3);
  client.send(request.substr(0, 20));
  pass(15'000);
  client.receive();
  EXPECT_TRUE(client.ended);
  client.close();
  EXPECT_TRUE(all_listen(3000)) << model.chip.control("sockets");
  EXPECT_TRUE(serves(100));
  EXPECT_EQ(findings(), "");
}

// After a crash the board could not listen on its port again until it was switched off and on: the chip lives on.
TEST_P(OsError112AddressInUse, RestartAfterACrashListensAtOnce) {
  std::vector<std::unique_ptr<hand::Peer>> clients;
  for (unsigned number = 0; number < sockets; ++number) {
    clients.push_back(std::make_unique<hand::Peer>());
    clients.back()->connect(port());
    pass(2);
    clients.back()->send(request.substr(0, number % 2 == 0 ? request.size() : 20));
  }
  pass(1);
  restart();
  EXPECT_TRUE(all_listen(20)) << model.chip.control("sockets");
  EXPECT_TRUE(serves(100));
  clients[0]->send(request);  // its connection is one that nobody knows of
  pass(100);
  clients[0]->receive();
  EXPECT_TRUE(clients[0]->ended || clients[0]->error != 0);
  EXPECT_EQ(findings(), "");
}

// The client had gone before the response was sent; the exception ended the loop that served.
TEST_P(OsError128NotConnected, ClientThatGoesBeforeItsResponseEndsAlone) {
  hand::Peer staying;
  staying.connect(port());
  pass(3);
  for (unsigned number = 0; number < 12; ++number) {
    hand::Peer client;
    client.connect(port());
    pass(2);
    client.send(request);
    pass(number % 3);
    if (number % 2 == 0) {
      client.reset();
    } else {
      client.finish();
      client.close();
    }
    pass(number % 4);
  }
  pass(3000);
  staying.send(request);
  pass(100);
  staying.receive();
  EXPECT_EQ(staying.received, answer);
  EXPECT_EQ(findings(), "");
}

}  // namespace
}  // namespace on_model
