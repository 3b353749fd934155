// Time, places and fairness.
#include "server_fixture.hpp"

namespace prometheus_express::http {
namespace {

constexpr Limits two{.connections = 2};

TEST(ServerTime, ASlowRequestIsCutOffWith408) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect("G");
  fixture.settle();
  for (const char c : std::string_view("ET / HTTP")) {
    fixture.wait(Duration::seconds(1));
    client.to_send = c;
    fixture.settle();
    EXPECT_EQ(client.received, "");
  }
  fixture.wait({999});
  EXPECT_EQ(fixture.settle(), Duration{1});
  EXPECT_EQ(client.received, "");
  fixture.wait({1});
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().code, 408);
  EXPECT_TRUE(client.finished);
}

TEST(ServerTime, ATimeoutsAnswerHasTimeToLeave) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect("G");
  fixture.settle();
  client.window = 0;
  fixture.wait(Duration::seconds(12));
  EXPECT_EQ(fixture.settle(), Duration::seconds(10));
  fixture.wait(Duration::seconds(9));
  client.window = 1000;
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().code, 408);
}

TEST(ServerTime, AnInterimAnswerThatIsNotTakenIsNotFollowedByAnother) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(
      "POST /config HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  client.window = 0;
  fixture.settle();
  fixture.wait(Duration::seconds(10));
  fixture.settle();
  EXPECT_EQ(client.state, ScriptedClient::State::aborted);
}

TEST(ServerTime, ASilentClientIsCutOff) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect();
  EXPECT_EQ(fixture.settle(), Duration::seconds(60));
  fixture.wait({59999});
  EXPECT_EQ(fixture.settle(), Duration{1});
  EXPECT_TRUE(client.open());
  fixture.wait({1});
  fixture.settle();
  EXPECT_EQ(client.state, ScriptedClient::State::closed);
  EXPECT_EQ(client.received, "");
}

TEST(ServerTime, IdleTimeCountsFromTheLastAnswer) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect();
  fixture.settle();
  fixture.wait(Duration::seconds(50));
  client.to_send = get("/door");
  EXPECT_EQ(fixture.settle(), Duration::seconds(60));
  fixture.wait(Duration::seconds(59));
  EXPECT_EQ(fixture.settle(), Duration::seconds(1));
  EXPECT_TRUE(client.open());
}

TEST(ServerTime, AClientThatDoesNotReadIsAborted) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(get("/text"));
  client.window = 0;
  fixture.settle();
  fixture.wait({9999});
  fixture.settle();
  EXPECT_TRUE(client.open());
  client.window = 1;
  fixture.server.poll(fixture.now);
  client.window = 0;
  fixture.wait({9999});
  fixture.settle();
  EXPECT_TRUE(client.open()) << "each progress gives it time";
  fixture.wait({1});
  fixture.settle();
  EXPECT_EQ(client.state, ScriptedClient::State::aborted);
}

TEST(ServerTime, AClosingClientIsNotWaitedForLong) {
  ServerFixture fixture;
  ScriptedClient& client = fixture.transport.connect(get("/door", "Connection: close\r\n"));
  EXPECT_EQ(fixture.settle(), Duration::seconds(1));
  fixture.wait(Duration::seconds(1));
  fixture.settle();
  EXPECT_EQ(client.state, ScriptedClient::State::closed);
}

TEST(ServerTime, NothingToDoNeedsNoCall) {
  ServerFixture fixture;
  EXPECT_EQ(fixture.server.poll(fixture.now), Duration{0x7FFFFFFF});
}

TEST(ServerPlaces, TheLongestIdleClientMakesRoom) {
  ServerFixture<two> fixture;
  ScriptedClient& first = fixture.transport.connect(get("/door"));
  fixture.settle();
  fixture.wait({10});
  ScriptedClient& second = fixture.transport.connect(get("/door"));
  fixture.settle();
  fixture.wait({10});
  first.to_send = get("/door");
  fixture.settle();
  ScriptedClient& third = fixture.transport.connect(get("/door"));
  fixture.settle();
  EXPECT_TRUE(first.open());
  EXPECT_EQ(second.state, ScriptedClient::State::closed);
  EXPECT_EQ(ResponseReader(third.received).next().code, 200);
}

