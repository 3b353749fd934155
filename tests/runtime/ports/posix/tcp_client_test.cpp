// What the port's client adds to the cases of tests/conformance/client: its calls, its limits, and what it does when the system
// fails. Time passes in waits only.
#include "prometheus_express/ports/posix_tcp/tcp_client.hpp"

#include <gtest/gtest.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "echo.hpp"
#include "prometheus_express/ports/posix_tcp/failure.hpp"
#include "system_calls.hpp"

namespace {

namespace posix = prometheus_express::posix;
using echo::pattern;
using posix::Addresses;
using posix::Endpoint;
using posix::Tcp;
using posix::TcpClient;
using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::transport::Link;
using prometheus_express::transport::State;
using prometheus_express::transport::Transfer;
using system_calls::Aside;
using system_calls::Call;
using system_calls::Watch;

constexpr const char* here = "127.0.0.1";

/// An echo server and a client of one thread, that share their waits.
class Clients : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(tcp.listen(here, 0), Status::ok) << tcp.error(); }

  bool run_until(const std::function<bool()>& done) {
    for (int rounds = 0; rounds < 3000; ++rounds) {
      server.poll();
      if (done()) {
        return true;
      }
      tcp.wait(Duration::seconds(1), -1, &client);
    }
    return false;
  }

  bool asks(std::string_view request, std::size_t size) {
    EXPECT_EQ(client.offer(0, request).bytes, request.size());
    received.clear();
    return run_until([&] {
      char bytes[512];
      const Transfer taken = client.take(0, bytes);
      received.append(bytes, taken.bytes);
      return received.size() >= size || taken.link == Link::failed;
    });
  }

  Watch watch;
  Tcp<4> tcp;
  echo::Server server{tcp, 4};
  TcpClient<2> client;
  std::string received;
};

