#include "prometheus_express/host/sensor_news.hpp"

#include <cstdio>

namespace prometheus_express::host {
namespace {

std::string described(const char* name, const char* device, const bus::Target& target) {
  char where[24];
  const unsigned number = target.number;
  // Targets of I2C have no frequency of their own.
  (void)std::snprintf(where, sizeof where, target.frequency != 0 ? "chip select %u" : "0x%02X", number);
  return std::string("sensor ") + name + " (" + device + " at " + where + ") ";
}

}  // namespace

void print_news(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

const char* explanation(sensors::Failure failure) {
  using sensors::Failure;
  switch (failure) {
    case Failure::none:
      break;
    case Failure::nack:
      return "does not answer (nack): look at its power, its wires and its address";
    case Failure::wrong_id:
      return "is another part (wrong_id): look at `device` and `address` in the schema";
    case Failure::crc:
      return "arrives damaged (crc): try shorter wires, stronger pull-ups or a slower bus";
    case Failure::timeout:
      return "is never ready (timeout): take its power away for a moment; ask it less often";
    case Failure::no_data:
      return "has nothing to say (no_data): look at its power and its wires; ask it less often";
    case Failure::fault:
      return "reports a fault (fault): look at what is connected to it";
    case Failure::out_of_range:
      return "reports what it cannot measure (out_of_range): look at its wires and at what it measures";
    case Failure::bus:
      return "cannot be reached (bus): a line is held low, or the adapter is gone or may not be used";
  }
  return "";
}

void SensorNews::look(const Sensor& sensor, const sensors::Driver& driver, Time now) {
  if (told_.size() <= sensor.number) {
    told_.resize(sensor.number + 1);
  }
  if (driver.want() != sensors::Driver::Want::nothing) {
    return;  // in the middle of a sample
  }
  Told& told = told_[sensor.number];
  const bool failing = driver.published() == 0 && driver.failure() != sensors::Failure::none;
  if (failing && !told.failing && (!told.ever || now - told.at >= between_failures)) {
    told = {true, true, now};
    say_(described(sensor.name, sensor.device, sensor.target) + explanation(driver.failure()) +
         "; see `Reasons` in schema/devices/README.md");
  } else if (!failing && told.failing) {
    told.failing = false;
    say_(described(sensor.name, sensor.device, sensor.target) + "is back");
  }
}

}  // namespace prometheus_express::host
