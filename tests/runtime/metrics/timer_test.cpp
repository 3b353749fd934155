#include "prometheus_express/metrics/timer.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>

#include "prometheus_express/metrics/gauge.hpp"
#include "prometheus_express/metrics/histogram.hpp"
#include "prometheus_express/metrics/summary.hpp"

namespace prometheus_express {
namespace {

constexpr double seconds[] = {0.00025, 0.001, 10};

template <class Moment>
struct FakeClock {
  Moment moment;
  [[nodiscard]] const Moment now() const { return moment; }
};

TEST(Timer, ObservesTheSecondsThatItsScopeLastsAlsoAcrossTheWrap) {
  Histogram<seconds> histogram;
  Summary<Decimal<2>> summary;
  FakeClock<Time> clock{{0xFFFFFF00U}};
  {
    const auto timer = histogram.time(clock);
    const auto other = summary.time(clock);
    clock.moment = {1244U};  // 1500 ms later
  }
  EXPECT_EQ(histogram.reading().sum, 1.5);
  EXPECT_EQ(summary.reading().sum.count, 150);
  EXPECT_EQ(summary.reading().count, 1U);
}

TEST(Timer, TakesAClockOfMicroseconds) {
  Histogram<seconds> histogram;
  Summary<Decimal<6>> summary;
  Gauge<float> gauge;
  FakeClock<MicrosecondTime> clock{{0xFFFFFFFFU}};
  {
    const auto timer = histogram.time(clock);
    const auto other = summary.time(clock);
    const auto last = gauge.time(clock);
    clock.moment = {249U};  // 250 us later
  }
  EXPECT_EQ(histogram.reading().cumulative[0], 1U);
  EXPECT_DOUBLE_EQ(histogram.reading().sum, 0.00025);
  EXPECT_EQ(summary.reading().sum.count, 250);
  EXPECT_FLOAT_EQ(gauge.value(), 0.00025F);
}

TEST(Timer, TakesAClockOfCyclesUpToItsWholeRange) {
  Gauge<double> gauge;
  FakeClock<TickTime<48'000'000>> clock{{0x80000000U}};
  {
    const auto timer = gauge.time(clock);
    clock.moment = {0x7FFFFFFFU};  // one less than all that 32 bits hold: 89.478 s
  }
  EXPECT_DOUBLE_EQ(gauge.value(), 4294967295.0 / 48e6);
}

template <class Value, std::uint32_t per_second>
std::optional<Value> seconds_of(TickSpan<per_second> span) {
  Value value{};
  return in_seconds(span, value) ? std::optional(value) : std::nullopt;
}
template <class Value>
std::optional<Value> seconds_of(Duration duration) {
  return seconds_of<Value>(TickSpan<1000>{duration.milliseconds});
}

TEST(Seconds, AreWholeOnesInAnInteger) {
  EXPECT_EQ(seconds_of<std::uint32_t>(MicrosecondSpan{1'999'999}), 1U);
  EXPECT_EQ(seconds_of<std::int64_t>(Duration::millis(3'000)), 3);
}

// 2^32 - 1 parts, and the halves.
TEST(Seconds, AreTheNearestDecimal) {
  EXPECT_EQ(seconds_of<Decimal<2>>(Duration{1004})->count, 100);
  EXPECT_EQ(seconds_of<Decimal<2>>(Duration{1005})->count, 101);
  EXPECT_EQ(seconds_of<Decimal<3>>(Duration{1005})->count, 1005);
  EXPECT_EQ(seconds_of<Decimal<4>>(Duration{1005})->count, 10050);
  EXPECT_EQ(seconds_of<Decimal<4>>(MicrosecondSpan{149})->count, 1);
  EXPECT_EQ(seconds_of<Decimal<4>>(MicrosecondSpan{150})->count, 2);
  EXPECT_EQ((seconds_of<Decimal<0>>(TickSpan<2>{1})->count), 1);
  EXPECT_EQ((seconds_of<Decimal<0>>(TickSpan<3>{1})->count), 0);
  EXPECT_EQ((seconds_of<Decimal<0>>(TickSpan<3>{2})->count), 1);
  EXPECT_EQ((seconds_of<Decimal<6>>(TickSpan<48'000'000>{71})->count), 1);
  EXPECT_EQ((seconds_of<Decimal<6>>(TickSpan<48'000'000>{72})->count), 2);
  EXPECT_EQ((seconds_of<Decimal<6>>(TickSpan<32'768>{1})->count), 31);                   // 30.517… us
  EXPECT_EQ((seconds_of<Decimal<9, std::int64_t>>(TickSpan<32'768>{1})->count), 30518);  // 30517.578 ns
  EXPECT_EQ((seconds_of<Decimal<9, std::int64_t>>(TickSpan<32'768>{0xFFFFFFFFU})->count),
            131'071'999'969'482);
  EXPECT_EQ((seconds_of<Decimal<12, std::int64_t>>(TickSpan<32'768>{1})->count),
            30'518'000);  // to the ninth place
}

TEST(Seconds, BeyondADecimalsRangeAreNone) {
  EXPECT_EQ((seconds_of<Decimal<9>>(Duration::seconds(3))), std::nullopt);
  EXPECT_EQ((seconds_of<Decimal<9>>(TickSpan<7>{21})), std::nullopt);
  EXPECT_EQ((seconds_of<Decimal<0>>(TickSpan<1>{0xFFFFFFFFU})), std::nullopt);
  EXPECT_EQ((seconds_of<Decimal<0>>(TickSpan<2>{0xFFFFFFFFU})), std::nullopt);
  EXPECT_EQ((seconds_of<Decimal<18, std::int64_t>>(TickSpan<7>{70})), std::nullopt);
  EXPECT_EQ((seconds_of<std::int32_t>(TickSpan<1>{0xFFFFFFFFU})), std::nullopt);
}

TEST(Seconds, BeyondItsRangeLeaveAGaugeAsItIs) {
  Gauge<Decimal<9>, Initial::zero, Unshared, Tallied<>> gauge;
  gauge.record(Duration::seconds(2));
  gauge.record(Duration::seconds(3));
  EXPECT_EQ(gauge.value().count, 2'000'000'000);
  EXPECT_EQ(gauge.refused(Refusal::out_of_range), 1U);
}

}  // namespace
}  // namespace prometheus_express
