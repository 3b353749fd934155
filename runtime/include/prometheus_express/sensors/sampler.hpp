// When a sensor is read: every so often; after a failure sooner, then with growing pauses, each time from
// power-up on, since a part that lost its power has lost its settings too.
//
//   if (sampler.poll(driver, line, target, now)) { …a sample has ended: see the driver… }
#pragma once

#include <cstdint>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/sensors/driver.hpp"
#include "prometheus_express/sensors/line.hpp"

namespace prometheus_express::sensors {

/// True once `at` has come: right across the clock's wrap, for moments less than 24.8 days away.
[[nodiscard]] constexpr bool has_come(Time at, Time now) {
  return static_cast<std::int32_t>(now.milliseconds - at.milliseconds) >= 0;
}

/// Milliseconds of a clock that counts whole ones after which at least `microseconds` have passed.
[[nodiscard]] constexpr Duration at_least(std::uint32_t microseconds) {
  return {microseconds / 1000 + (microseconds % 1000 != 0 ? 2U : 1U)};
}

class Sampler {
 public:
  /// `every` is at most 24 days.
  constexpr explicit Sampler(Duration every) : every_(every) {}

  /// Goes on as far as it can without waiting, with one transfer at most. True when a sample has ended.
  bool(poll)(Driver& driver, Line& line, const bus::Target& target, Time now);

  /// When to call `poll` again; a time that has passed while a transfer is under way.
  [[nodiscard]] Time next() const { return next_; }

  /// Whether the last sample that has ended gave a value.
  [[nodiscard]] bool up() const { return up_; }

  static constexpr Duration first_pause{250};
  static constexpr Duration longest_pause{30'000};  // or `every`, where that is longer

 private:
  void end(const Driver& driver, Time now);
  [[nodiscard]] Duration pause() const;

  Duration every_;
  Time next_{};
  Time due_{};
  bool started_ = false;
  bool running_ = false;
  bool waiting_ = false;
  bool up_ = false;
  std::uint8_t failures_ = 0;
};

}  // namespace prometheus_express::sensors
