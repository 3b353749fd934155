// The places of sensors on the bench of sensor_week, and the parts that stand in them one after another.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <prometheus_express/ports/simulated_bus/bus.hpp>
#include <string>
#include <utility>
#include <vector>

#include "library.hpp"

// By the name of the channel, as in `voltage_volts{channel="2"}`.
using Values = std::map<std::string, double>;
constexpr std::uint64_t never = ~std::uint64_t{0};

struct State {
  std::unique_ptr<prometheus_express::simulated::Part> part;
  Values means;
  nlohmann::json config;
};

/// A sensor with the parts that stand in its place one after another.
struct Place {
  std::string name;
  library::Sensor sensor{};
  std::uint8_t number = 0;
  prometheus_express::simulated::Wire* wire = nullptr;
  bool has_checksum = false;
  std::function<void(const nlohmann::json&)> configure;
  std::function<Values()> published;
  std::vector<State> states;
  std::size_t state = 0;
  std::uint64_t back = never;                                      // when the next of them is plugged in
  std::map<std::string, std::pair<double, std::uint64_t>> good{};  // the last values, and when
  std::uint32_t reads = 0;
  std::uint32_t errors = 0;
  std::uint32_t goods = 0;
  std::uint32_t replaced = 0;
  std::uint64_t age = 0;  // the largest on the page
};

/// What a driver has published in its last sample.
template <class Driver>
Values values_of(const Driver& driver) {
  Values values;
  for (std::uint8_t number = 0; number < Driver::channels.size(); ++number) {
    if ((driver.published() >> number & 1U) != 0) {
      const prometheus_express::sensors::Channel& channel = Driver::channels[number];
      const std::string label = channel.label.empty() ? ""
                                                      : "{" + std::string(channel.label) + "=\"" +
                                                            std::string(channel.label_value) + "\"}";
      values[std::string(channel.name) + label] = driver.readings().template value<double>(number);
    }
  }
  return values;
}
