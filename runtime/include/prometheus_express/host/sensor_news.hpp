// Says on a program's standard error when a sensor gives no value, why, and what to do; and when it is back.
//
//   return host::serve(site, argc, argv, {.poll = host::read_sensors(sensors, station.metrics)});
//
// or, in a function or a loop of one's own,
//
//   host::SensorNews news;
//   …after each poll of the sensors:
//   news.look(sensors, now);
#pragma once

#include <cstddef>
#include <functional>
#include <prometheus_express/host/host_linked.hpp>
#include <string>
#include <utility>
#include <vector>

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/sensors/driver.hpp"
#include "prometheus_express/sensors/failure.hpp"

namespace prometheus_express::host {

/// Prints the line on standard error.
void print_news(const std::string& line);

/// What a reader of the terminal is told of a failure: `does not answer (nack): look at …`.
[[nodiscard]] const char* explanation(sensors::Failure failure);

class SensorNews {
 public:
  using Say = std::function<void(const std::string& line)>;

  /// How soon the next failure of a sensor that came back is told: one that fails now and then does not fill the terminal.
  static constexpr Duration between_failures = Duration::seconds(600);

  explicit SensorNews(Say say = print_news) : say_(std::move(say)) {}

  /// To be called after each poll of `sensors`, the object of a schema, which is the same at every call.
  template <class Sensors>
  void look(Sensors& sensors, Time now) {
    std::size_t number = 0;
    sensors.for_each([this, now, &number](const char* name, const char* device, const sensors::Driver& driver,
                                          const bus::Target& target) {
      look({number++, name, device, target}, driver, now);
    });
  }

 private:
  struct Sensor {
    std::size_t number;
    const char* name;
    const char* device;
    const bus::Target& target;
  };
  struct Told {
    bool failing = false;  // and nothing since
    bool ever = false;
    Time at{};
  };

  void look(const Sensor& sensor, const sensors::Driver& driver, Time now);

  Say say_;
  std::vector<Told> told_;  // by the number of the sensor
};

/// Polls the sensors and says what is new of them, for Program::poll. Both must outlive what it returns.
template <class Sensors, class Metrics>
[[nodiscard]] std::function<Duration(Time)> read_sensors(Sensors& sensors, Metrics& metrics) {
  return [&sensors, &metrics, news = SensorNews()](Time now) mutable {
    const Duration pause = (sensors.poll)(metrics, now);
    news.look(sensors, now);
    return pause;
  };
}

}  // namespace prometheus_express::host
