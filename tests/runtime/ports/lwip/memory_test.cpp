// lwIP without memory, and what must not be left of it or be touched after it was freed: the address sanitizer of preset asan
// sees the latter, because every control block and packet is an allocation of its own here.
#include <gtest/gtest.h>
#include <lwip/priv/tcp_priv.h>

#include <string>

#include "network.hpp"

namespace prometheus_express::lwip {
namespace {

using transport::Link;

int active_blocks() {
  int count = 0;
  for (const tcp_pcb* block = tcp_active_pcbs; block != nullptr; block = block->next) {
    ++count;
  }
  return count;
}

TEST_F(LwipTest, OneClientWithSmallPacketsDoesNotUseUpThePool) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  exchange();
  const long before = heap.used;
  std::string sent;
  for (int count = 0; count < 200; ++count) {
    const char byte = static_cast<char>('a' + count % 26);
    if (client.send({&byte, 1}) == 1) {
      sent.push_back(byte);
    }
    exchange();
  }
  const long unsent = 2L * client.block->snd_queuelen;  // the client's own: a segment and its packet each
  EXPECT_LE(heap.used - before - unsent, Connection::packets_held + 1);
  std::string taken;
  for (int turns = 0; turns < 1000 && taken.size() < sent.size(); ++turns) {
    taken += take(0);
    pass(250);
  }
  EXPECT_EQ(taken, sent);
}

TEST_F(LwipTest, CloseWithPacketsThatLwipStillKeepsLeaksNothing) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  for (int count = 0; count < 20; ++count) {
    client.send("x");
    exchange();
  }
  EXPECT_EQ(tcp.offer(0, std::string_view("enough")).bytes, 6U);
  tcp.close(0);
}

TEST_F(LwipTest, NothingIsLostOfWhatLwipKeepsWhenOurStreamHasEnded) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  std::string sent;
  for (int count = 0; count < 20; ++count) {
    sent.append(client.send("x"), 'x');
    exchange();
  }
  client.end();
  exchange();
  tcp.finish(0);
  std::string taken;
  for (int turns = 0; turns < 100 && last_link == Link::open; ++turns) {
    taken += take(0);
    pass(250);
  }
  EXPECT_EQ(last_link, Link::ended);
  EXPECT_EQ(taken, sent);
  tcp.close(0);
}

TEST_F(LwipTest, ManyPacketsAfterOurEndOutliveTheBlock) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  tcp.finish(0);
  exchange();
  for (int count = 0; count < 20; ++count) {
    client.send("x");
    exchange();
  }
  client.end();
  exchange();
  pass(300'000);
  ASSERT_EQ(tcp_tw_pcbs, nullptr);
  EXPECT_EQ(take(0), std::string(20, 'x'));
  EXPECT_EQ(last_link, Link::ended);
  tcp.close(0);
}

TEST_F(LwipTest, ABlockThatLwipForgetsInTimeWaitIsNotTouched) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  tcp.finish(0);
  exchange();
  client.send("last");
  client.end();
  exchange();
  ASSERT_NE(tcp_tw_pcbs, nullptr);
  pass(300'000);
  ASSERT_EQ(tcp_tw_pcbs, nullptr);
  EXPECT_EQ(take(0), "last");
  EXPECT_EQ(last_link, Link::ended);
  tcp.finish(0);
  tcp.close(0);
}

TEST_F(LwipTest, SimultaneousEndsAreNoExceptionToThat) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  tcp.finish(0);
  client.end();  // both ends are on their way
  exchange();
  pass(300'000);
  ASSERT_EQ(tcp_tw_pcbs, nullptr);
  EXPECT_EQ(take(0), "");
  EXPECT_EQ(last_link, Link::ended);
  tcp.close(0);
}

TEST_F(LwipTest, ClosedConnectionsGiveTheirBlocksToNewClients) {
  Client open, closed;
  open.connect();
  exchange();
  accept(0);
  closed.connect();
  exchange();
  accept(1);
  tcp.close(1);  // its end is not acknowledged yet
  ASSERT_EQ(active_blocks(), 4);
  heap.refuse_next = 4;  // until tcp_alloc() has nothing left but to give up somebody
  Client late;
  EXPECT_TRUE(late.connect());
  EXPECT_EQ(active_blocks(), 4);  // one went, one came
  exchange();
  accept(1);
  open.send("still here");
  exchange();
  EXPECT_EQ(take(0), "still here");
}

