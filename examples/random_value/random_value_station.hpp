// Metrics that change at random, once a second: enough to see that a board, its network and Prometheus work together.
//
//   RandomValueStation station;
//   station.poll(now, [] { return random_number(); });     // 32 random bits
#pragma once

#include <cstdint>
#include <prometheus_express/base/clock.hpp>

#include "random_value.hpp"

struct RandomValueStation {
  static constexpr prometheus_express::Duration interval = prometheus_express::Duration::seconds(1);

  random_value::Metrics metrics;

  /// Returns after how long to call it again; sooner does no harm.
  template <class Random>
  prometheus_express::Duration(poll)(prometheus_express::Time now, Random random) {
    if (!started || now - changed >= interval) {
      started = true;
      changed = now;
      metrics.random_value.set(up_to(5000, random()));
      metrics.random_steps.inc(up_to(50, random()));
    }
    return {interval.milliseconds - (now - changed).milliseconds};
  }

 private:
  /// Of 32 bits, the nearest to evenly that they can be.
  static constexpr std::uint32_t up_to(std::uint32_t largest, std::uint32_t bits) {
    return static_cast<std::uint32_t>(std::uint64_t{bits} * (largest + 1) >> 32U);
  }

  prometheus_express::Time changed{};
  bool started = false;
};
