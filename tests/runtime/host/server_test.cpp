// A server and a whole program over the port: what a user of prometheus_express/host.hpp gets.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "echo.hpp"
#include "prometheus_express/host.hpp"
#include "system_calls.hpp"

namespace {

namespace http = prometheus_express::http;
namespace host = prometheus_express::host;
namespace posix = prometheus_express::posix;
using prometheus_express::Duration;
using prometheus_express::Status;
using prometheus_express::Time;
using system_calls::Call;
using system_calls::Watch;

constexpr std::array<char, 6000> page = [] {
  std::array<char, 6000> text = {};
  text.fill('x');
  return text;
}();

Status read_page(void*, const http::Request&, http::Response& response) {
  response.body({page.data(), page.size()});
  return Status::ok;
}

constexpr http::Route routes[] = {{http::Method::get, "/metrics", read_page, {}, {}}};
constexpr http::Site<http::Limits{}> site = {{routes}, 8080};

constexpr std::string_view request = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";

TEST(PosixServer, AnswersAScrapeWithOneReceiveOneSendAndOneWait) {
  Watch watch;
  host::Server server{site, {.port = 0}};
  ASSERT_TRUE(server.is_listening()) << server.error();
  echo::Client client(server.endpoint());
  const posix::MonotonicClock clock;
  for (int i = 0; i < 5; ++i) {
    client.received.clear();
    client.send(request);
    for (int round = 0; round < 1000 && client.received.size() < page.size(); ++round) {
      watch.forget_counts();
      server.poll(clock.now());
      client.receive();
    }
    ASSERT_TRUE(client.received.starts_with("HTTP/1.1 200 OK\r\n")) << client.received;
    EXPECT_TRUE(client.received.ends_with(std::string_view(page.data(), page.size())));
    if (i > 0) {
      EXPECT_EQ(watch.trace(), (std::vector{Call::recv, Call::send, Call::poll}));
    }
  }
}

TEST(PosixServer, ListensWhereTheSchemaSaysUnlessTold) {
  host::Server first{site, {.port = 0}};
  ASSERT_TRUE(first.is_listening());
  const http::Site<http::Limits{}> same = {{routes}, first.port()};
  const host::Server second{same};
  EXPECT_FALSE(second.is_listening());
  EXPECT_EQ(second.port(), first.port());
  EXPECT_NE(std::string_view(second.error()).find("Address already in use"), std::string_view::npos);
}

TEST(PosixServer, ListensLaterWhenThePortComesFree) {
  const Watch watch;
  const posix::MonotonicClock clock;
  auto first = std::make_unique<host::Server<http::Limits{}>>(site, host::Listen{.port = 0});
  host::Server second{site, {.port = first->port()}};
  ASSERT_FALSE(second.is_listening());
  first.reset();
  for (int i = 0; i < 30 && !second.is_listening(); ++i) {
    second.poll(clock.now());
  }
  EXPECT_TRUE(second.is_listening()) << second.error();
}

// host::serve in a process of its own, with its outputs in pipes.
class Process {
 public:
  explicit Process(std::vector<std::string> words, const host::Program& program = {}) {
    int output[2];
    int errors[2];
    EXPECT_EQ(::pipe(output) | ::pipe(errors), 0);
    words.insert(words.begin(), "station");
    child_ = ::fork();
    if (child_ == 0) {
      (void)::dup2(output[1], STDOUT_FILENO);
      (void)::dup2(errors[1], STDERR_FILENO);
      (void)::close(output[0]);
      (void)::close(errors[0]);
      std::vector<char*> pointers;
      for (std::string& word : words) {
        pointers.push_back(word.data());
      }
      const int status = host::serve(site, static_cast<int>(pointers.size()), pointers.data(), program);
      std::fflush(nullptr);
      ::_exit(status);
    }
    (void)::close(output[1]);
    (void)::close(errors[1]);
    output_ = output[0];
    errors_ = errors[0];
  }
  ~Process() {
    if (child_ > 0) {
      (void)::kill(child_, SIGKILL);
      (void)::waitpid(child_, nullptr, 0);
    }
    (void)::close(output_);
    (void)::close(errors_);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] std::string line() { return text(output_, '\n'); }
  [[nodiscard]] std::string errors() { return text(errors_, '\0'); }
  void signal(int number) { ASSERT_EQ(::kill(child_, number), 0); }

