// Every system call of the port's client fails at every place of one exchange, with every error of its manual page, once and for
// a while: nothing leaks, nothing spins, the client hears of it, and connects again.
#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

#include "echo.hpp"
#include "prometheus_express/ports/posix_tcp/tcp_client.hpp"
#include "system_calls.hpp"

namespace {

namespace posix = prometheus_express::posix;
using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::transport::has_failed;
using prometheus_express::transport::Link;
using prometheus_express::transport::State;
using prometheus_express::transport::Transfer;
using system_calls::Aside;
using system_calls::Call;
using system_calls::Fault;
using system_calls::Watch;

constexpr std::size_t answer_size = 70'000;

struct Outcome {
  bool done = false;
  bool complete = false;
  State state = State::pending;
  int descriptors = 0;
  std::vector<Call> trace;
};

/// Asks for an answer, until all of it has come or the connection has failed.
bool exchange(posix::TcpClientTransport& client, posix::TcpTransport& tcp, echo::Server& server,
              std::string& received) {
  std::string_view request = "70000 finish\n";
  (void)client.connect(0, {"127.0.0.1", tcp.port()});
  for (int rounds = 0; rounds < 2000; ++rounds) {
    request.remove_prefix(client.offer(0, request).bytes);
    char bytes[4096];
    const Transfer taken = client.take(0, bytes);
    received.append(bytes, taken.bytes);
    if (taken.link != Link::open || has_failed(client.state(0))) {
      return true;
    }
    client.wait(Duration::seconds(1));
    const Aside aside;  // the server is not the one that is tried
    server.poll();
    tcp.wait(Duration{});
  }
  return false;
}

Outcome try_with(Fault fault) {
  Outcome outcome;
  posix::Tcp<2> tcp;
  EXPECT_EQ(tcp.listen("127.0.0.1", 0), Status::ok);
  echo::Server server(tcp, 2);
  const int descriptors = system_calls::open_descriptors();
  {
    Watch watch;
    posix::TcpClient<1> client;
    std::string received;
    watch.fail(fault);
    outcome.done = exchange(client, tcp, server, received);
    outcome.state = client.state(0);
    outcome.complete = received == echo::pattern(answer_size);
    client.finish(0);
    client.close(0);
    client.wait(Duration{});
    outcome.trace = watch.trace();
    watch.fail({});
    received.clear();
    EXPECT_TRUE(exchange(client, tcp, server, received));
    EXPECT_EQ(received.size(), answer_size);
    client.abort(0);
  }
  for (int rounds = 0; rounds < 1000 && server.clients() != 0; ++rounds) {
    server.poll();
    tcp.wait(Duration{1});
  }
  outcome.descriptors = system_calls::open_descriptors() - descriptors;
  return outcome;
}

/// Errors after which the exchange goes on as if nothing had been.
bool is_harmless(Call call, int error) {
  switch (call) {
    case Call::setsockopt:
    case Call::getsockname:
    case Call::poll:
    case Call::nanosleep:
    case Call::close:
    case Call::shutdown:
      return true;
    case Call::connect:
      return error == EINPROGRESS || error == EINTR;
    case Call::recv:
    case Call::send:
      return error == EAGAIN || error == EINTR || error == ENOBUFS || error == ENOMEM;
    default:
      return false;
  }
}

void expect_survival(int times) {
  const Outcome clean = try_with({});
  ASSERT_TRUE(clean.done && clean.complete);
  ASSERT_GT(clean.trace.size(), 12U);
  for (std::size_t at = 0; at < clean.trace.size(); ++at) {
    for (const int error : system_calls::errors(clean.trace[at])) {
      const Outcome outcome = try_with({.from = static_cast<int>(at) + 1, .times = times, .error = error});
      const std::string where = std::string(system_calls::name(clean.trace[at])) + ", call " +
                                std::to_string(at + 1) + ": " + std::strerror(error);
      EXPECT_TRUE(outcome.done) << where;
      EXPECT_TRUE(outcome.complete || has_failed(outcome.state)) << where;
      if (is_harmless(clean.trace[at], error)) {
        EXPECT_TRUE(outcome.complete) << where;
      }
      EXPECT_EQ(outcome.descriptors, 0) << where;
      EXPECT_LE(outcome.trace.size(), clean.trace.size() + 60U + 12U * static_cast<unsigned>(times)) << where;
    }
  }
}

TEST(EverySystemCallOfAClientFailingOnce, IsSurvived) { expect_survival(1); }

TEST(EverySystemCallOfAClientFailingForAWhile, IsSurvived) { expect_survival(25); }

}  // namespace
