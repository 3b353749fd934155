#include "prometheus_express/ports/posix/interrupts.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include "prometheus_express/ports/posix_tcp/tcp.hpp"
#include "system_calls.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::posix::Interrupts;
using prometheus_express::posix::MonotonicClock;
using prometheus_express::posix::Tcp;
using system_calls::Call;
using system_calls::Watch;

class Interrupt : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Signals, Interrupt, testing::Values(SIGINT, SIGTERM));

TEST_P(Interrupt, BeforeTheWaitEndsIt) {
  Tcp<1> tcp;
  const Interrupts interrupts;
  EXPECT_FALSE(interrupts.raised());
  EXPECT_FALSE(tcp.wait(Duration{}, interrupts.descriptor()));
  ASSERT_EQ(::raise(GetParam()), 0);
  EXPECT_TRUE(interrupts.raised());
  const Watch watch;
  const MonotonicClock clock;
  const auto before = clock.now();
  EXPECT_TRUE(tcp.wait(Duration::seconds(3600), interrupts.descriptor()));
  EXPECT_EQ(clock.now(), before);
}

TEST_P(Interrupt, IsLeftToTheFormerHandlerAfterwards) {
  struct sigaction before = {};
  struct sigaction after = {};
  ASSERT_EQ(::sigaction(GetParam(), nullptr, &before), 0);
  const int descriptors = system_calls::open_descriptors();
  {
    const Interrupts interrupts;  // and gone
  }
  ASSERT_EQ(::sigaction(GetParam(), nullptr, &after), 0);
  EXPECT_EQ(before.sa_handler, after.sa_handler);
  EXPECT_EQ(system_calls::open_descriptors(), descriptors);
}

TEST_P(Interrupt, IsNotedAlsoWithoutDescriptors) {
  Watch watch;
  watch.fail({.from = 1, .times = 1, .error = EMFILE});
  const Interrupts interrupts;
  ASSERT_EQ(watch.trace().front(), Call::pipe);
  EXPECT_EQ(interrupts.descriptor(), -1);
  ASSERT_EQ(::raise(GetParam()), 0);
  EXPECT_TRUE(interrupts.raised());
}

TEST(ManyInterrupts, DoNotBlock) {
  const Interrupts interrupts;
  for (int i = 0; i < 70'000; ++i) {
    (void)::raise(SIGINT);
  }
  EXPECT_TRUE(interrupts.raised());
}

TEST(LaterInterrupts, StartUnraised) {
  {
    const Interrupts interrupts;
    (void)::raise(SIGINT);
  }
  const Interrupts interrupts;
  EXPECT_FALSE(interrupts.raised());
}

}  // namespace
