// Counts failures of a piece of code, by status or, where the host has them, by exception.
//
//   auto failures = station.metrics.read_failures.count_failures();
//   return failures(read_sensor());        // a Status other than ok counts
#pragma once

#include <exception>

#include "prometheus_express/base/config.hpp"
#include "prometheus_express/base/status.hpp"
#include "prometheus_express/metrics/kept.hpp"

namespace prometheus_express {

/// `Counter` is a counter, which must outlive the scope, or a handle to one.
template <class Counter>
class FailureScope {
 public:
  explicit FailureScope(Counter& counter) : counter_(counter) {}
  FailureScope(const FailureScope&) = delete;
  FailureScope& operator=(const FailureScope&) = delete;

  /// Passes `status` on, and counts it unless it is ok.
  Status operator()(Status status) {
    if (status != Status::ok) {
      counter_.inc();
    }
    return status;
  }

  /// Counts an exception that leaves the scope.
  ~FailureScope() {
    if constexpr (has_exceptions) {
      if (std::uncaught_exceptions() > exceptions_) {
        counter_.inc();
      }
    }
  }

 private:
  static int exceptions_now() {
    if constexpr (has_exceptions) {
      return std::uncaught_exceptions();
    } else {
      return 0;
    }
  }

  Kept<Counter> counter_;
  int exceptions_ = exceptions_now();
};

}  // namespace prometheus_express
