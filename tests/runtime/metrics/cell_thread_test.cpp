#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <thread>
#include <vector>

#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/gauge.hpp"
#include "prometheus_express/metrics/open_family.hpp"

namespace prometheus_express {
namespace {

template <class Update>
void in_threads(int threads, int times, Update update) {
  std::vector<std::thread> workers;
  for (int i = 0; i < threads; ++i) {
    workers.emplace_back([&update, times] {
      for (int n = 0; n < times; ++n) {
        update();
      }
    });
  }
  for (std::thread& worker : workers) {
    worker.join();
  }
}

template <class Metric>
void increment_from_threads(Metric& metric, int threads, int increments) {
  in_threads(threads, increments, [&metric] { metric.inc(); });
}

TEST(Access, AtomicCountersLoseNoIncrementOfAnyThread) {
  Counter<std::uint64_t, Initial::zero, Atomic> whole;
  increment_from_threads(whole, 4, 50000);
  EXPECT_EQ(whole.value(), 200000U);
  Gauge<double, Initial::zero, Atomic> real;
  increment_from_threads(real, 4, 50000);
  EXPECT_EQ(real.value(), 200000.0);
  Gauge<Decimal<2>, Initial::zero, Atomic> decimal;
  increment_from_threads(decimal, 4, 50000);
  EXPECT_EQ(decimal.value().count, 20000000);
}

TEST(Access, AtomicCountsLoseNoRefusalOfAnyThread) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  Counter<Decimal<2>, Initial::zero, Atomic, Tallied<Atomic>> total;
  OpenFamily<Gauge<Decimal<2>, Initial::zero, Atomic, Tallied<Atomic>>, 1, WhenFull::drop, Atomic,
             OpenLabel<4>>
      peers;
  in_threads(4, 20000, [&] {
    total.inc(nan);
    total.inc(1e300);
    total.inc();
    peers.labels("a").set(nan);
    peers.labels("too long").set(1);
    peers.labels("b").set(1);
  });
  EXPECT_EQ(total.value().count, 8000000);
  EXPECT_EQ(total.refused(Refusal::not_increasing), 80000U);
  EXPECT_EQ(total.refused(Refusal::out_of_range), 80000U);
  EXPECT_EQ(peers.refused(Refusal::out_of_range), 80000U);
  EXPECT_EQ(peers.refused(Refusal::label_too_long), 80000U);
  EXPECT_EQ(peers.refused(Refusal::family_full), 80000U);
}

}  // namespace
}  // namespace prometheus_express
