#pragma once

#include "weather.hpp"

// The weather station with a value in each of its 18 lines.
namespace prometheus_express::bench {

struct Station {
  weather::Metrics metrics;

  void set_values();
};

}  // namespace prometheus_express::bench
