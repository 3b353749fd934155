// Several servers in one place, on threads of their own.
#include <gtest/gtest.h>

#include <cerrno>
#include <string>

#include "echo.hpp"
#include "prometheus_express/host.hpp"
#include "prometheus_express/ports/posix/alarm.hpp"
#include "system_calls.hpp"

namespace {

namespace http = prometheus_express::http;
namespace host = prometheus_express::host;
namespace posix = prometheus_express::posix;
using prometheus_express::Duration;
using prometheus_express::Status;

Status answer(void*, const http::Request&, http::Response& response) {
  response.body("here");
  return Status::ok;
}

constexpr http::Route routes[] = {{http::Method::get, "/metrics", answer, {}, {}}};
constexpr http::Site<http::Limits{}> site = {{routes}, 8080};

TEST(ServersThatShareAPort, ListenAll) {
  const host::Server first{site, {.port = 0, .shared = true}};
  const host::Server second{site, {.port = first.port(), .shared = true}};
  EXPECT_TRUE(first.is_listening());
  EXPECT_TRUE(second.is_listening()) << second.error();
  EXPECT_EQ(second.port(), first.port());
}

TEST(ServersThatShareAPort, DoNotShareItWithOneThatDoesNot) {
  const host::Server alone{site, {.port = 0}};
  const host::Server sharing{site, {.port = alone.port(), .shared = true}};
  EXPECT_FALSE(sharing.is_listening());
}

TEST(Threads, AnswerUntilTheyEnd) {
  const int before = system_calls::open_descriptors();
  {
    const host::Threads threads{site, {.port = 0}, 3};
    ASSERT_TRUE(threads.are_listening()) << threads.error();
    for (int i = 0; i < 20; ++i) {
      echo::Client client(threads.endpoint());
      client.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
      const posix::MonotonicClock clock;
      for (const auto start = clock.now(); !client.received.ends_with("here");) {
        client.receive();
        ASSERT_LT(clock.now() - start, Duration::seconds(10)) << client.received;
      }
    }
  }
  EXPECT_EQ(system_calls::open_descriptors(), before);
}

TEST(Threads, SayWhyTheyCannotListen) {
  const host::Server alone{site, {.port = 0}};
  const host::Threads threads{site, {.port = alone.port()}, 2};
  EXPECT_FALSE(threads.are_listening());
  EXPECT_NE(std::string(threads.error()).find("another program listens there"), std::string::npos);
}

TEST(Threads, MayBeNone) {
  const host::Threads threads{site, {.port = 0}, 0};
  EXPECT_TRUE(threads.are_listening());
  EXPECT_STREQ(threads.error(), "");
}

TEST(ProgramOnSeveralThreads, EndsWhenItsTimeIsOver) {
  char name[] = "program";
  char port[] = "--port=0";
  char seconds[] = "--seconds=1";
  char* arguments[] = {name, port, seconds, nullptr};
  const int before = system_calls::open_descriptors();
  EXPECT_EQ(host::serve(site, 3, arguments, {.threads = 3}), 0);
  EXPECT_EQ(system_calls::open_descriptors(), before);
}

TEST(Alarm, IsRaisedAlsoWithoutADescriptor) {
  system_calls::Watch watch;
  watch.fail_all(system_calls::Call::pipe, EMFILE);
  posix::Alarm alarm;
  EXPECT_EQ(alarm.descriptor(), -1);
  EXPECT_FALSE(alarm.raised());
  alarm.raise();
  EXPECT_TRUE(alarm.raised());
}

}  // namespace
