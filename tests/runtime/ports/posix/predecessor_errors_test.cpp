// The situations in which the Python predecessor on CircuitPython and MicroPython died or fell silent, by the
// number of its OSError, recreated with the same cause on this port.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "echo.hpp"
#include "system_calls.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::posix::Endpoint;
using prometheus_express::posix::Tcp;
using system_calls::Call;
using system_calls::Watch;

// The process may open `more` descriptors than it has now.
class DescriptorLimit {
 public:
  explicit DescriptorLimit(int more) {
    (void)::getrlimit(RLIMIT_NOFILE, &former_);
    const int free = ::dup(0);  // the lowest number that is free
    (void)::close(free);
    const rlimit limit = {.rlim_cur = static_cast<rlim_t>(free + more), .rlim_max = former_.rlim_max};
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
  }
  ~DescriptorLimit() { (void)::setrlimit(RLIMIT_NOFILE, &former_); }
  DescriptorLimit(const DescriptorLimit&) = delete;
  DescriptorLimit& operator=(const DescriptorLimit&) = delete;

 private:
  rlimit former_ = {};
};

// OSError 3 and 4: the W5500 has 8 sockets. Clients that came and went without a word used them up, and the
// next accept failed, for good.
TEST(OsError3And4SocketsUsedUp, ClientsWaitAndAreServedOnceSocketsAreFree) {
  Watch watch;
  Tcp<8> tcp;
  echo::Server server(tcp, 8);
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  std::vector<echo::Client> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back(tcp.endpoint());
  }
  const DescriptorLimit limit(3);  // for the server's side, with 8 clients
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 20));
  EXPECT_EQ(server.clients(), 3U);
  watch.forget_counts();
  const prometheus_express::posix::MonotonicClock clock;
  const auto before = clock.now();
  EXPECT_FALSE(echo::run(tcp, server, echo::never, 200));
  const auto passed = clock.now() - before;
  EXPECT_LE(watch.count(Call::accept4),
            static_cast<int>(passed.milliseconds / 100 + 1));  // a look each 100 ms
  EXPECT_GE(watch.count(Call::accept4), 3);
  for (std::size_t i = 0; i < clients.size();
       ++i) {  // the last gets its answer when those before it have left
    clients[i].send("300 close\n");
    ASSERT_TRUE(echo::run(tcp, server, [&] {
      clients[i].receive();
      return clients[i].ended;
    })) << i;
    EXPECT_EQ(clients[i].received, echo::pattern(300));
  }
}

TEST(OsError3And4SocketsUsedUp, SocketThatComesFreeIsUsedAtOnce) {
  const Watch watch;
  Tcp<2> tcp;
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  const echo::Client first(tcp.endpoint());
  const echo::Client second(tcp.endpoint());
  tcp.wait(Duration{});  // before the limit: a sanitizer takes a descriptor for its first look at a type
  const DescriptorLimit limit(1);
  tcp.wait(Duration{50});
  ASSERT_TRUE(tcp.accept(0));
  tcp.wait(Duration{50});
  ASSERT_FALSE(tcp.accept(1));
  const prometheus_express::posix::MonotonicClock clock;
  const auto before = clock.now();
  tcp.close(0);
  tcp.wait(Duration{50});
  EXPECT_TRUE(tcp.accept(1));
  EXPECT_EQ(clock.now(), before);
}

TEST(OsError3And4SocketsUsedUp, ClientsThatVanishLeaveNoSocketBehind) {
  Watch watch;
  Tcp<8> tcp;
  echo::Server server(tcp, 8);
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  const int descriptors = system_calls::open_descriptors();
  for (int i = 0; i < 200; ++i) {
    echo::Client client(tcp.endpoint());
    if (i % 4 != 0) {
      client.send(i % 4 == 1 ? "300" : "300\n");
    }
    if (i % 3 == 0) {
      ASSERT_TRUE(echo::run(tcp, server, [&] { return !tcp.waiting(); }));
    }
    if (i % 2 == 0) {
      client.reset();
    }
    tcp.wait(Duration{});
    ASSERT_TRUE(echo::run(tcp, server, [&] { return !tcp.waiting(); }));
  }
  ASSERT_TRUE(echo::run(tcp, server, [&] { return server.clients() == 0 && !tcp.waiting(); }));
  EXPECT_EQ(system_calls::open_descriptors(), descriptors);
  EXPECT_TRUE(echo::serves(tcp, server));
}

// OSError 7: the receive buffer was short of what the client had announced, the read timed out, and the
// socket stayed.
TEST(OsError7RequestCutShort, ClientIsServedWhenTheRestComesHoweverLate) {
  const Watch watch;
  Tcp<1> tcp;
  echo::Server server(tcp, 1);
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  echo::Client client(tcp.endpoint());
  for (const char* part : {"", "3", "0", "0"}) {
    client.send(part);
    EXPECT_FALSE(echo::run(tcp, server, echo::never, 100));
  }
  client.send("\n");
  EXPECT_TRUE(echo::run(tcp, server, [&] {
    client.receive();
    return client.received == echo::pattern(300);
  }));
}

