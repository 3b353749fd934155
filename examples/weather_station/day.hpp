// Stands in for the sensors: weather that follows the hour, in the integers that the sensors' registers would give.
#pragma once

#include <cstdint>
#include <prometheus_express/base/clock.hpp>

class Day {
 public:
  /// The clock's start is six in the morning, when the night's cold ends.
  explicit constexpr Day(prometheus_express::Time now)
      : second_(static_cast<std::int32_t>(now.milliseconds / 1000U % day_seconds)) {}

  /// 12 to 24 degrees Celsius, in hundredths.
  [[nodiscard]] constexpr std::int32_t centidegrees() const { return 1200 + warmth() * 12 / 10; }

  /// 45 to 75 percent of relative humidity, in ten-thousandths of the ratio: dry when warm.
  [[nodiscard]] constexpr std::int32_t humidity() const { return 7500 - warmth() * 3; }

  /// 1010 to 1015 hPa, in tenths of a pascal.
  [[nodiscard]] constexpr std::int32_t decipascals() const { return 1015000 - warmth() * 5; }

  /// 80 to 100 kiloohms.
  [[nodiscard]] constexpr std::int32_t gas_ohms() const { return 80000 + warmth() * 20; }

 private:
  static constexpr std::int32_t day_seconds = 86400;

  /// From 0 in the morning to 1000 twelve hours later, and back.
  [[nodiscard]] constexpr std::int32_t warmth() const {
    const std::int32_t half = day_seconds / 2;
    const std::int32_t rising = second_ < half ? second_ : day_seconds - second_;
    return rising * 1000 / half;
  }

  std::int32_t second_;
};
