// What the transport promises, over real lwIP.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "network.hpp"

namespace prometheus_express::lwip {
namespace {

using transport::Link;

std::string pattern(std::size_t size) {
  std::string text(size, '\0');
  for (std::size_t at = 0; at < size; ++at) {
    text[at] = static_cast<char>('a' + at % 26 + at / 26 % 3);
  }
  return text;
}

TEST_F(LwipTest, BytesGoBothWays) {
  Client client;
  client.connect();
  exchange();
  EXPECT_TRUE(client.connected);
  accept(0);
  EXPECT_FALSE(tcp.waiting());
  client.send("question");
  exchange();
  EXPECT_EQ(take(0), "question");
  EXPECT_EQ(last_link, Link::open);
  EXPECT_EQ(tcp.offer(0, std::string_view("answer")).bytes, 6U);
  EXPECT_EQ(take(0), "");
  exchange();
  EXPECT_EQ(client.received, "answer");
}

TEST_F(LwipTest, NobodyWaitsIsNoClient) {
  EXPECT_FALSE(tcp.waiting());
  EXPECT_FALSE(tcp.accept(0));
}

TEST_F(LwipTest, ClientsAreAcceptedInTheOrderOfTheirArrival) {
  Client clients[5];
  for (std::size_t number = 0; number < 5; ++number) {
    clients[number].connect();
    exchange();
    clients[number].send(std::to_string(number));
    exchange();
    if (number < 2) {  // so that the places of the others are not in that order
      accept(static_cast<transport::Slot>(number));
      EXPECT_EQ(take(static_cast<transport::Slot>(number)), std::to_string(number));
    }
    if (number == 3) {
      tcp.close(0);
      accept(0);
      EXPECT_EQ(take(0), "2");
    }
  }
  tcp.close(1);
  accept(1);
  EXPECT_EQ(take(1), "3");
  accept(2);
  EXPECT_EQ(take(2), "4");
}

TEST_F(LwipTest, MoreClientsThanMayWaitConnectLater) {
  Client clients[5];
  for (Client& client : clients) {
    client.connect();
    exchange();
  }
  EXPECT_EQ(std::ranges::count(clients, true, &Client::connected), 2);
  for (transport::Slot slot = 0; slot < 3; ++slot) {
    accept(slot);
    pass(4000);  // in which the others have tried again
  }
  EXPECT_EQ(std::ranges::count(clients, true, &Client::connected), 5);
  EXPECT_EQ(std::ranges::count(clients, true, &Client::lost), 0);
}

TEST_F(LwipTest, WhatAClientSentWhileItWaitedIsThere) {
  Client client;
  client.connect();
  exchange();
  client.send("early");
  client.end();
  exchange();
  accept(2);
  EXPECT_EQ(take(2), "early");
  EXPECT_EQ(last_link, Link::ended);
}

TEST_F(LwipTest, TheWindowOpensAsBytesAreTaken) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  const std::string all = pattern(50'000);
  std::size_t sent = 0;
  for (int turns = 0; turns < 20; ++turns) {
    sent += client.send(std::string_view(all).substr(sent));
    exchange();
  }
  EXPECT_LE(sent, TCP_WND + TCP_SND_BUF) << "more left the client than the window allows";
  std::string taken;
  for (int turns = 0; turns < 2000 && taken.size() < all.size(); ++turns) {
    taken += take(0);
    sent += client.send(std::string_view(all).substr(sent));
    exchange();
  }
  EXPECT_EQ(taken, all);
}

TEST_F(LwipTest, OfferTakesNoMoreThanThereIsRoomFor) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  client.read(false);
  const std::string all = pattern(50'000);
  std::size_t offered = 0;
  for (int turns = 0; turns < 20; ++turns) {
    offered += tcp.offer(0, std::string_view(all).substr(offered)).bytes;
    exchange();
  }
  EXPECT_LE(offered, TCP_SND_BUF + TCP_WND);
  EXPECT_GE(offered, TCP_SND_BUF);
  EXPECT_EQ(tcp.offer(0, std::string_view(all).substr(offered)).bytes, 0U);
  client.read(true);
  for (int turns = 0; turns < 2000 && offered < all.size(); ++turns) {
    pass(250);
    offered += tcp.offer(0, std::string_view(all).substr(offered)).bytes;
  }
  EXPECT_EQ(take(0), "");
  exchange();
  EXPECT_EQ(client.received, all);
}

TEST_F(LwipTest, SmallOffersShareAPacketThatLeavesWithTheNextTake) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  for (int times = 0; times < 50; ++times) {
    EXPECT_EQ(tcp.offer(0, std::string_view("0123456789")).bytes, 10U);
  }
  exchange();
  EXPECT_EQ(client.received, "");
  EXPECT_EQ(take(0), "");
  exchange();
  EXPECT_EQ(client.received.size(), 500U);
  EXPECT_EQ(client.deliveries, 1);
}

TEST_F(LwipTest, WithoutATakeTheTimerSends) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  EXPECT_EQ(tcp.offer(0, std::string_view("late")).bytes, 4U);
  pass(1000);
  EXPECT_EQ(client.received, "late");
}

