#include <prometheus_express/ports/linux_i2c/adapter.hpp>
#include <prometheus_express/ports/linux_spi/controller.hpp>
#include <string>

#include "kernel.hpp"
#include "wire.hpp"

namespace px = prometheus_express;

struct OnePartWire::Inside {
  bool is_spi = false;
  std::uint8_t number = 0;
  px::simulated::Part& part;
  simulated_kernel::Kernel kernel{};
  px::linux_i2c::Adapter i2c{"/dev/i2c-1"};
  px::linux_spi::Controller spi{"/dev/spidev0"};
  simulated_kernel::SpiDevice* spi_device = nullptr;
  simulated_kernel::I2cAdapter* i2c_adapter = nullptr;
};

OnePartWire::OnePartWire(bool spi, std::uint8_t number, px::simulated::Part& part)
    : inside_(new Inside{spi, number, part}) {
  if (spi) {
    inside_->spi_device = &inside_->kernel.add_spi("/dev/spidev0." + std::to_string(number));
    inside_->spi_device->max_frequency = 10'000'000;
  } else {
    inside_->i2c_adapter = &inside_->kernel.add_i2c("/dev/i2c-1");
  }
  attach();
}

OnePartWire::~OnePartWire() = default;

px::bus::Bus& OnePartWire::bus() {
  return inside_->is_spi ? static_cast<px::bus::Bus&>(inside_->spi) : inside_->i2c;
}

void OnePartWire::detach() {
  if (inside_->is_spi) {
    inside_->spi_device->part = nullptr;
  } else {
    inside_->i2c_adapter->bus.detach(inside_->number);
  }
}

void OnePartWire::attach() {
  if (inside_->is_spi) {
    inside_->spi_device->part = &inside_->part;
  } else {
    inside_->i2c_adapter->bus.attach(inside_->number, inside_->part);
  }
}
