#include <gtest/gtest.h>

#include "prometheus_express/metrics/boot_label.hpp"
#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/family.hpp"
#include "prometheus_express/metrics/gauge.hpp"
#include "prometheus_express/metrics/info.hpp"
#include "prometheus_express/metrics/state_set.hpp"

namespace prometheus_express {
namespace {

enum class State : std::uint8_t { starting, ready };
consteval auto label_values(State) { return std::to_array<std::string_view>({"starting", "ready"}); }

TEST(FailureScope, CountsStatusesOtherThanOk) {
  Counter<std::uint32_t> counter;
  {
    auto failures = counter.count_failures();
    EXPECT_EQ(failures(Status::ok), Status::ok);
    EXPECT_EQ(failures(Status::unavailable), Status::unavailable);
  }
  EXPECT_EQ(counter.value(), 1U);
}

TEST(InprogressScope, HoldsAGaugeOneHigher) {
  Family<Gauge<std::int32_t>, State> family;
  {
    const auto first = family.labels(State::ready).track_inprogress();
    const auto second = family.labels(State::ready).track_inprogress();
    EXPECT_EQ(family.labels(State::ready).value(), 2);
  }
  EXPECT_EQ(family.labels(State::ready).value(), 0);
}

TEST(StateSet, IsInOneState) {
  StateSet<State> set;
  EXPECT_EQ(set.value(), State::starting);
  set.state(State::ready);
  EXPECT_EQ(set.value(), State::ready);
  set.reset();
  EXPECT_EQ(set.value(), State::starting);
}

TEST(Info, TakesAllOfItsTextsOrNone) {
  Info<4, 2> info;
  EXPECT_FALSE(info.present());
  EXPECT_EQ(info.info("abcd", "xyz"), Status::no_space);
  EXPECT_EQ(info.info("\xFF", "x"), Status::invalid_argument);
  EXPECT_FALSE(info.present());
  EXPECT_EQ(info.info("abcd", "xy"), Status::ok);
  EXPECT_EQ(info.info("abcde", "zz"), Status::no_space);
  EXPECT_EQ(info.text(0), "abcd");
  EXPECT_EQ(info.text(1), "xy");
  info.clear();
  EXPECT_FALSE(info.present());
}

TEST(BootLabel, KeepsWhatItHasWhenATextIsRefused) {
  BootLabel<3> label;
  EXPECT_EQ(label.view(), "");
  EXPECT_EQ(label.set("abc"), Status::ok);
  EXPECT_EQ(label.set("abcd"), Status::no_space);
  EXPECT_EQ(label.set("\xC3"), Status::invalid_argument);
  EXPECT_EQ(label.view(), "abc");
}

}  // namespace
}  // namespace prometheus_express
