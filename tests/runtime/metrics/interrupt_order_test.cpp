// An interrupt that comes wherever it can, before and behind each masked section, finds nothing half done.
#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/gauge.hpp"
#include "prometheus_express/metrics/open_family.hpp"

namespace prometheus_express {
namespace {

class Interrupting {
 public:
  Interrupting() {
    interrupt();
    ++depth_;
  }
  ~Interrupting() {
    --depth_;
    interrupt();
  }

  /// What happens in the interrupt. Null: there is none.
  static inline void (*handler)() = nullptr;

 private:
  static void interrupt() {
    if (depth_ == 0 && handler != nullptr) {
      ++depth_;  // none while this one lasts
      handler();
      --depth_;
    }
  }

  static inline int depth_ = 0;
};

using Access = InterruptMasked<Interrupting>;

/// Has the interrupt come while `section` runs.
template <class Section>
void interrupted(void (*handler)(), Section section) {
  Interrupting::handler = handler;
  section();
  Interrupting::handler = nullptr;
}

Gauge<std::int32_t, Initial::absent, Access> level;
unsigned looks;
unsigned seen;
unsigned half_done;

void look() {
  ++looks;
  if (level.present()) {
    ++seen;
    half_done += level.value() == 42 ? 0U : 1U;
  }
}

class AbsentGauge : public testing::Test {
 protected:
  AbsentGauge() { level.reset(), looks = seen = half_done = 0; }
  ~AbsentGauge() override {
    EXPECT_GT(looks, 2U);
    EXPECT_GT(seen, 0U);
    EXPECT_EQ(half_done, 0U) << "it is on the page with a value that nobody gave it";
  }
};

TEST_F(AbsentGauge, IsPresentOnceItsValueIsStored) {
  interrupted(look, [] { level.set(42); });
}

TEST_F(AbsentGauge, IsPresentOnceItsSumIsStored) {
  interrupted(look, [] { level.inc(42); });
}

TEST_F(AbsentGauge, IsPresentOnceItsDifferenceIsStored) {
  interrupted(look, [] { level.dec(-42); });
}

TEST_F(AbsentGauge, LeavesThePageBeforeItsValueIsForgotten) {
  level.set(42);
  interrupted(look, [] { level.reset(); });
}

Gauge<Decimal<2>, Initial::zero, Access, Tallied<Access>> pressure;
std::uint32_t attempts;

void refuse() {
  ++attempts;
  pressure.set(1e300);
}

TEST(Refusals, AreCountedAlsoWhereAnInterruptHasOneOfItsOwn) {
  attempts = 0;
  interrupted(refuse, [] {
    pressure.set(1e300);
    pressure.inc(std::numeric_limits<double>::quiet_NaN());
  });
  EXPECT_GE(attempts, 4U) << "each count is a masked section, before and behind which an interrupt may come";
  EXPECT_EQ(pressure.refused(Refusal::out_of_range), attempts + 2);
  EXPECT_EQ(pressure.value().count, 0);
}

template <WhenFull when_full>
struct Peers {
  using Family =
      OpenFamily<Counter<std::uint32_t, Initial::zero, Access>, 1, when_full, Access, OpenLabel<8>>;
  static inline Family family;
  static inline OpenHandle<Family> handle;  // the interrupt's

  static void count() { handle.inc(); }
  static std::uint32_t value_of_a_new_series() { return family.labels("next").value(); }
};

TEST(OpenSeries, IsGoneForAnInterruptBeforeItsCellsAreReset) {
  using P = Peers<WhenFull::drop>;
  P::handle = P::family.labels("first");
  interrupted(P::count, [] { EXPECT_TRUE(P::family.remove("first")); });
  EXPECT_FALSE(P::handle.valid());
  EXPECT_EQ(P::value_of_a_new_series(), 0U) << "of updates of the one before it";
  P::family.clear();

  P::handle = P::family.labels("first");
  interrupted(P::count, [] { P::family.clear(); });
  EXPECT_EQ(P::value_of_a_new_series(), 0U);
}

TEST(OpenSeries, ThatIsEvictedLeavesNothingOfAnInterruptToTheNext) {
  using P = Peers<WhenFull::evict>;
  P::handle = P::family.labels("first");
  interrupted(P::count, [] { EXPECT_EQ(P::value_of_a_new_series(), 0U); });
  EXPECT_EQ(P::value_of_a_new_series(), 0U);
}

}  // namespace
}  // namespace prometheus_express
