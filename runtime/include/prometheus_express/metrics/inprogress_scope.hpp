// Holds a gauge one higher while a piece of code runs.
//
//   auto progress = station.metrics.transfers.track_inprogress();
#pragma once

#include "prometheus_express/metrics/kept.hpp"

namespace prometheus_express {

/// `Gauge` is a gauge, which must outlive the scope, or a handle to one.
template <class Gauge>
class InprogressScope {
 public:
  explicit InprogressScope(Gauge& gauge) : gauge_(gauge) { gauge_.inc(); }
  InprogressScope(const InprogressScope&) = delete;
  InprogressScope& operator=(const InprogressScope&) = delete;
  ~InprogressScope() { gauge_.dec(); }

 private:
  Kept<Gauge> gauge_;
};

}  // namespace prometheus_express