TEST_F(LwipTest, FinishEndsOurStreamOnly) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  EXPECT_EQ(tcp.offer(0, std::string_view("all")).bytes, 3U);
  tcp.finish(0);
  exchange();
  EXPECT_EQ(client.received, "all");
  EXPECT_TRUE(client.ended);
  EXPECT_FALSE(client.lost);
  client.send("still");
  exchange();
  EXPECT_EQ(take(0), "still");
  EXPECT_EQ(last_link, Link::open);
  client.send(" here");
  client.end();
  exchange();
  EXPECT_EQ(take(0), " here");
  EXPECT_EQ(last_link, Link::ended);
  tcp.close(0);
  EXPECT_FALSE(client.lost);
}

TEST_F(LwipTest, AnAnswerReachesAClientThatHasEnded) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  client.send("question");
  client.end();
  exchange();
  std::array<char, 3> piece;
  EXPECT_EQ(tcp.take(0, piece).link, Link::open);  // there is more
  EXPECT_EQ(take(0), "stion");
  EXPECT_EQ(last_link, Link::ended);
  EXPECT_EQ(tcp.offer(0, std::string_view("answer")).bytes, 6U);
  tcp.finish(0);
  tcp.close(0);
  exchange();
  EXPECT_EQ(client.received, "answer");
  EXPECT_TRUE(client.ended);
  EXPECT_FALSE(client.lost);
}

TEST_F(LwipTest, WhatHasArrivedCanBeTakenWhenBothStreamsHaveEnded) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  client.send("last words");
  client.end();
  exchange();
  std::array<char, 5> piece;
  EXPECT_EQ(tcp.take(0, piece).bytes, 5U);
  EXPECT_EQ(take(0), "words");
  EXPECT_EQ(last_link, Link::ended);
  tcp.finish(0);
  exchange();
  EXPECT_EQ(take(0), "");
  EXPECT_EQ(last_link, Link::ended);
  tcp.close(0);
}

TEST_F(LwipTest, CloseSendsWhatWasAcceptedAlthoughSomethingReceivedWasNotTaken) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  client.send(pattern(1000));
  exchange();
  EXPECT_EQ(tcp.offer(0, std::string_view("enough")).bytes, 6U);
  tcp.close(0);
  exchange();
  EXPECT_EQ(client.received, "enough");
  EXPECT_TRUE(client.ended);
  EXPECT_FALSE(client.lost);
}

TEST_F(LwipTest, AbortResetsAndFreesTheSlot) {
  Client client;
  client.connect();
  exchange();
  accept(0);
  client.send("unread");
  exchange();
  tcp.abort(0);
  exchange();
  EXPECT_TRUE(client.lost);
  Client other;
  other.connect();
  exchange();
  accept(0);
  EXPECT_EQ(take(0), "");
  EXPECT_EQ(last_link, Link::open);
}

TEST_F(LwipTest, AResetIsAFailureForTakeAndOffer) {
  Client client;
  client.connect();
  exchange();
  accept(1);
  client.send("unread");
  exchange();
  client.reset();
  exchange();
  EXPECT_EQ(take(1), "");
  EXPECT_EQ(last_link, Link::failed);
  EXPECT_EQ(tcp.offer(1, std::string_view("answer")).link, Link::failed);
  tcp.finish(1);
  tcp.abort(1);
}

TEST_F(LwipTest, AClientThatResetsWhileItWaitsIsForgotten) {
  Client client, other;
  client.connect();
  exchange();
  client.send("unread");
  exchange();
  other.connect();
  exchange();
  client.reset();
  exchange();
  EXPECT_TRUE(tcp.waiting());
  accept(0);
  other.send("mine");
  exchange();
  EXPECT_EQ(take(0), "mine");
  EXPECT_FALSE(tcp.waiting());
}

TEST_F(LwipTest, AnotherListenerOnThePortMakesItUnavailable) {
  Tcp<1> second;
  EXPECT_EQ(second.listen(Client::port), Status::unavailable);
  EXPECT_FALSE(second.is_listening());
  EXPECT_EQ(tcp.listen(Client::port), Status::ok) << "its own place may be taken again";
  Client client;
  client.connect();
  exchange();
  EXPECT_TRUE(tcp.waiting());
}

TEST_F(LwipTest, StopGivesUpWhoWaitsAndWhoWasAccepted) {
  Client accepted, waiting;
  accepted.connect();
  exchange();
  accept(0);
  waiting.connect();
  exchange();
  tcp.stop();
  exchange();
  EXPECT_TRUE(accepted.lost);
  EXPECT_TRUE(waiting.lost);
  Client late;
  late.connect();
  exchange();
  EXPECT_TRUE(late.lost);
}

}  // namespace
}  // namespace prometheus_express::lwip
