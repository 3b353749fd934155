#include <gtest/gtest.h>

#include "echo.hpp"
#include "prometheus_express/ports/posix/interrupts.hpp"
#include "system_calls.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::posix::Endpoint;
using prometheus_express::posix::Tcp;
using system_calls::Call;
using system_calls::Watch;

std::string text_of(const Endpoint& endpoint) {
  char text[Endpoint::text_size];
  endpoint.print(text);
  return text;
}

TEST(ListeningOnPortZero, PicksAFreePortAndTells) {
  Tcp<1> first;
  Tcp<1> second;
  ASSERT_EQ(first.listen("127.0.0.1", 0), Status::ok);
  ASSERT_EQ(second.listen("127.0.0.1", 0), Status::ok);
  EXPECT_GT(first.port(), 1023);
  EXPECT_NE(first.port(), second.port());
  EXPECT_EQ(text_of(first.endpoint()), "127.0.0.1:" + std::to_string(first.port()));
  EXPECT_STREQ(first.error(), "");
}

TEST(ListeningOnAPortInUse, SaysWhoseItIsAndWhatToDo) {
  Tcp<1> first;
  Tcp<1> second;
  ASSERT_EQ(first.listen("127.0.0.1", 0), Status::ok);
  EXPECT_EQ(second.listen("127.0.0.1", first.port()), Status::unavailable);
  EXPECT_FALSE(second.is_listening());
  EXPECT_EQ(second.error(),
            "cannot listen on 127.0.0.1:" + std::to_string(first.port()) +
                ": bind: Address already in use; another program listens there (`ss -ltnp` names it): "
                "stop it or choose another port");
}

TEST(ListeningOnAPortInUse, SucceedsOnceThePortIsFree) {
  const Watch watch;
  Tcp<1> waiting;
  std::uint16_t port = 0;
  {
    Tcp<1> first;
    ASSERT_EQ(first.listen("127.0.0.1", 0), Status::ok);
    port = first.port();
    ASSERT_EQ(waiting.listen("127.0.0.1", port), Status::unavailable);
    for (int i = 0; i < 35; ++i) {
      waiting.wait(Duration{100});
    }
    EXPECT_FALSE(waiting.is_listening());
    EXPECT_EQ(watch.count(Call::socket), 1 + 1 + 3);  // once a second
  }
  for (int i = 0; i < 10; ++i) {
    waiting.wait(Duration{100});
  }
  EXPECT_TRUE(waiting.is_listening());
  EXPECT_EQ(waiting.port(), port);
  EXPECT_STREQ(waiting.error(), "");
  echo::Server server(waiting, 1);
  EXPECT_TRUE(echo::serves(waiting, server));
}

TEST(ListeningOnAnAddressOfNoInterface, SaysSoAndTriesAgain) {
  const Watch watch;
  Tcp<1> tcp;
  EXPECT_EQ(tcp.listen("198.51.100.1", 8080), Status::unavailable);  // TEST-NET-2, RFC 5737 section 3
  EXPECT_STREQ(
      tcp.error(),
      "cannot listen on 198.51.100.1:8080: bind: Cannot assign requested address; no interface has that "
      "address now: 0.0.0.0 or :: listens on all of them");
  tcp.wait(Duration::seconds(1));
  tcp.wait(Duration{0});
  EXPECT_EQ(watch.count(Call::bind), 2);
}

TEST(ListeningOnANonsenseAddress, IsRefusedForGood) {
  const Watch watch;
  Tcp<1> tcp;
  for (const char* address : {"", "localhost", "127.0.0", "127.0.0.1:80", "[::1]", "fe80::1%nosuch", "::1%",
                              "1111:2222:3333:4444:5555:6666:7777:8888%abcdefghijklmnopqrstuvwxyz"}) {
    EXPECT_EQ(tcp.listen(address, 8080), Status::invalid_argument) << address;
    EXPECT_TRUE(
        std::string(tcp.error()).starts_with("cannot listen on " + std::string(address) + ": not a numeric"))
        << tcp.error();
    tcp.wait(Duration::seconds(2));
    tcp.wait(Duration::seconds(2));
  }
  EXPECT_EQ(watch.count(Call::bind), 0);
}

TEST(ListeningOnIpv6, ServesAndPrintsBrackets) {
  const Watch watch;
  Tcp<1> tcp;
  if (tcp.listen("::1", 0) != Status::ok) {
    GTEST_SKIP() << tcp.error();
  }
  EXPECT_EQ(text_of(tcp.endpoint()), "[::1]:" + std::to_string(tcp.port()));
  echo::Server server(tcp, 1);
  EXPECT_TRUE(echo::serves(tcp, server));
}

TEST(ListeningOnEveryIpv6Address, TakesIpv4ClientsToo) {
  const Watch watch;
  Tcp<1> tcp;
  if (tcp.listen("::", 0) != Status::ok) {
    GTEST_SKIP() << tcp.error();
  }
  echo::Server server(tcp, 1);
  echo::Client client(*Endpoint::parse("127.0.0.1", tcp.port()));
  client.send("5\n");
  EXPECT_TRUE(echo::run(tcp, server, [&] {
    client.receive();
    return client.received == echo::pattern(5);
  }));
}

TEST(ListeningAgain, MovesToTheNewPort) {
  const Watch watch;
  Tcp<1> tcp;
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  const Endpoint former = tcp.endpoint();
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  echo::Server server(tcp, 1);
  EXPECT_TRUE(echo::serves(tcp, server));
  if (former.port() != tcp.port()) {
    EXPECT_EQ(echo::Client(former).error, ECONNREFUSED);
  }
}

TEST(SocketsOfThePort, AreNotHandedToChildren) {
  const int inherited = system_calls::inherited_sockets();  // of whoever started this test
  Tcp<1> tcp;
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  echo::Server server(tcp, 1);
  const echo::Client client(tcp.endpoint());
  ASSERT_TRUE(echo::run(tcp, server, [&] { return server.clients() == 1; }));
  const prometheus_express::posix::Interrupts interrupts;
  EXPECT_EQ(system_calls::inherited_sockets(), inherited);
}

TEST(Endpoint, PrintsWhatItHasRead) {
  for (const auto& [address, text] : {std::pair{"0.0.0.0", "0.0.0.0:80"},
                                      {"255.1.2.3", "255.1.2.3:80"},
                                      {"::", "[::]:80"},
                                      {"2001:DB8::0:1", "[2001:db8::1]:80"},
                                      {"::1%lo", "[::1%lo]:80"}}) {
    const auto endpoint = Endpoint::parse(address, 80);
    ASSERT_TRUE(endpoint) << address;
    EXPECT_EQ(text_of(*endpoint), text);
    EXPECT_EQ(endpoint->port(), 80);
  }
}

}  // namespace
