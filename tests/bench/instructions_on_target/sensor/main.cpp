// One sample of a tmp105, from the moment when it is due until its metrics are set, without what the bus itself does.
#include <algorithm>
#include <cstdio>

#include "instruction_counter.hpp"
#include "report.hpp"
#include "sensor.hpp"

namespace prometheus_express::bench {
namespace {

// A part that reads 24.75 degrees, on a bus that counts what it does itself, but for the call and the return.
class Bus final : public bus::I2c {
 public:
  bus::Outcome begin(const bus::Target&, std::span<const std::uint8_t>, std::span<std::uint8_t> in) override {
    const std::uint32_t before = target::detail::timer.value;
    if (in.size() == 2) {
      in[0] = 0x18;
      in[1] = 0xC0;
    }
    ticks += before - target::detail::timer.value;
    return bus::Outcome::ok;
  }

  std::uint32_t ticks = 0;
};

struct Attic {
  sensor::Metrics metrics;
};
constinit Attic attic;
constinit Bus i2c;
constinit sensor::Sensors sensors{i2c};
Time now{};
unsigned polls = 0;

// A program that sleeps as long as `poll` says.
void read_once() {
  const std::uint32_t reads = attic.metrics.sensor_reads.labels(sensor::Sensor::attic).value();
  do {
    now = now + sensors.poll(attic.metrics, now);
    ++polls;
  } while (attic.metrics.sensor_reads.labels(sensor::Sensor::attic).value() == reads);
}

void measure() {
  read_once();
  read_once();  // the first ones find a part that has not been set up
  i2c.ticks = 0;
  polls = 0;
  const std::uint32_t all = target::count_instructions([] { read_once(); });
  print("tmp105_read", all - target::detail::rounded_instructions(i2c.ticks));
  print("tmp105_polls", polls);
}

}  // namespace
}  // namespace prometheus_express::bench

int main() {
  using namespace prometheus_express::bench;
  const int status = run(measure);
  const bool right = attic.metrics.temperature.value() == prometheus_express::Decimal<4>::scaled(247500);
  return status != 0 || right ? status : 1;
}