TEST_F(Clients, ServerAndClientShareTheirWait) {
  ASSERT_NE(client.connect(0, {here, tcp.port()}), State::refused);
  ASSERT_TRUE(run_until([&] { return client.state(0) == State::open && server.clients() == 1; }));
  ASSERT_TRUE(asks("300\n", 300));
  EXPECT_EQ(received, pattern(300));
  watch.forget_counts();
  ASSERT_TRUE(asks("70000\n", 70'000));
  EXPECT_EQ(received, pattern(70'000));
  client.close(0);
  EXPECT_TRUE(run_until([&] { return server.clients() == 0; }));
  EXPECT_EQ(server.failures, 0);
}

TEST_F(Clients, ARequestCostsOneSendAndOneReceive) {
  (void)client.connect(0, {here, tcp.port()});
  ASSERT_TRUE(run_until([&] { return client.state(0) == State::open && server.clients() == 1; }));
  ASSERT_TRUE(asks("10\n", 10));
  client.wait(Duration{});
  watch.forget_counts();
  char bytes[64];
  EXPECT_EQ(client.take(0, bytes).bytes, 0U);
  EXPECT_EQ(client.offer(0, std::string_view("20\n")).bytes, 3U);
  client.wait(Duration{});
  EXPECT_EQ(watch.trace(), (std::vector{Call::send, Call::poll}));
  tcp.wait(Duration{50});
  server.poll();
  tcp.wait(Duration{});
  client.wait(Duration{50});
  watch.forget_counts();
  EXPECT_EQ(client.take(0, bytes).bytes, 20U);
  EXPECT_EQ(watch.trace(), std::vector{Call::recv});
}

TEST_F(Clients, ConnectingToAnAddressTakesNoThread) {
  const Aside aside;
  const int before = system_calls::open_descriptors();
  TcpClient<1> other({}, [](const std::string&, std::uint16_t) -> Addresses {
    ADD_FAILURE() << "an address was looked up";
    return {};
  });
  for (const char* const address : {"127.0.0.1", "::1", "1.2.3", "", "[::1]", "a b", "127.0.0.1:80"}) {
    (void)other.connect(0, {address, tcp.port()});
    other.wait(Duration{1});
    EXPECT_NE(other.state(0), State::pending) << address;
    other.abort(0);
  }
  EXPECT_EQ(system_calls::open_descriptors(), before);
}

TEST_F(Clients, SilentAddressesAreGivenUpOneAfterTheOther) {
  const Aside aside;
  std::vector<int> sockets;  // whose queue is full
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(0x7F000004);
  socklen_t size = sizeof address;
  sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
  ASSERT_EQ(::bind(sockets[0], reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(::listen(sockets[0], 0), 0);
  ASSERT_EQ(::getsockname(sockets[0], reinterpret_cast<sockaddr*>(&address), &size), 0);
  for (int count = 0; count < 3; ++count) {
    sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    (void)::connect(sockets.back(), reinterpret_cast<sockaddr*>(&address), size);
  }
  const std::uint16_t port = ntohs(address.sin_port);
  {
    Watch time;
    TcpClient<1> patient({.lookup = Duration::seconds(60), .address = Duration::seconds(7)},
                         [](const std::string&, std::uint16_t at) {
                           Addresses addresses;
                           addresses.list[0] = addresses.list[1] = *Endpoint::parse("127.0.0.4", at);
                           addresses.count = 2;
                           return addresses;
                         });
    ASSERT_EQ(patient.connect(0, {"two.example", port}), State::pending);
    const posix::MonotonicClock clock;
    while (time.count(Call::connect) == 0) {
      patient.wait(Duration{});  // the lookup takes none of the time that is counted
    }
    const auto started = clock.now();
    for (int rounds = 0; rounds < 100 && patient.state(0) == State::pending; ++rounds) {
      patient.wait(Duration::seconds(1));
    }
    EXPECT_EQ(patient.state(0), State::timed_out);
    EXPECT_EQ(clock.now() - started, Duration::seconds(14));
    EXPECT_EQ(time.count(Call::connect), 2);
  }
  for (const int socket : sockets) {
    (void)::close(socket);
  }
}

TEST_F(Clients, APortThatAnswersItselfIsRefused) {
  int self = -1;
  std::uint16_t port = 0;
  {
    const Aside aside;
    self = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ASSERT_EQ(::bind(self, reinterpret_cast<sockaddr*>(&address), size), 0);
    ASSERT_EQ(::getsockname(self, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port = ntohs(address.sin_port);
  }
  system_calls::connect_from(self);  // what the system does once in thousands of times
  EXPECT_EQ(client.connect(0, {here, port}), State::refused);
  client.abort(0);
  const Aside aside;
  (void)::close(self);
}

TEST_F(Clients, AClientIsGoneAtOnceAlthoughALookupIsNot) {
  std::promise<void> end;
  const std::shared_future<void> ended = end.get_future().share();
  const auto gone = std::make_shared<int>();
  {
    TcpClient<1> other({}, [ended, gone](const std::string&, std::uint16_t) -> Addresses {
      ended.wait();
      return {};
    });
    ASSERT_EQ(other.connect(0, {"slow.example", 80}), State::pending);
    other.wait(Duration{1});
  }
  EXPECT_GT(gone.use_count(), 1);
  end.set_value();
  while (gone.use_count() > 1) {  // the thread forgets all that it was given
    std::this_thread::yield();
  }
}

TEST_F(Clients, ALookupThatWasGivenUpIsNotBegunTwice) {
  std::promise<void> end;
  const std::shared_future<void> ended = end.get_future().share();
  const auto asked = std::make_shared<std::atomic<int>>();
  TcpClient<2> other({}, [ended, asked](const std::string&, std::uint16_t port) {
    ++*asked;
    ended.wait();
    Addresses addresses;
    addresses.list[0] = *Endpoint::parse(here, port);
    addresses.count = 1;
    return addresses;
  });
  ASSERT_EQ(other.connect(0, {"slow.example", tcp.port()}), State::pending);
  other.abort(0);
  EXPECT_EQ(other.connect(0, {"other.example", tcp.port()}), State::no_resources);
  EXPECT_EQ(other.connect(1, {"other.example", tcp.port()}), State::pending);
  EXPECT_EQ(other.connect(0, {"slow.example", tcp.port()}), State::pending);
  end.set_value();
  for (int rounds = 0; rounds < 10'000 && other.state(0) == State::pending; ++rounds) {
    other.wait(Duration{1});
  }
  EXPECT_EQ(other.state(0), State::open);
  EXPECT_LE(*asked, 2);
}

TEST_F(Clients, WithoutADescriptorForALookupThereAreNoResources) {
  watch.fail_all(Call::pipe, EMFILE);
  EXPECT_EQ(client.connect(0, {"peer.example", 80}), State::no_resources);
  watch.fail({});
  ASSERT_EQ(client.connect(0, {here, tcp.port()}), State::pending);
  EXPECT_TRUE(run_until([&] { return client.state(0) == State::open; }));
}

TEST_F(Clients, ANameOfTheSystemsIsLookedUp) {
  ASSERT_EQ(client.connect(0, {"localhost", tcp.port()}), State::pending);
  for (int rounds = 0; rounds < 15'000 && client.state(0) == State::pending; ++rounds) {
    client.wait(Duration{1});  // of the 20 seconds for a lookup
  }
  EXPECT_EQ(client.state(0), State::open);  // whatever ::1 said
}

TEST_F(Clients, ANameThatCannotExistFails) {  // RFC 6761, 6.4; without a name server nobody can know
  const Addresses none = posix::resolve_by_system("prometheus-express.invalid", 80);
  EXPECT_EQ(none.count, 0U);
  EXPECT_TRUE(none.failure == State::no_such_name || none.failure == State::name_lookup_failed);
}

TEST(ClientFailures, HaveTheirReasons) {
  EXPECT_EQ(posix::connect_failure(ECONNREFUSED, AF_INET), State::refused);
  EXPECT_EQ(posix::connect_failure(ETIMEDOUT, AF_INET), State::timed_out);
  for (const int error : {ENETUNREACH, EHOSTUNREACH, EAFNOSUPPORT, EACCES}) {
    EXPECT_EQ(posix::connect_failure(error, AF_INET6), State::unreachable) << error;
  }
  for (const int error : {EMFILE, ENFILE, ENOBUFS, ENOMEM, EADDRNOTAVAIL}) {
    EXPECT_EQ(posix::connect_failure(error, AF_INET), State::no_resources) << error;
  }
  EXPECT_EQ(posix::connect_failure(EADDRNOTAVAIL, AF_INET6), State::unreachable);
  EXPECT_EQ(posix::stream_failure(ECONNRESET), State::reset);
  EXPECT_EQ(posix::stream_failure(EPIPE), State::reset);
  EXPECT_EQ(posix::stream_failure(ETIMEDOUT), State::timed_out);
  EXPECT_EQ(posix::stream_failure(EHOSTUNREACH), State::unreachable);
  EXPECT_EQ(posix::lookup_failure(EAI_NONAME, 0), State::no_such_name);
  EXPECT_EQ(posix::lookup_failure(EAI_AGAIN, 0), State::name_lookup_failed);
  EXPECT_EQ(posix::lookup_failure(EAI_FAIL, 0), State::name_lookup_failed);
  EXPECT_EQ(posix::lookup_failure(EAI_MEMORY, 0), State::no_resources);
  EXPECT_EQ(posix::lookup_failure(EAI_SYSTEM, EMFILE), State::no_resources);
  EXPECT_EQ(posix::lookup_failure(EAI_SYSTEM, EIO), State::name_lookup_failed);
}

}  // namespace
