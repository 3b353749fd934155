#include <gtest/gtest.h>

#include <vector>

#include "prometheus_express/host/program.hpp"

namespace {

using prometheus_express::Duration;
using prometheus_express::Time;
using prometheus_express::host::Program;
using prometheus_express::host::Schedule;

struct Calls {
  std::vector<std::uint32_t> times;
  Program program{.every = Duration{100}, .call = [this](Time now) { times.push_back(now.milliseconds); }};
};

TEST(ScheduleOfAProgram, CallsAtTheStartAndInEveryPeriod) {
  Calls calls;
  Schedule schedule(calls.program, {}, Time{5000});
  EXPECT_EQ(schedule.run(Time{5000}), Duration{100});
  EXPECT_EQ(schedule.run(Time{5030}), Duration{70});
  EXPECT_EQ(schedule.run(Time{5103}), Duration{97});  // keeps to the multiples
  EXPECT_EQ(schedule.run(Time{5199}), Duration{1});
  EXPECT_EQ(schedule.run(Time{5200}), Duration{100});
  EXPECT_EQ(calls.times, (std::vector<std::uint32_t>{5000, 5103, 5200}));
}

TEST(ScheduleOfAProgram, LeavesOutCallsThatWereMissed) {
  Calls calls;
  Schedule schedule(calls.program, {}, Time{0});
  schedule.run(Time{0});
  EXPECT_EQ(schedule.run(Time{1234}), Duration{100});
  EXPECT_EQ(schedule.run(Time{1240}), Duration{94});
  EXPECT_EQ(calls.times, (std::vector<std::uint32_t>{0, 1234}));
}

TEST(ScheduleOfAProgram, WaitsAsLongAsPollSays) {
  Duration pause{};
  const Program program{.poll = [&pause](Time) { return pause; }};
  Schedule schedule(program, Duration{700}, Time{0U - 100U});
  pause = Duration{200};  // over the wrap of the clock
  EXPECT_EQ(schedule.run(Time{0U - 50U}), Duration{200});
  pause = Duration{};
  EXPECT_EQ(schedule.run(Time{0U - 50U}), Duration{});
  pause = Duration{5000};
  EXPECT_EQ(schedule.run(Time{0}), Duration{600}) << "the end comes before";
}

TEST(ScheduleOfAProgram, GoesOnAcrossTheWrapOfTheClock) {
  Calls calls;
  const Time start{0xFFFFFFFF - 49};
  Schedule schedule(calls.program, Duration{1000}, start);
  schedule.run(start);
  EXPECT_EQ(schedule.run(Time{0}), Duration{50});
  EXPECT_EQ(schedule.run(Time{50}), Duration{100});
  EXPECT_EQ(calls.times, (std::vector<std::uint32_t>{0xFFFFFFFF - 49, 50}));
  EXPECT_FALSE(schedule.is_over(Time{949}));
  EXPECT_TRUE(schedule.is_over(Time{950}));
}

TEST(ScheduleOfAProgram, EndsWithoutOversleeping) {
  Calls calls;
  Schedule schedule(calls.program, Duration{130}, Time{0});
  schedule.run(Time{0});
  EXPECT_EQ(schedule.run(Time{100}), Duration{30});
  EXPECT_FALSE(schedule.is_over(Time{129}));
  EXPECT_TRUE(schedule.is_over(Time{130}));
  EXPECT_EQ(schedule.run(Time{130}), Duration{});
}

TEST(ScheduleWithoutCall, SleepsLongAndNeverEnds) {
  const Program program;
  Schedule schedule(program, {}, Time{0});
  EXPECT_EQ(schedule.run(Time{0}), Duration::seconds(3600));
  EXPECT_FALSE(schedule.is_over(Time{0x7FFFFFFF}));
}

TEST(ScheduleWithoutPeriod, DoesNotSpin) {
  const Program program{.every = {}, .call = [](Time) {}};
  Schedule schedule(program, {}, Time{0});
  EXPECT_EQ(schedule.run(Time{0}), Duration{1});
}

}  // namespace
