// One bus as several sensors share it: transfers follow each other, one that hangs is given up, and lines
// that are held are freed where the bus can.
#pragma once

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/sensors/driver.hpp"

namespace prometheus_express::sensors {

class Line {
 public:
  /// `bus` must outlive the line.
  constexpr explicit Line(bus::Bus& bus) : bus_(&bus) {}

  /// Goes on with the transfer that the driver wants. True when it has ended, and the driver was told how;
  /// false while it, or that of another driver, is under way.
  bool transfer(Driver& driver, const bus::Target& target, Time now);

  /// A transfer that takes longer is given up: 255 bytes at 10 kHz take 230 ms.
  static constexpr Duration patience{250};
  /// Held lines are freed at most so often.
  static constexpr Duration between_recoveries{500};

 private:
  bus::Outcome proceed(const Driver& driver, const bus::Target& target, Time now);
  void recover(Time now);

  bus::Bus* bus_;
  const Driver* owner_ = nullptr;
  Time started_{};
  Time recovered_{};
  bool has_recovered_ = false;
};

}  // namespace prometheus_express::sensors