TEST(ServerPlaces, AClientWithoutARequestMakesRoomBeforeOneWithHalfARequest) {
  ServerFixture<two> fixture;
  ScriptedClient& half = fixture.transport.connect("GET / HT");
  fixture.settle();
  fixture.wait(Duration::seconds(5));
  ScriptedClient& idle = fixture.transport.connect();
  fixture.settle();
  fixture.wait({100});
  fixture.transport.connect();
  fixture.settle();
  EXPECT_TRUE(half.open());
  EXPECT_EQ(idle.state, ScriptedClient::State::closed);
}

TEST(ServerPlaces, AClientThatHasJustConnectedHasTimeToAsk) {
  ServerFixture<two> fixture;
  ScriptedClient& first = fixture.transport.connect();
  ScriptedClient& second = fixture.transport.connect();
  fixture.settle();
  ScriptedClient& third = fixture.transport.connect(get("/door"));
  EXPECT_LE(fixture.settle(), Duration{100});
  EXPECT_TRUE(first.open());
  EXPECT_TRUE(second.open());
  fixture.wait({100});
  fixture.settle();
  EXPECT_EQ(first.state, ScriptedClient::State::closed);
  EXPECT_TRUE(second.open());
  EXPECT_FALSE(third.received.empty());
}

TEST(ServerPlaces, ARequestThatMovesIsNotCutOff) {
  ServerFixture<two> fixture;
  ScriptedClient& first = fixture.transport.connect("GET / HT");
  ScriptedClient& second = fixture.transport.connect("GET / HT");
  fixture.settle();
  fixture.wait({50});
  first.to_send = "T";
  ScriptedClient& third = fixture.transport.connect(get("/door"));
  EXPECT_LE(fixture.settle(), Duration{100});
  EXPECT_TRUE(first.open());
  EXPECT_TRUE(second.open());
  fixture.wait({50});
  fixture.settle();
  EXPECT_TRUE(first.open());
  EXPECT_FALSE(second.open());
  EXPECT_EQ(ResponseReader(third.received).next().code, 200);
}

TEST(ServerPlaces, AnIncompleteAnswerEndsWithAReset) {
  ServerFixture<Limits{.connections = 1}> fixture;
  ScriptedClient& client = fixture.transport.connect("GET /metrics HTTP/1.0\r\n\r\n");
  client.window = 0;
  fixture.settle();
  fixture.wait({100});
  fixture.transport.connect();
  fixture.settle();
  EXPECT_EQ(client.state, ScriptedClient::State::aborted);
}

TEST(ServerPlaces, APlaceThatBecomesFreeIsTakenAtOnce) {
  ServerFixture<Limits{.connections = 1}> fixture;
  ScriptedClient& first = fixture.transport.connect("GET / HT");
  fixture.settle();
  ScriptedClient& second = fixture.transport.connect(get("/door"));
  first.lost = true;
  EXPECT_EQ(fixture.server.poll(fixture.now), Duration());
  fixture.settle();
  EXPECT_EQ(ResponseReader(second.received).next().code, 200);
}

TEST(ServerPlaces, ATransportWithoutMeansIsAskedAgainLater) {
  ServerFixture fixture;
  fixture.transport.accepting = false;
  ScriptedClient& client = fixture.transport.connect(get("/door"));
  EXPECT_EQ(fixture.settle(), Duration{100});
  fixture.transport.accepting = true;
  fixture.settle();
  EXPECT_EQ(ResponseReader(client.received).next().code, 200);
}

TEST(ServerFairness, AnEndlessPipelineLeavesTheOthersTheirShare) {
  ServerFixture<two> fixture;
  ScriptedClient& greedy = fixture.transport.connect();
  for (int count = 0; count < 1000; ++count) {
    greedy.to_send += get("/door");
  }
  fixture.server.poll(fixture.now);
  ScriptedClient& modest = fixture.transport.connect(get("/door"));
  EXPECT_EQ(fixture.server.poll(fixture.now), Duration());
  EXPECT_EQ(ResponseReader(modest.received).next().code, 200);
  EXPECT_GT(greedy.to_send.size(), 960 * get("/door").size());
}

TEST(ServerFairness, OnePollDoesABoundedNumberOfCalls) {
  ServerFixture<Limits{.connections = 8}> fixture;
  for (int count = 0; count < 8; ++count) {
    ScriptedClient& client = fixture.transport.connect();
    for (int request = 0; request < 100; ++request) {
      client.to_send += get("/metrics");
    }
  }
  while (fixture.server.poll(fixture.now) == Duration()) {
    EXPECT_LE(fixture.transport.calls, 8U * (32 * 2 + 4) + 2);
    fixture.transport.calls = 0;
  }
}

}  // namespace
}  // namespace prometheus_express::http
