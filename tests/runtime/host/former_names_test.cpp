// Programs from before `host` was a layer go on as they are.
#include <gtest/gtest.h>

#include <type_traits>

#include "prometheus_express/ports/posix.hpp"

namespace {

namespace host = prometheus_express::host;
namespace http = prometheus_express::http;
namespace posix = prometheus_express::posix;

constexpr http::Site<http::Limits{}> site = {{}, 8080};

TEST(FormerNames, ServeAProgram) {
  char program[] = "station";
  char unknown[] = "--colour";
  char* words[] = {program, unknown};
  EXPECT_EQ(posix::serve(site, 2, words, {.every = prometheus_express::Duration::seconds(1)}), 2);
}

TEST(FormerNames, ServeInALoopOfOnesOwn) {
  posix::Server server{site, {.address = "127.0.0.1", .port = 0}};
  static_assert(std::is_same_v<decltype(server), host::Server<http::Limits{}>>);
  const posix::Threads threads(site, posix::Listen{.port = 0}, 0);
  const posix::MonotonicClock clock;
  server.poll(clock.now(), {});
  EXPECT_TRUE(server.is_listening());
}

TEST(FormerNames, ReadTheCommandLine) {
  posix::Arguments arguments{site.port};
  const posix::Option options[] = {{"--token", "TEXT", "what PUT needs", static_cast<bool*>(nullptr)}};
  char program[] = "station";
  char* words[] = {program};
  EXPECT_TRUE(arguments.parse(1, words, options));
  EXPECT_EQ(arguments.port(), 8080);
  static_assert(std::is_same_v<posix::Program, host::Program>);
}

}  // namespace
