#include <prometheus_express/ports/simulated_bus/bus.hpp>

#include "wire.hpp"

namespace px = prometheus_express;

struct OnePartWire::Inside {
  bool is_spi = false;
  std::uint8_t number = 0;
  px::simulated::Part& part;
  px::simulated::I2c i2c{};
  px::simulated::Spi spi{};

  px::simulated::Wire& wire() { return is_spi ? static_cast<px::simulated::Wire&>(spi) : i2c; }
};

OnePartWire::OnePartWire(bool spi, std::uint8_t number, px::simulated::Part& part)
    : inside_(new Inside{spi, number, part}) {
  attach();
}

OnePartWire::~OnePartWire() = default;

px::bus::Bus& OnePartWire::bus() {
  return inside_->is_spi ? static_cast<px::bus::Bus&>(inside_->spi) : inside_->i2c;
}

void OnePartWire::detach() { inside_->wire().detach(inside_->number); }
void OnePartWire::attach() { inside_->wire().attach(inside_->number, inside_->part); }
