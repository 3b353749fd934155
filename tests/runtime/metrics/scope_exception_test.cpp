#include <gtest/gtest.h>

#include <stdexcept>

#include "prometheus_express/metrics/counter.hpp"

namespace prometheus_express {
namespace {

TEST(FailureScope, CountsExceptionsThatLeaveIt) {
  Counter<std::uint32_t> counter;
  try {
    auto failures = counter.count_failures();
    throw std::runtime_error("broken");
  } catch (const std::runtime_error&) {
  }
  try {
    throw std::runtime_error("outside");
  } catch (const std::runtime_error&) {
    auto failures = counter.count_failures();  // nothing leaves this one
  }
  EXPECT_EQ(counter.value(), 1U);
}

}  // namespace
}  // namespace prometheus_express
