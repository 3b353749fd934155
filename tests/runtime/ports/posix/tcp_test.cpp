#include "prometheus_express/ports/posix_tcp/tcp.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <string>
#include <vector>

#include "echo.hpp"
#include "system_calls.hpp"
#include "transport_fixture.hpp"

namespace {

using echo::Client;
using echo::pattern;
using echo::Transport;
using prometheus_express::Duration;
using prometheus_express::posix::Tcp;
using system_calls::Call;
using system_calls::Watch;

TEST_F(Transport, RequestCostsOneReceiveOneSendAndOneWait) {
  Client client(tcp.endpoint());
  client.send("10\n");
  ASSERT_TRUE(receives(client, 10));
  for (int i = 1; i <= 5; ++i) {
    client.send("1500\n");
    tcp.wait(Duration{50});
    watch.forget_counts();
    server.poll();
    tcp.wait(Duration{});
    EXPECT_EQ(watch.trace(), (std::vector{Call::recv, Call::send, Call::poll}));
    client.receive();
    EXPECT_EQ(client.received, pattern(10) + std::string(client.received, 10));
    EXPECT_EQ(client.received.size(), 10U + 1500U * static_cast<unsigned>(i));
  }
}

TEST_F(Transport, NewClientCostsOneAcceptAndNoOptions) {
  Client client(tcp.endpoint());
  client.send("10\n");
  tcp.wait(Duration{50});
  watch.forget_counts();
  server.poll();
  tcp.wait(Duration{});
  EXPECT_EQ(watch.trace(), (std::vector{Call::accept4, Call::recv, Call::send, Call::poll}));
}

TEST_F(Transport, IdleConnectionCostsNothingButTheWait) {
  Client client(tcp.endpoint());
  client.send("10\n");
  ASSERT_TRUE(receives(client, 10));
  tcp.wait(Duration{50});
  watch.forget_counts();
  for (int i = 0; i < 3; ++i) {
    server.poll();
    tcp.wait(Duration{50});
  }
  EXPECT_EQ(watch.trace(), (std::vector{Call::poll, Call::poll, Call::poll}));
}

TEST_F(Transport, SlowReaderGetsEveryByteInOrder) {
  constexpr std::size_t size = 6'000'000;  // more than the buffers of both sockets
  Client client(tcp.endpoint(), 65536);
  client.send("6000000\n");
  ASSERT_TRUE(run_until([&] { return server.clients() == 1 && watch.count(Call::send) > 0; }));
  ASSERT_TRUE(echo::run(
      tcp, server,
      [&] {
        client.receive(60'000);
        return client.received.size() >= size;
      },
      100'000));
  EXPECT_EQ(client.received, pattern(size));
}

TEST_F(Transport, ClientThatReadsNothingLeavesTheServerAsleep) {
  Client client(tcp.endpoint(), 4096);
  client.send("6000000\n");
  ASSERT_TRUE(run_until([&] { return server.clients() == 1; }));
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 200));  // the kernel's buffers fill up
  client.send("1\n1\n1\n");                                // unread while a response is stuck
  watch.forget_counts();
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 100));
  EXPECT_LE(watch.count(Call::send), 2);
  EXPECT_LE(watch.count(Call::recv), 1);
  EXPECT_EQ(watch.count(Call::poll), 100);
  EXPECT_TRUE(echo::serves(tcp, server));
}

TEST_F(Transport, EverySizeOfReceivesAndSendsGivesTheSameBytes) {
  for (const std::size_t limit : {1U, 2U, 3U, 7U, 64U, 1460U, 4096U}) {
    watch.limit_transfers(limit);
    for (const std::size_t piece : {1U, 5U, 256U, 100'000U}) {
      server.piece = piece;
      Client client(tcp.endpoint());
      client.send("2000\n20000\n");
      ASSERT_TRUE(echo::run(
          tcp, server,
          [&] {
            client.receive();
            return client.received.size() >= 22'000;
          },
          100'000));
      EXPECT_EQ(client.received, pattern(2000) + pattern(20'000)) << limit << " " << piece;
    }
  }
}

TEST_F(Transport, PipelinedRequestsAreAnsweredInOrder) {
  std::string requests;
  std::string responses;
  for (std::size_t i = 0; i < 2000; ++i) {
    requests += std::to_string(i % 40) + '\n';
    responses += pattern(i % 40);
  }
  Client client(tcp.endpoint());
  client.send(requests);
  ASSERT_TRUE(receives(client, responses.size()));
  EXPECT_EQ(client.received, responses);
}

TEST_F(Transport, ClientsBeyondTheSlotsWaitTheirTurn) {
  const int descriptors = system_calls::open_descriptors();
  {
    std::vector<Client> clients;
    for (int i = 0; i < 40; ++i) {
      clients.emplace_back(tcp.endpoint());
      clients.back().send("300 close\n");
    }
    for (Client& client : clients) {
      ASSERT_TRUE(ends(client));
      EXPECT_EQ(client.received, pattern(300));
      EXPECT_EQ(client.error, 0);
    }
  }
  EXPECT_EQ(system_calls::open_descriptors(), descriptors);
}

TEST_F(Transport, WaitingClientsDoNotKeepAFullServerAwake) {
  std::vector<Client> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back(tcp.endpoint());
  }
  ASSERT_TRUE(run_until([&] { return server.clients() == 4; }));
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 10));
  EXPECT_TRUE(tcp.waiting());
  watch.forget_counts();
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 10));
  EXPECT_EQ(watch.trace(), std::vector<Call>(10, Call::poll));
  clients.erase(clients.begin(), clients.begin() + 4);
  EXPECT_TRUE(run_until([&] { return !tcp.waiting() && server.clients() == 4; }));
}

TEST_F(Transport, WaitingClientIsRememberedWhenASlotComesFree) {
  std::vector<Client> clients;
  for (int i = 0; i < 5; ++i) {
    clients.emplace_back(tcp.endpoint());
  }
  ASSERT_TRUE(run_until([&] { return server.clients() == 4 && tcp.waiting(); }));
  const prometheus_express::posix::MonotonicClock clock;
  const auto before = clock.now();
  tcp.close(2);
  tcp.wait(Duration{5000});
  EXPECT_EQ(clock.now(), before);
  EXPECT_TRUE(tcp.accept(2));
}

TEST_F(Transport, UninterestedServerIsNotWokenTwice) {
  Client client(tcp.endpoint());
  ASSERT_TRUE(run_until([&] { return server.clients() == 1; }));
  server.takes = false;
  client.send("10\n");
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 5));
  const auto before = prometheus_express::posix::MonotonicClock().now();
  tcp.wait(Duration{5000});
  EXPECT_EQ(prometheus_express::posix::MonotonicClock().now() - before, Duration{5000});
  server.takes = true;
  EXPECT_TRUE(receives(client, 10));
}

TEST_F(Transport, WaitLastsAsLongAsAsked) {
  const prometheus_express::posix::MonotonicClock clock;
  const auto before = clock.now();
  EXPECT_FALSE(tcp.wait(Duration{1234}));
  EXPECT_EQ(clock.now() - before, Duration{1234});
}

TEST(TransportWithoutListening, SleepsAndHasNoClients) {
  const Watch watch;
  Tcp<1> tcp;
  EXPECT_FALSE(tcp.waiting());
  EXPECT_FALSE(tcp.is_listening());
  EXPECT_FALSE(tcp.accept(0));
  EXPECT_FALSE(tcp.wait(Duration{10}));
  EXPECT_EQ(watch.trace(), std::vector{Call::poll});
}

}  // namespace
