// Every system call of the port fails at every place of one scrape, with every error of its manual page, once and for a
// while: nothing leaks, nothing spins, and the next client is served.
#include <gtest/gtest.h>

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
  bool done = false;  // the client came to an end, or the server was rid of it
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
      outcome.trace = watch.trace();
    }
    watch.fail({});
    listen_at_last(tcp);
    outcome.served_after = echo::serves(tcp, server);
  }
  outcome.descriptors = system_calls::open_descriptors() - descriptors;
  return outcome;
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
      EXPECT_EQ(outcome.descriptors, 0) << where;
      EXPECT_LE(outcome.trace.size(), clean.trace.size() + 12U * static_cast<unsigned>(times)) << where;
    }
  }
}

TEST(EverySystemCallFailingOnce, IsSurvived) { expect_survival(1); }

TEST(EverySystemCallFailingForAWhile, IsSurvived) { expect_survival(25); }

}  // namespace
