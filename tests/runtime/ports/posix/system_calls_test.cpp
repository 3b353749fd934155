#include "system_calls.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>

namespace {

using system_calls::Call;
using system_calls::Watch;

TEST(WatchedCalls, FailFromTheirNumberOnAndAsOftenAsAsked) {
  Watch watch;
  watch.fail({.from = 2, .times = 2, .error = EMFILE});
  const int first = ::socket(AF_INET, SOCK_STREAM, 0);
  EXPECT_GE(first, 0);
  EXPECT_EQ(::socket(AF_INET, SOCK_STREAM, 0), -1);
  EXPECT_EQ(errno, EMFILE);
  EXPECT_EQ(::listen(first, 1), 0);  // of another kind
  EXPECT_EQ(::socket(AF_INET, SOCK_STREAM, 0), -1);
  const int last = ::socket(AF_INET, SOCK_STREAM, 0);
  EXPECT_GE(last, 0);
  EXPECT_EQ(::close(first), 0);
  EXPECT_EQ(::close(last), 0);
  EXPECT_EQ(watch.count(Call::socket), 4);
}

TEST(WatchedSleep, PutsTheClockForwardWithoutTakingTime) {
  const Watch watch;
  timespec before = {};
  timespec after = {};
  (void)::clock_gettime(CLOCK_MONOTONIC, &before);
  const timespec hour = {.tv_sec = 3600, .tv_nsec = 0};
  (void)::nanosleep(&hour, nullptr);
  (void)::clock_gettime(CLOCK_MONOTONIC, &after);
  EXPECT_EQ(after.tv_sec - before.tv_sec, 3600);
}

TEST(FailingClose, ReleasesTheDescriptorAsLinuxDoes) {
  const int descriptors = system_calls::open_descriptors();
  Watch watch;
  watch.fail({.from = 2, .times = 1, .error = EIO});
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  EXPECT_EQ(::close(socket), -1);
  EXPECT_EQ(errno, EIO);
  EXPECT_EQ(system_calls::open_descriptors(), descriptors);
}

}  // namespace