TEST(OsError7RequestCutShort, TimedOutConnectionIsFreed) {
  for (const Call call : {Call::recv, Call::send}) {
    Watch watch;
    Tcp<1> tcp;
    echo::Server server(tcp, 1);
    ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
    echo::Client client(tcp.endpoint());
    ASSERT_TRUE(echo::run(tcp, server, [&] { return server.clients() == 1; }));
    client.send("300\n");
    tcp.wait(Duration{50});
    const int next = static_cast<int>(watch.trace().size()) + (call == Call::recv ? 1 : 2);
    watch.fail({.from = next, .times = 1, .error = ETIMEDOUT});
    ASSERT_TRUE(echo::run(tcp, server, [&] { return server.failures == 1; }));
    ASSERT_EQ(watch.trace()[static_cast<std::size_t>(next) - 1], call);
    EXPECT_EQ(server.clients(), 0U);
    EXPECT_TRUE(echo::serves(tcp, server));
  }
}

// OSError 112: after a crash the board could not listen on its port again until it was switched off and on.
TEST(OsError112AddressInUse, RestartAfterACrashListensAtOnce) {
  const Watch watch;
  std::uint16_t port = 0;
  {
    std::vector<echo::Client> clients;  // end after the server, so that its port is the one left in TIME_WAIT
    Tcp<2> tcp;
    echo::Server server(tcp, 2);
    ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
    port = tcp.port();
    clients.emplace_back(tcp.endpoint());
    clients.back().send("300\n");
    ASSERT_TRUE(echo::run(tcp, server, [&] {
      clients.back().receive();
      return clients.back().received.size() == 300;
    }));
  }
  Tcp<2> tcp;
  EXPECT_EQ(tcp.listen("127.0.0.1", port), Status::ok) << tcp.error();
  echo::Server server(tcp, 2);
  EXPECT_TRUE(echo::serves(tcp, server));
}

TEST(OsError112AddressInUse, OldProcessThatStillLivesIsWaitedFor) {
  const Watch watch;
  Tcp<2> old;
  ASSERT_EQ(old.listen("127.0.0.1", 0), Status::ok);
  Tcp<2> tcp;
  ASSERT_EQ(tcp.listen("127.0.0.1", old.port()), Status::unavailable);
  EXPECT_NE(std::string(tcp.error()).find("Address already in use"), std::string::npos);
  const std::uint16_t port = old.port();
  ASSERT_EQ(old.listen("127.0.0.1", 0), Status::ok);  // leaves the port
  for (int i = 0; i < 30 && !tcp.is_listening(); ++i) {
    tcp.wait(Duration{50});
  }
  EXPECT_EQ(tcp.port(), port);
  echo::Server server(tcp, 2);
  EXPECT_TRUE(echo::serves(tcp, server));
}

// OSError 128: the client had gone before the response was sent; the exception ended the loop that served.
TEST(OsError128NotConnected, ClientThatGoesBeforeItsResponseEndsAlone) {
  const Watch watch;
  Tcp<2> tcp;
  echo::Server server(tcp, 2);
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  echo::Client staying(tcp.endpoint());
  for (const char* request : {"300\n", "300 finish\n", "70000\n", "70000 finish\n", "300 close\n"}) {
    echo::Client client(tcp.endpoint());
    ASSERT_TRUE(echo::run(tcp, server, [&] { return server.clients() == 2; }));
    client.send(request);
    client.reset();
    ASSERT_TRUE(echo::run(tcp, server, [&] { return server.clients() == 1; })) << request;
  }
  staying.send("300\n");
  EXPECT_TRUE(echo::run(tcp, server, [&] {
    staying.receive();
    return staying.received == echo::pattern(300);
  }));
}

TEST(OsError128NotConnected, BrokenPipeRaisesNoSignal) {
  const Watch watch;
  Tcp<1> tcp;
  echo::Server server(tcp, 1);
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  {
    const echo::Client client(tcp.endpoint());
    while (!tcp.waiting()) {
      tcp.wait(Duration{50});
    }
    ASSERT_TRUE(tcp.accept(0));
  }
  using prometheus_express::transport::Link;
  for (int i = 0; i < 100 && tcp.offer(0, std::string_view("late")).link != Link::failed; ++i) {
    tcp.wait(Duration{});  // the first send draws a reset; a later one would draw SIGPIPE, the process's end
  }
  EXPECT_EQ(tcp.offer(0, std::string_view("late")).link, Link::failed);
  tcp.abort(0);
  EXPECT_TRUE(echo::serves(tcp, server));
}

}  // namespace
