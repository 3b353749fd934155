#include <gtest/gtest.h>

#include <array>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <prometheus_express/sensors/sampler.hpp>
#include <vector>

namespace px = prometheus_express;
using px::sensors::Driver;
using px::sensors::Failure;
using px::sensors::Line;
using px::sensors::Sampler;
using px::simulated::Fault;

namespace {

/// Started by a write; each sample is a pause of 10 ms and a read.
class Thermometer final : public Driver {
 public:
  Thermometer() : Driver(1) {}
  unsigned starts = 0;

 private:
  void run() override {
    switch (position()) {
      case 0:
        ++starts;
        buffer_[0] = 1;
        buffer_[1] = 0x60;
        transfer(buffer_.data(), 2, 0, 1);
        return;
      case 1:
        wait(10'000, 2);
        return;
      case 2:
        buffer_[0] = 0;
        transfer(buffer_.data(), 1, 2, 3);
        return;
      default:
        publish(0);
        return finish();
    }
  }

  std::array<std::uint8_t, 2> buffer_{};
};

class TheSampler : public testing::Test {
 protected:
  TheSampler() { bus_.attach(0x48, *part_); }

  /// Polls until a sample has ended; the time it took.
  std::uint32_t next_sample(Sampler& sampler, Driver& driver, std::uint8_t address = 0x48) {
    const px::Time start = now_;
    while (!sampler.poll(driver, line_, {address}, now_)) {
      now_ = now_ + px::Duration{1};
      if ((now_ - start).milliseconds > 200'000) {
        ADD_FAILURE() << "no sample ended";
        break;
      }
    }
    return (now_ - start).milliseconds;
  }

  std::unique_ptr<px::simulated::Part> part_ =
      px::simulated::make_part(R"({"kind": "reg16", "mem": {"0x00": "1900", "0x01": "00"}, "rw": ["0x01"]})");
  px::simulated::I2c bus_;
  Line line_{bus_};
  Thermometer driver_;
  Sampler sampler_{px::Duration::seconds(5)};
  px::Time now_{0xFFFFE000U};  // 8 s before the wrap
};

TEST_F(TheSampler, ReadsEverySoOftenAcrossTheWrap) {
  const px::Time start = now_;
  std::vector<std::uint32_t> ended;
  for (int count = 0; count < 4; ++count) {
    next_sample(sampler_, driver_);
    EXPECT_EQ(driver_.failure(), Failure::none);
    ended.push_back((now_ - start).milliseconds);
    now_ = now_ + px::Duration{1};
  }
  for (std::size_t at = 0; at < ended.size(); ++at) {
    EXPECT_GE(ended[at] - 5000 * at, 10U);  // the pause of the part
    EXPECT_LE(ended[at] - 5000 * at, 15U);
  }
  EXPECT_EQ(driver_.starts, 1U);
}

TEST_F(TheSampler, PausesLongerAfterEachFailureAndStartsThePartAnew) {
  bus_.detach(0x48);
  next_sample(sampler_, driver_);
  EXPECT_EQ(driver_.failure(), Failure::nack);
  EXPECT_FALSE(sampler_.up());
  std::vector<std::uint32_t> pauses;
  for (int count = 0; count < 9; ++count) {
    now_ = now_ + px::Duration{1};
    pauses.push_back(next_sample(sampler_, driver_) + 1);
  }
  EXPECT_EQ(pauses, (std::vector<std::uint32_t>{250, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000}));
  bus_.attach(0x48, *part_);
  now_ = now_ + px::Duration{1};
  next_sample(sampler_, driver_);
  EXPECT_TRUE(sampler_.up());
  EXPECT_EQ(driver_.starts, 11U);
}

TEST_F(TheSampler, GivesUpATransferThatNeverEnds) {
  bus_.inject(Fault::hang);
  EXPECT_GE(next_sample(sampler_, driver_), Line::patience.milliseconds);
  EXPECT_EQ(driver_.failure(), Failure::bus);
}

TEST_F(TheSampler, FreesALineThatIsHeldAtMostTwiceASecond) {
  bus_.inject(Fault::stuck, 3);
  const px::Time start = now_;
  while (!sampler_.up()) {
    next_sample(sampler_, driver_);
    now_ = now_ + px::Duration{1};
  }
  EXPECT_EQ(bus_.recoveries(), 3U);
  EXPECT_GE((now_ - start).milliseconds, 2 * Line::between_recoveries.milliseconds);
}

TEST_F(TheSampler, LetsOneSensorWaitForTheTransferOfAnother) {
  const auto second = px::simulated::make_part(R"({"kind": "reg16", "mem": {"0x00": "1A00"}})");
  bus_.attach(0x49, *second);
  bus_.set_delay(3);
  Thermometer other;
  Sampler other_sampler{px::Duration::seconds(5)};
  bool done = false;
  bool other_done = false;
  for (int poll = 0; poll < 100 && !(done && other_done); ++poll) {
    done |= sampler_.poll(driver_, line_, {0x48}, now_);
    other_done |= other_sampler.poll(other, line_, {0x49}, now_);
    now_ = now_ + px::Duration{1};
  }
  EXPECT_TRUE(done && other_done);
  EXPECT_EQ(driver_.failure(), Failure::none);
  EXPECT_EQ(other.failure(), Failure::none);
}

TEST_F(TheSampler, DoesOneTransferAPoll) {
  for (unsigned poll = 1; !sampler_.poll(driver_, line_, {0x48}, now_); ++poll) {
    EXPECT_LE(bus_.transfers(), poll);
    now_ = now_ + px::Duration{1};
  }
  EXPECT_EQ(bus_.transfers(), 2U);
}

}  // namespace
