// Two sensors on the I2C bus of a Linux board, read and served by one loop: see README.md beside this file.
#include <prometheus_express/host.hpp>
#include <prometheus_express/ports/linux_i2c/adapter.hpp>

#include "two_sensors.hpp"

namespace px = prometheus_express;

struct House {
  two_sensors::Metrics metrics;
};
constinit House house;

int main(int argc, char** argv) {
  px::linux_i2c::Adapter i2c1{"/dev/i2c-1"};
  two_sensors::Sensors sensors{i2c1};
  auto read_sensors = px::host::read_sensors(sensors, house.metrics);
  auto poll = [&](px::Time now) {
    const px::Duration pause = read_sensors(now);
    if (const char* news = i2c1.news()) {
      px::host::complain("two_sensors", news);
    }
    return pause;
  };
  return px::host::serve(two_sensors::site(house), argc, argv, {.poll = poll});
}
