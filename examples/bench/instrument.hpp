// A part of the library without the part: it answers on a simulated bus as the real one would, and measures a simulated world.
//
//   bench::Instrument bme680("bosch/bme680");
//   bus.attach(0x77, bme680.part());
//   bme680.show(world);
#pragma once

#include <memory>
#include <prometheus_express/ports/simulated_bus/part.hpp>
#include <string_view>

#include "day.hpp"

namespace bench {

using prometheus_express::simulated::Part;

/// How a part is simulated: its registers as they are at power-up, and what it makes of the world. With its default settings.
struct Model {
  std::string_view device;  // as in schemas, with ` spi` behind it where the part is another one there
  std::string_view json;    // see make_part
  void (*show)(Part& part, const World& world);
};

class Instrument {
 public:
  /// Throws std::invalid_argument where there is no model of the device.
  explicit Instrument(std::string_view device);

  [[nodiscard]] Part& part() { return *part_; }

  /// What it reads as from now on.
  void show(const World& world) { model_->show(*part_, world); }

 private:
  const Model* model_;
  std::unique_ptr<Part> part_;
};

}  // namespace bench