TEST_F(LwipTest, WithoutMemoryOfferTakesNothingAndLaterGoesOn) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  heap.refuse_all = true;
  const transport::Transfer none = tcp.offer(0, std::string_view("patience"));
  EXPECT_EQ(none.bytes, 0U);
  EXPECT_EQ(none.link, Link::open);
  heap.refuse_all = false;
  EXPECT_EQ(tcp.offer(0, std::string_view("patience")).bytes, 8U);
  tcp.finish(0);
  exchange();
  EXPECT_EQ(client.received, "patience");
}

TEST_F(LwipTest, WithLittleMemoryOfferTakesLess) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  heap.refuse_next = 2;  // with room behind the bytes, and without
  const std::size_t accepted = tcp.offer(0, std::string(512, 'x')).bytes;
  EXPECT_GT(accepted, 0U);
  EXPECT_LT(accepted, 512U);
}

TEST_F(LwipTest, AnEndThatLacksMemoryIsSentLater) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  heap.refuse_all = true;
  tcp.finish(0);
  exchange();
  EXPECT_FALSE(client.ended);
  heap.refuse_all = false;
  pass(1000);
  EXPECT_TRUE(client.ended);
  tcp.close(0);
}

TEST_F(LwipTest, ListenWithoutMemoryIsUnavailable) {
  for (int refused = 1; refused <= 2; ++refused) {  // the first block, and the smaller one that listens
    tcp.stop();
    heap.refuse_next = refused == 1 ? 5 : 0;
    heap.refused_at = refused == 1 ? -1 : heap.allocations + 2;
    EXPECT_EQ(tcp.listen(Client::port), Status::unavailable) << refused;
    EXPECT_FALSE(tcp.is_listening());
    heap.refuse_next = 0;
    heap.refused_at = -1;
    EXPECT_EQ(tcp.listen(Client::port), Status::ok);
  }
}

/// A whole life: an exchange in both directions with echoes, then its end from the server's side.
void live(transport::Transport& tcp) {
  Client client;
  if (!client.connect()) {
    return;
  }
  std::string to_send(3000, 'q');
  std::string echo;
  bool accepted = false;
  for (int turns = 0; turns < 200 && client.received.size() < 3000; ++turns) {
    accepted = accepted || (tcp.waiting() && tcp.accept(0));
    to_send.erase(0, client.send(to_send));
    if (accepted) {
      char piece[400];
      const transport::Transfer taken = tcp.take(0, piece);
      echo.append(piece, taken.bytes);
      echo.erase(0, tcp.offer(0, echo).bytes);
    }
    pass(250);
  }
  EXPECT_TRUE(client.lost || client.received == std::string(3000, 'q')) << client.received.size();
  if (accepted) {
    tcp.finish(0);
    client.end();
    pass(1000);
    char piece[10];
    (void)tcp.take(0, piece);
    tcp.close(0);
  }
}

TEST_F(LwipTest, AnySingleAllocationMayFail) {
  long refused = 0;
  do {
    ++refused;
    heap.refused_at = heap.allocations + refused;
    live(tcp);
  } while (heap.allocations >= heap.refused_at);
  EXPECT_GT(refused, 40);
}

TEST_F(LwipTest, AllAllocationsMayFailForAWhile) {
  for (int quiet = 0; quiet < 12; ++quiet) {
    Client client;
    ASSERT_TRUE(client.connect());
    exchange();
    accept(0);
    client.send(std::string(1000, 'q'));
    EXPECT_EQ(tcp.offer(0, std::string(1000, 'a')).bytes, 1000U);
    heap.refuse_all = true;
    pass(static_cast<unsigned>(quiet) * 100);
    std::string taken = take(0);
    heap.refuse_all = false;
    for (int turns = 0; turns < 100; ++turns) {
      taken += take(0);
      pass(250);
    }
    EXPECT_EQ(taken, std::string(1000, 'q'));
    EXPECT_EQ(client.received, std::string(1000, 'a'));
    tcp.abort(0);
  }
}

}  // namespace
}  // namespace prometheus_express::lwip
