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

constinit Nobody<px::bus::I2c> i2c;
constinit Nobody<px::bus::Spi> spi;

// A part on SPI has that bus for itself, as the one that all firmware has is on I2C.
template <class Sensors>
constexpr Sensors on_buses() {
  if constexpr (std::is_constructible_v<Sensors, px::bus::I2c&, px::bus::Spi&>) {
    return Sensors{i2c, spi};
  } else {
    return Sensors{i2c};
  }
}

constinit sensor_size::Metrics metrics;
constinit auto sensors = on_buses<sensor_size::Sensors>();

}  // namespace

int main() {
  for (std::uint32_t milliseconds = 0; milliseconds < 1000;) {
    milliseconds += sensors.poll(metrics, {milliseconds}).milliseconds;
  }
  return 0;
}
