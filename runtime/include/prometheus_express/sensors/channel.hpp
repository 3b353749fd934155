// What a channel of a driver is called: for programs that list all of them, whatever the part.
#pragma once

#include <string_view>

namespace prometheus_express::sensors {

struct Channel {
  std::string_view name;         // kind and unit, such as `temperature_celsius`
  std::string_view label;        // the label's name, empty where there is one channel of this kind
  std::string_view label_value;  // such as `internal`
};

}  // namespace prometheus_express::sensors
