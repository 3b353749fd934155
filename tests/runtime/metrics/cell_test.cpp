#include "prometheus_express/metrics/cell.hpp"

#include <gtest/gtest.h>

#include "prometheus_express/metrics/counter.hpp"

namespace prometheus_express {
namespace {

struct CountingGuard {
  static inline int depth = 0;
  static inline int sections = 0;
  CountingGuard() { ++depth, ++sections; }
  ~CountingGuard() { --depth; }
};

TEST(Access, MasksInterruptsOnceForEachUpdateAndRead) {
  CountingGuard::sections = 0;
  Counter<std::uint64_t, Initial::zero, InterruptMasked<CountingGuard>> counter;
  counter.inc();
  EXPECT_EQ(CountingGuard::sections, 1);
  EXPECT_EQ(counter.value(), 1U);
  EXPECT_EQ(CountingGuard::sections, 2);
  EXPECT_EQ(CountingGuard::depth, 0);
}

}  // namespace
}  // namespace prometheus_express
