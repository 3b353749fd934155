#include "prometheus_express/metrics/histogram.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "prometheus_express/metrics/summary.hpp"

namespace prometheus_express {
namespace {

constexpr double seconds[] = {0.25, 1, 10};
constexpr double signed_bounds[] = {-1, 1};
constexpr std::uint32_t bytes[] = {64, 256, 1024};
constexpr Decimal<2> volts[] = {{50}, {330}};

using Counts = std::array<std::uint32_t, 4>;

TEST(Histogram, CountsAValueInTheFirstBucketWhoseBoundIsNotLess) {
  Histogram<seconds> histogram;
  for (const double value : {0.0, 0.25, 0.2500001, 1.0, 9.0, 10.0, 10.5}) {
    histogram.observe(value);
  }
  EXPECT_EQ(histogram.reading().cumulative, (Counts{2, 4, 6, 7}));
  EXPECT_DOUBLE_EQ(histogram.reading().sum, 0.0 + 0.25 + 0.2500001 + 1.0 + 9.0 + 10.0 + 10.5);
}

TEST(Histogram, CountsNaNAndInfinityInTheLastBucket) {
  Histogram<seconds> histogram;
  histogram.observe(std::numeric_limits<double>::quiet_NaN());
  histogram.observe(std::numeric_limits<double>::infinity());
  histogram.observe(-std::numeric_limits<double>::infinity());
  EXPECT_EQ(histogram.reading().cumulative, (Counts{1, 1, 1, 3}));
}

TEST(Histogram, WithANegativeBoundHasNoSumLine) {
  EXPECT_FALSE(HistogramCell<signed_bounds>::has_sum);
  EXPECT_EQ(HistogramCell<signed_bounds>::lines, 4U);  // three buckets and the count
  EXPECT_EQ(HistogramCell<seconds>::lines, 6U);
}

TEST(Histogram, OfIntegersAndDecimalsNeedsNoFloatingPoint) {
  Histogram<bytes> sizes;
  sizes.observe(64);
  sizes.observe(1514);
  EXPECT_EQ(sizes.reading().cumulative, (Counts{1, 1, 1, 2}));
  EXPECT_EQ(sizes.reading().sum, 1578U);
  Histogram<volts> voltages;
  voltages.observe_scaled(330);
  voltages.observe(3.304);
  voltages.observe(3.306);
  EXPECT_EQ(voltages.reading().cumulative, (std::array<std::uint32_t, 3>{0, 2, 3}));
  EXPECT_EQ(voltages.reading().sum.count, 330 + 330 + 331);
}

TEST(Histogram, ForgetsAtReset) {
  Histogram<seconds> histogram;
  histogram.observe(3);
  histogram.reset();
  EXPECT_EQ(histogram.reading().cumulative, Counts{});
  EXPECT_EQ(histogram.reading().sum, 0.0);
}

}  // namespace
}  // namespace prometheus_express
