#include <gtest/gtest.h>

#include <cerrno>
#include <string>
#include <vector>

#include "echo.hpp"
#include "prometheus_express/ports/posix_tcp/tcp.hpp"
#include "system_calls.hpp"
#include "transport_fixture.hpp"

namespace {

using echo::Client;
using echo::pattern;
using echo::Transport;
using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::posix::Tcp;
using prometheus_express::posix::TcpTransport;
using system_calls::Call;
using system_calls::Watch;

TEST_F(Transport, HalfClosedClientGetsItsAnswerAndTheEnd) {
  Client client(tcp.endpoint());
  client.send("70000\n");
  client.half_close();
  ASSERT_TRUE(ends(client));
  EXPECT_EQ(client.received, pattern(70'000));
  EXPECT_EQ(client.error, 0);
}

TEST_F(Transport, FinishSendsTheEndAndGoesOnReceiving) {
  Client client(tcp.endpoint());
  client.send("70000 finish\n");
  ASSERT_TRUE(ends(client));
  EXPECT_EQ(client.received, pattern(70'000));
  EXPECT_EQ(server.clients(), 1U);
  client.half_close();
  ASSERT_TRUE(run_until([&] { return server.clients() == 0; }));
  EXPECT_EQ(server.failures, 0);
}

TEST_F(Transport, CloseDeliversToASlowReaderWhatWasAccepted) {
  Client client(tcp.endpoint(), 4096);
  const std::size_t size = fill(0);
  tcp.close(0);
  client.half_close();
  ASSERT_TRUE(ends(client));
  EXPECT_EQ(client.received, std::string(size, 'x'));
  EXPECT_EQ(client.error, 0);
}

TEST_F(Transport, FinishAndCloseTogetherDeliverWhatWasAccepted) {
  Client client(tcp.endpoint(), 4096);
  const std::size_t size = fill(0);
  tcp.finish(0);
  tcp.close(0);
  ASSERT_TRUE(ends(client));
  EXPECT_EQ(client.received, std::string(size, 'x'));
  EXPECT_EQ(client.error, 0);
}

TEST_F(Transport, AbortDropsWhatWasAccepted) {
  Client client(tcp.endpoint(), 4096);
  const std::size_t size = fill(0);
  tcp.abort(0);
  ASSERT_TRUE(ends(client));
  EXPECT_LT(client.received.size(), size);
  EXPECT_EQ(client.error, ECONNRESET);
}

TEST_F(Transport, FifthClosingClientTakesThePlaceOfTheFirstWhenAllSlotsAreNeeded) {
  const int descriptors = system_calls::open_descriptors();
  std::vector<Client> slow;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i <= TcpTransport::closing; ++i) {
    slow.emplace_back(tcp.endpoint(), 65536);
    sizes.push_back(fill(0));
    tcp.close(0);
  }
  {
    std::vector<Client> clients;
    for (unsigned i = 1; i <= 4; ++i) {
      clients.emplace_back(tcp.endpoint());
      ASSERT_TRUE(run_until([&] { return server.clients() == i; }));
    }
  }
  for (std::size_t i = 0; i < slow.size(); ++i) {
    ASSERT_TRUE(ends(slow[i]));
    EXPECT_EQ(slow[i].error, i == 0 ? ECONNRESET : 0);
    EXPECT_EQ(slow[i].received.size() == sizes[i], i != 0);
  }
  slow.clear();
  ASSERT_TRUE(run_until([&] { return server.clients() == 0; }));
  EXPECT_EQ(system_calls::open_descriptors(), descriptors);
}

TEST_F(Transport, ResetEndsOneConnectionOnly) {
  Client other(tcp.endpoint());
  Client client(tcp.endpoint());
  client.send("10\n");
  ASSERT_TRUE(receives(client, 10));
  client.reset();
  ASSERT_TRUE(run_until([&] { return server.failures == 1; }));
  other.send("10\n");
  EXPECT_TRUE(receives(other, 10));
}

TEST_F(Transport, ResetBeforeTheAcceptEndsInAFailedConnection) {
  Client client(tcp.endpoint());
  client.send("10\n");
  client.reset();
  ASSERT_TRUE(run_until([&] { return server.failures == 1; }));
  EXPECT_TRUE(echo::serves(tcp, server));
}

TEST_F(Transport, ResetDuringAResponseIsNoticedWithoutReading) {
  server.piece = 1'000'000;
  Client client(tcp.endpoint(), 4096);
  client.send("6000000\n");
  ASSERT_TRUE(run_until([&] { return server.clients() == 1; }));
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 100));
  client.reset();
  EXPECT_TRUE(run_until([&] { return server.failures == 1; }));
}

TEST_F(Transport, DescriptorOfAClientThatHasLeftAtLastIsUsedAtOnce) {
  Client slow(tcp.endpoint(), 65536);
  fill(0);
  tcp.close(0);
  const Client next(tcp.endpoint());
  tcp.wait(Duration{50});
  watch.fail_all(Call::accept4, EMFILE);
  ASSERT_FALSE(tcp.accept(0));
  watch.fail({});
  const int descriptors = system_calls::open_descriptors();
  const prometheus_express::posix::MonotonicClock clock;
  const auto before = clock.now();
  for (int i = 0; i < 100'000 && system_calls::open_descriptors() == descriptors; ++i) {
    slow.receive();
    tcp.wait(Duration{});
  }
  tcp.wait(Duration{});
  EXPECT_TRUE(tcp.accept(0));
  EXPECT_EQ(clock.now(), before);
}

TEST(TransportAtItsEnd, LeavesNoDescriptor) {
  const Watch watch;
  const int descriptors = system_calls::open_descriptors();
  {
    Tcp<2> tcp;
    ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
    echo::Server server(tcp, 2);
    const Client silent(tcp.endpoint());
    Client stuck(tcp.endpoint(), 4096);
    stuck.send("6000000\n");
    EXPECT_FALSE(echo::run(tcp, server, echo::never, 10));
  }
  EXPECT_EQ(system_calls::open_descriptors(), descriptors);
}

}  // namespace
