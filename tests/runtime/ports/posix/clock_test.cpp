#include <gtest/gtest.h>

#include "prometheus_express/ports/posix/microsecond_clock.hpp"
#include "prometheus_express/ports/posix/monotonic_clock.hpp"
#include "prometheus_express/ports/posix_tcp/tcp.hpp"
#include "system_calls.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::MicrosecondSpan;
using prometheus_express::posix::MicrosecondClock;
using prometheus_express::posix::MonotonicClock;
using prometheus_express::posix::Tcp;

TEST(ClocksOfTheSystem, ShowTheSameTime) {
  const system_calls::Watch watch;  // time passes in `wait` only
  Tcp<1> tcp;
  const auto start = MonotonicClock().now();
  const auto fine_start = MicrosecondClock().now();
  tcp.wait(Duration{1234});
  EXPECT_EQ(MonotonicClock().now() - start, Duration{1234});
  EXPECT_EQ(MicrosecondClock().now() - fine_start, MicrosecondSpan{1'234'000});
}

}  // namespace
