#include "sensor_size.hpp"

namespace {

namespace px = prometheus_express;

template <class Interface>
struct Nobody final : Interface {
  px::bus::Outcome begin(const px::bus::Target&, std::span<const std::uint8_t>,
                         std::span<std::uint8_t>) override {
    return px::bus::Outcome::nack;
  }
};

using Bus = std::conditional_t<std::is_constructible_v<sensor_size::Sensors, px::bus::I2c&>, px::bus::I2c,
                               px::bus::Spi>;

constinit Nobody<Bus> bus;
constinit sensor_size::Metrics metrics;
constinit sensor_size::Sensors sensors{bus};
volatile std::uint32_t milliseconds;

}  // namespace

int main() {
  while (milliseconds < 1000) {
    milliseconds = sensors.poll(metrics, {milliseconds}).milliseconds;
  }
  return 0;
}
