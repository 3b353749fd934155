#include <gtest/gtest.h>

#include <prometheus_express/sensors/freshness.hpp>
#include <prometheus_express/sensors/sampler.hpp>

namespace px = prometheus_express;
using px::sensors::Age;
using px::sensors::Earliest;
using px::sensors::Freshness;

namespace {

constexpr px::Time before_the_wrap{0xFFFFFF00U};

TEST(Freshness, ExpiresOnceAndAfterItsTimeAcrossTheWrap) {
  Freshness freshness;
  EXPECT_FALSE(freshness.expires(before_the_wrap, px::Duration{0}));
  freshness.renew(before_the_wrap);
  EXPECT_FALSE(freshness.expires(before_the_wrap + px::Duration{1000}, px::Duration{1000}));
  EXPECT_EQ(freshness.end(px::Duration{1000}), before_the_wrap + px::Duration{1001});
  EXPECT_TRUE(freshness.expires(before_the_wrap + px::Duration{1001}, px::Duration{1000}));
  EXPECT_FALSE(freshness.expires(before_the_wrap + px::Duration{9000}, px::Duration{1000}));
  EXPECT_FALSE(freshness.fresh());
}

TEST(Age, CountsSecondsOfYears) {
  Age age;
  px::Time now = before_the_wrap;
  age.restart(now);
  EXPECT_EQ(age.seconds(now + px::Duration{999}), 0U);
  for (std::uint32_t day = 1; day <= 1000; ++day) {
    now = now + px::Duration::seconds(86400);
    EXPECT_EQ(age.seconds(now), day * 86400);
  }
}

TEST(Age, CountsFromTheFirstQuestionUntilThereIsAMoment) {
  Age age;
  EXPECT_EQ(age.seconds(before_the_wrap), 0U);
  EXPECT_EQ(age.seconds(before_the_wrap + px::Duration::seconds(90)), 90U);
  age.restart(before_the_wrap + px::Duration::seconds(100));
  EXPECT_EQ(age.seconds(before_the_wrap + px::Duration::seconds(101)), 1U);
}

TEST(Earliest, IsNeverInThePast) {
  Earliest earliest{before_the_wrap, px::Duration{1000}};
  EXPECT_EQ(earliest.pause(), px::Duration{1000});
  earliest.add(before_the_wrap + px::Duration{500});
  earliest.add(before_the_wrap + px::Duration{700});
  EXPECT_EQ(earliest.pause(), px::Duration{500});
  earliest.add({before_the_wrap.milliseconds - 5});
  EXPECT_EQ(earliest.pause(), px::Duration{});
}

TEST(AtLeast, CoversTheTickThatHasBegun) {
  EXPECT_EQ(px::sensors::at_least(0), px::Duration{1});
  EXPECT_EQ(px::sensors::at_least(1000), px::Duration{2});
  EXPECT_EQ(px::sensors::at_least(1001), px::Duration{3});
}

}  // namespace
