// Every system call of the port fails at every place of one scrape, with every error of its manual page, once
// and for a while: nothing leaks, nothing spins, and the next client is served.
#include <gtest/gtest.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include "echo.hpp"
#include "system_calls.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::posix::Tcp;
using system_calls::Call;
using system_calls::Fault;
using system_calls::Watch;

constexpr int rounds = 400;

// What one scrape came to.
struct Outcome {
  bool done = false;      // the client came to an end, or the server was rid of it
  bool complete = false;  // the client has every byte
  bool served_after = false;
  int descriptors = 0;      // more than before
  std::vector<Call> trace;  // of the calls until `done`
};

void listen_at_last(Tcp<2>& tcp) {
  for (int i = 0; i < rounds && !tcp.is_listening(); ++i) {
    tcp.wait(Duration::seconds(1));
  }
}

// Listens, serves a client that asks for more than the port's buffer holds, and closes with it in order.
Outcome scrape(Fault fault) {
  Outcome outcome;
  const int descriptors = system_calls::open_descriptors();
  {
    Watch watch;
    watch.fail(fault);
    Tcp<2> tcp;
    echo::Server server(tcp, 2);
    (void)tcp.listen("127.0.0.1", 0);
    listen_at_last(tcp);
    const std::size_t calls_to_listen = watch.trace().size();
    {
      echo::Client client(tcp.endpoint());
      client.send("300\n70000 finish\n");
      outcome.done = echo::run(
          tcp, server,
          [&] {
            client.receive();
            if (client.received.size() >= 70'300) {
              client.half_close();
            }
            const bool has_come = watch.trace().size() > calls_to_listen + 2;
            return (client.ended || client.error != 0) && server.clients() == 0 && has_come;
          },
          rounds);
      outcome.complete = client.received == echo::pattern(300) + echo::pattern(70'000);
      outcome.trace = watch.trace();
    }
    watch.fail({});
    listen_at_last(tcp);
    outcome.served_after = echo::serves(tcp, server);
  }
  outcome.descriptors = system_calls::open_descriptors() - descriptors;
  return outcome;
}

// Errors after which the same call may well succeed, so that the client must not notice, and those of calls
// that only make things faster or tidier.
bool is_harmless(Call call, int error) {
  switch (call) {
    case Call::recv:
    case Call::send:
      return error == EAGAIN || error == EINTR || error == ENOBUFS || error == ENOMEM;
    case Call::accept4:
      return error != EBADF && error != EINVAL && error != ENOTSOCK;
    case Call::shutdown:
      return false;
    default:
      return true;
  }
}

std::string describe(Call call, const Fault& fault) {
  return std::string(system_calls::name(call)) + ", call " + std::to_string(fault.from) + ", " +
         std::to_string(fault.times) + " times: " + std::strerror(fault.error);
}

void expect_survival(int times) {
  const Outcome clean = scrape({});
  ASSERT_TRUE(clean.done);
  ASSERT_GT(clean.trace.size(), 15U);
  for (std::size_t i = 0; i < clean.trace.size(); ++i) {
    for (const int error : system_calls::errors(clean.trace[i])) {
      const Fault fault = {.from = static_cast<int>(i) + 1, .times = times, .error = error};
      const Outcome outcome = scrape(fault);
      const std::string where = describe(clean.trace[i], fault);
      EXPECT_TRUE(outcome.done) << where;
      EXPECT_TRUE(outcome.served_after) << where;
      if (is_harmless(clean.trace[i], error)) {
        EXPECT_TRUE(outcome.complete) << where;
      }
      EXPECT_EQ(outcome.descriptors, 0) << where;
      EXPECT_LE(outcome.trace.size(), clean.trace.size() + 12U * static_cast<unsigned>(times)) << where;
    }
  }
}

TEST(EverySystemCallFailingOnce, IsSurvived) { expect_survival(1); }

TEST(EverySystemCallFailingForAWhile, IsSurvived) { expect_survival(25); }

// How often a call is made within a second, when it fails from now on and a client waits.
int calls_a_second(Call call, int error) {
  Watch watch;
  Tcp<2> tcp;
  echo::Server server(tcp, 2);
  EXPECT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  echo::Client client(tcp.endpoint());
  if (call != Call::accept4) {
    EXPECT_TRUE(echo::run(tcp, server, [&] { return server.clients() == 1; }));
  }
  client.send("300\n");
  watch.fail_all(call, error);
  watch.forget_counts();
  const prometheus_express::posix::MonotonicClock clock;
  const auto started = clock.now();
  for (int i = 0; i < 10'000 && clock.now() - started < Duration::seconds(1); ++i) {
    server.poll();
    tcp.wait(Duration::seconds(1));
  }
  const int count = watch.count(call);
  watch.fail({});
  EXPECT_TRUE(echo::run(tcp, server,
                        [&] {
                          client.receive();
                          return client.received == echo::pattern(300);
                        }))
      << system_calls::name(call) << ": " << std::strerror(error);
  return count;
}

TEST(ErrorThatDoesNotGoAway, KeepsNoProcessorBusy) {
  for (const int error : {EMFILE, ENFILE, ENOBUFS, ENOMEM}) {
    EXPECT_LE(calls_a_second(Call::accept4, error), 12) << std::strerror(error);
  }
  for (const int error : {EINTR, ECONNABORTED, EPERM, EPROTO, ENETDOWN}) {
    EXPECT_LE(calls_a_second(Call::accept4, error), 12 * 16) << std::strerror(error);
  }
  for (const int error : {EINTR, ENOMEM}) {
    EXPECT_LE(calls_a_second(Call::recv, error), 102) << std::strerror(error);
  }
  for (const int error : {EINTR, ENOBUFS, ENOMEM}) {
    EXPECT_LE(calls_a_second(Call::send, error), 102) << std::strerror(error);
  }
  for (const int error : {EINVAL, ENOMEM}) {
    EXPECT_LE(calls_a_second(Call::poll, error), 102) << std::strerror(error);
  }
}

// As when the application closes a descriptor that is not its own.
TEST(LostListeningSocket, IsOpenedAgainOnTheSamePort) {
  for (const int error : {EBADF, EINVAL, ENOTSOCK}) {
    Watch watch;
    Tcp<2> tcp;
    echo::Server server(tcp, 2);
    ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
    const std::uint16_t port = tcp.port();
    const echo::Client client(tcp.endpoint());
    watch.fail_all(Call::accept4, error);
    ASSERT_TRUE(echo::run(tcp, server, [&] { return !tcp.is_listening(); }));
    EXPECT_NE(std::strstr(tcp.error(), std::strerror(error)), nullptr) << tcp.error();
    watch.fail({});
    listen_at_last(tcp);
    EXPECT_EQ(watch.count(Call::socket), 2);
    EXPECT_EQ(tcp.port(), port);
    EXPECT_STREQ(tcp.error(), "");
    EXPECT_TRUE(echo::serves(tcp, server));
  }
}

TEST(FailureWhileSending, IsToldWithoutWaiting) {
  Watch watch;
  Tcp<1> tcp;
  ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  const echo::Client client(tcp.endpoint());
  ASSERT_FALSE(tcp.wait(Duration{50}));
  ASSERT_TRUE(tcp.accept(0));
  char byte = 0;
  ASSERT_EQ(tcp.take(0, {&byte, 1}).bytes, 0U);
  ASSERT_EQ(tcp.offer(0, std::string_view("text")).bytes, 4U);
  watch.fail_all(Call::send, ECONNRESET);
  const prometheus_express::posix::MonotonicClock clock;
  const auto before = clock.now();
  tcp.wait(Duration::seconds(5));
  EXPECT_EQ(clock.now(), before);
  EXPECT_EQ(tcp.take(0, {&byte, 1}).link, prometheus_express::transport::Link::failed);
  tcp.abort(0);
}

TEST(FailingShutdown, EndsTheConnection) {
  for (const int error : system_calls::errors(Call::shutdown)) {
    Watch watch;
    Tcp<1> tcp;
    ASSERT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
    const echo::Client client(tcp.endpoint());
    ASSERT_FALSE(tcp.wait(Duration{50}));
    ASSERT_TRUE(tcp.accept(0));
    watch.fail_all(Call::shutdown, error);
    tcp.finish(0);
    char byte = 0;
    EXPECT_EQ(tcp.take(0, {&byte, 1}).link, prometheus_express::transport::Link::failed);
    tcp.abort(0);
  }
}

}  // namespace
