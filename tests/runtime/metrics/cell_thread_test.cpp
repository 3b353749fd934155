#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/counter.hpp"
#include "prometheus_express/metrics/gauge.hpp"

namespace prometheus_express {
namespace {

template <class Metric>
void increment_from_threads(Metric& metric, int threads, int increments) {
  std::vector<std::thread> workers;
  for (int i = 0; i < threads; ++i) {
    workers.emplace_back([&metric, increments] {
      for (int n = 0; n < increments; ++n) {
        metric.inc();
      }
    });
  }
  for (std::thread& worker : workers) {
    worker.join();
  }
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

}  // namespace
}  // namespace prometheus_express
