#include "prometheus_express/host/sensor_news.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

namespace px = prometheus_express;
using px::Duration;
using px::Time;
using px::host::SensorNews;
using px::sensors::Failure;

/// A part whose samples end as the test says.
class Part final : public px::sensors::Driver {
 public:
  Part() : Driver(0) {}

  void sample(Failure failure, bool publishes = false) {
    failure_ = failure;
    publishes_ = publishes;
    begin(true);
  }
  /// A sample that waits for the part.
  void begin_waiting() {
    waits_ = true;
    begin(true);
    waits_ = false;
  }

 private:
  void run() override {
    if (waits_) {
      wait(1000, 0);
      return;
    }
    if (publishes_ || failure_ == Failure::none) {
      publish(0);
    }
    if (failure_ != Failure::none) {
      note(failure_);
    }
    finish();
  }

  Failure failure_ = Failure::none;
  bool publishes_ = false;
  bool waits_ = false;
};

/// As generated code has it.
struct Sensors {
  Part attic;
  Part oven;

  Duration poll(std::vector<int>& metrics, Time) {
    metrics.push_back(1);
    attic.sample(Failure::none);
    return {250};
  }

  template <class Visit>
  void for_each(Visit visit) {
    visit("attic", "sensirion/sht31", attic, px::bus::Target{0x4});
    visit("oven", "maxim/max31855", oven, px::bus::Target{1, 0, 5'000'000});
  }
};

class News : public testing::Test {
 protected:
  std::vector<std::string> look(Duration later = {1000}) {
    said_.clear();
    now_ = now_ + later;
    news_.look(sensors, now_);
    return said_;
  }

  Sensors sensors;

 private:
  Time now_{0xFFFFFE00};  // the clock wraps soon
  std::vector<std::string> said_;
  SensorNews news_{[this](const std::string& line) { said_.push_back(line); }};
};

using Lines = std::vector<std::string>;
const Lines attic_is_away = {
    "sensor attic (sensirion/sht31 at 0x04) does not answer (nack): look at its power, its wires and its "
    "address; see "
    "`Reasons` in schema/devices/README.md"};
const Lines attic_is_back = {"sensor attic (sensirion/sht31 at 0x04) is back"};

TEST_F(News, SaysNothingBeforeThereWasASampleAndWhileAllIsWell) {
  EXPECT_EQ(look(), Lines{});
  sensors.attic.sample(Failure::none);
  EXPECT_EQ(look(), Lines{});
}

TEST_F(News, SaysOnceThatASensorFailsAndOnceThatItIsBack) {
  sensors.attic.sample(Failure::nack);
  EXPECT_EQ(look(), attic_is_away);
  EXPECT_EQ(look(), Lines{});
  for (int sample = 0; sample < 1000; ++sample) {
    sensors.attic.sample(sample % 2 != 0 ? Failure::nack : Failure::bus);
    EXPECT_EQ(look(), Lines{});
  }
  sensors.attic.sample(Failure::none);
  EXPECT_EQ(look(), attic_is_back);
  EXPECT_EQ(look(), Lines{});
}

TEST_F(News, DoesNotTakeASampleThatIsUnderWayForAGoodOne) {
  sensors.attic.sample(Failure::nack);
  EXPECT_EQ(look(), attic_is_away);
  sensors.attic.begin_waiting();
  EXPECT_EQ(look(), Lines{});
}

TEST_F(News, TakesASampleWithSomeValuesForAGoodOne) {
  sensors.attic.sample(Failure::crc, true);
  EXPECT_EQ(look(), Lines{});
}

TEST_F(News, OfASensorThatFailsNowAndThenAreFew) {
  sensors.attic.sample(Failure::nack);
  EXPECT_EQ(look(), attic_is_away);
  sensors.attic.sample(Failure::none);
  EXPECT_EQ(look(), attic_is_back);
  for (int second = 2; second < 600; ++second) {
    sensors.attic.sample(second % 2 != 0 ? Failure::none : Failure::nack);
    EXPECT_EQ(look(), Lines{}) << second;
  }
  sensors.attic.sample(Failure::nack);
  EXPECT_EQ(look({2000}), attic_is_away);
}

TEST_F(News, SaysWhichSensorOfSeveralAndWhereItIs) {
  sensors.attic.sample(Failure::none);
  sensors.oven.sample(Failure::fault);
  const Lines said = look();
  ASSERT_EQ(said.size(), 1U);
  EXPECT_TRUE(said[0].starts_with("sensor oven (maxim/max31855 at chip select 1) reports a fault (fault): "))
      << said[0];
}

TEST(Explanation, NamesTheReasonOfEveryFailure) {
  for (unsigned number = 1; !px::sensors::reason(static_cast<Failure>(number)).empty(); ++number) {
    const auto failure = static_cast<Failure>(number);
    const std::string reason(px::sensors::reason(failure));
    EXPECT_NE(std::string_view(px::host::explanation(failure)).find("(" + reason + "): "),
              std::string_view::npos);
  }
}

TEST(ReadSensors, PollsThemAndSaysAfterHowLongToPollAgain) {
  Sensors sensors;
  std::vector<int> metrics;
  const auto poll = px::host::read_sensors(sensors, metrics);
  EXPECT_EQ(poll({5}), Duration{250});
  EXPECT_EQ(metrics.size(), 1U);
}

}  // namespace
