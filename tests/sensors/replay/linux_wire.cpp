#include <prometheus_express/ports/linux_i2c/adapter.hpp>
#include <prometheus_express/ports/linux_spi/controller.hpp>
#include <string>

#include "kernel.hpp"
#include "wire.hpp"

namespace px = prometheus_express;

struct OnePartWire::Inside {
  bool is_spi = false;
  simulated_kernel::Kernel kernel;
  px::linux_i2c::Adapter i2c{"/dev/i2c-1"};
  px::linux_spi::Controller spi{"/dev/spidev0"};
};

OnePartWire::OnePartWire(bool spi, std::uint8_t number, px::simulated::Part& part) : inside_(new Inside) {
  inside_->is_spi = spi;
  if (spi) {
    auto& device = inside_->kernel.add_spi("/dev/spidev0." + std::to_string(number));
    device.part = &part;
    device.max_frequency = 10'000'000;
  } else {
    inside_->kernel.add_i2c("/dev/i2c-1").bus.attach(number, part);
  }
}

OnePartWire::~OnePartWire() = default;

px::bus::Bus& OnePartWire::bus() {
  return inside_->is_spi ? static_cast<px::bus::Bus&>(inside_->spi) : inside_->i2c;
}
