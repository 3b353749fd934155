// A mild day, for the sensors of the examples to measure when there are none: what is where they stand, by the hour.
//
//   bench::Day day;                                 // options --hour and --pace
//   bme680.show(day.at(clock.now()));
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <prometheus_express/base/clock.hpp>
#include <prometheus_express/host/arguments.hpp>
#include <vector>

namespace bench {

/// What there is to be measured.
struct World {
  double celsius;
  double humidity;  // relative, 0 to 1
  double pascals;
  double gas_ohms;
  double lux;
  double co2_ppm;
  double tvoc_ppb;
  double voc_ticks;
  double moisture;  // of the soil, in a sensor's counts
  double volts;     // of a battery
  double amperes;   // drawn from it
  double oven_celsius;
  double teslas_x;
  double teslas_y;
  double teslas_z;
};

/// Coldest, dampest and darkest at four in the morning, and the opposite twelve hours later.
[[nodiscard]] inline World world_at(double hour) {
  const double warmth = (1 - std::cos(2 * std::numbers::pi * (hour - 4) / 24)) / 2;  // 0 to 1
  return {.celsius = 12 + 12 * warmth,
          .humidity = 0.75 - 0.3 * warmth,
          .pascals = 101500 - 500 * warmth,
          .gas_ohms = 80000 + 20000 * warmth,
          .lux = 10 + 20000 * warmth,
          .co2_ppm = 900 - 480 * warmth,
          .tvoc_ppb = 20 + 200 * warmth,
          .voc_ticks = 31000 - 3000 * warmth,
          .moisture = 700 - 300 * warmth,
          .volts = 3.6 - 0.6 * warmth,
          .amperes = 0.1 + 0.4 * warmth,
          .oven_celsius = 150 + 100 * warmth,
          .teslas_x = 20e-6,
          .teslas_y = -5e-6,
          .teslas_z = -40e-6 - 10e-6 * warmth};
}

class Day {
 public:
  /// What a program that shows the day can be told.
  [[nodiscard]] std::vector<prometheus_express::host::Option> options() {
    return {{"--hour", "N", "hour of the day to start with (6)", &hour_, 23},
            {"--pace", "N", "seconds of the simulated day in one of ours (60)", &pace_, 86400}};
  }

  /// The day starts at the first call, and repeats itself.
  [[nodiscard]] World at(prometheus_express::Time now) {
    passed_ += started_ ? (now - last_).milliseconds / 1000.0 * pace_ : 0;
    started_ = true;
    last_ = now;
    return world_at(std::fmod(hour_ + passed_ / 3600, 24));
  }

 private:
  std::uint32_t hour_ = 6;
  std::uint32_t pace_ = 60;
  double passed_ = 0;  // seconds of the day
  prometheus_express::Time last_{};
  bool started_ = false;
};

}  // namespace bench
