#include <prometheus_express/ports/simulated_bus/bus.hpp>

#include "wire.hpp"

namespace px = prometheus_express;

struct OnePartWire::Inside {
  bool is_spi = false;
  px::simulated::I2c i2c;
  px::simulated::Spi spi;
};

OnePartWire::OnePartWire(bool spi, std::uint8_t number, px::simulated::Part& part) : inside_(new Inside) {
  inside_->is_spi = spi;
  (spi ? static_cast<px::simulated::Wire&>(inside_->spi) : inside_->i2c).attach(number, part);
}

OnePartWire::~OnePartWire() = default;

px::bus::Bus& OnePartWire::bus() {
  return inside_->is_spi ? static_cast<px::bus::Bus&>(inside_->spi) : inside_->i2c;
}