  /// The exit status; -1 when a signal ended it.
  int wait() {
    int status = 0;
    EXPECT_EQ(::waitpid(child_, &status, 0), child_);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  static std::string text(int from, char last) {
    std::string result;
    for (char next = 0; ::read(from, &next, 1) == 1;) {
      result += next;
      if (next == last) {
        break;
      }
    }
    return result;
  }

  pid_t child_ = 0;
  int output_ = -1;
  int errors_ = -1;
};

// Where a process that printed `line` listens.
posix::Endpoint endpoint_in(const std::string& line) {
  constexpr std::string_view before = "listening on http://127.0.0.1:";
  EXPECT_TRUE(line.starts_with(before) && line.ends_with("/metrics\n")) << line;
  const int port = line.size() > before.size() ? std::stoi(line.substr(before.size())) : 0;
  return *posix::Endpoint::parse("127.0.0.1", static_cast<std::uint16_t>(port));
}

std::string scrape(const posix::Endpoint& endpoint) {
  echo::Client client(endpoint);
  client.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  while (!client.ended && client.error == 0) {
    client.receive();
  }
  return client.received;
}

class ServingProgram : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Signals, ServingProgram, testing::Values(SIGINT, SIGTERM));

TEST_P(ServingProgram, SaysWhereItListensServesAndEndsWithZeroOnASignal) {
  Process process({"--port", "0"});
  const posix::Endpoint endpoint = endpoint_in(process.line());
  const std::string answer = scrape(endpoint);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
  EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, page.size());
  process.signal(GetParam());
  EXPECT_EQ(process.wait(), 0);
  EXPECT_EQ(process.errors(), "");
  EXPECT_EQ(echo::Client(endpoint).error, ECONNREFUSED);
}

TEST_P(ServingProgram, EndsOnASignalAtAnyMoment) {
  for (int i = 0; i < 20; ++i) {
    Process process({"--port", "0"});
    (void)process.line();
    for (int spins = 0; spins < i * 2000; ++spins) {
      (void)::getppid();
    }
    process.signal(GetParam());
    ASSERT_EQ(process.wait(), 0);
  }
}

TEST(ServingProgramWithSeconds, EndsByItself) {
  Process process({"--port=0", "--seconds=1"});
  (void)process.line();
  EXPECT_EQ(process.wait(), 0);
}

TEST(ServingProgramWithCall, IsCalledBeforeItListensAndThenInEveryPeriod) {
  const host::Program program = {.every = Duration{20},
                                 .call = [](Time) { (void)!::write(STDOUT_FILENO, "called\n", 7); }};
  Process process({"--port=0"}, program);
  EXPECT_EQ(process.line(), "called\n");
  EXPECT_TRUE(process.line().starts_with("listening on "));
  EXPECT_EQ(process.line(), "called\n");
  EXPECT_EQ(process.line(), "called\n");
  process.signal(SIGTERM);
  EXPECT_EQ(process.wait(), 0);
}

TEST(ServingProgramThatCannotListen, SaysWhyAndEndsWithOne) {
  posix::Tcp<1> other;
  ASSERT_EQ(other.listen("127.0.0.1", 0), Status::ok);
  const std::string port = std::to_string(other.port());
  Process process({"--port", port});
  EXPECT_EQ(process.wait(), 1);
  EXPECT_EQ(process.line(), "");
  EXPECT_EQ(process.errors(), "station: cannot listen on 127.0.0.1:" + port +
                                  ": bind: Address already in use; another program listens there (`ss -ltnp` "
                                  "names it): stop it or choose another port\n");
}

TEST(ServingProgramWithUnknownOption, EndsWithTwo) {
  Process process({"--colour", "red"});
  EXPECT_EQ(process.wait(), 2);
  EXPECT_TRUE(process.errors().starts_with("station: unknown option '--colour'\nusage: station "));
}

}  // namespace
