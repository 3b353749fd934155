// A bus with one part: simulated_wire.cpp has it in the program, linux_wire.cpp behind the device files of Linux.
#pragma once

#include <cstdint>
#include <memory>
#include <prometheus_express/bus/bus.hpp>
#include <prometheus_express/ports/simulated_bus/part.hpp>

class OnePartWire {
 public:
  /// `number`: the address, or the chip select. `part` must outlive the wire.
  OnePartWire(bool spi, std::uint8_t number, prometheus_express::simulated::Part& part);
  ~OnePartWire();

  [[nodiscard]] prometheus_express::bus::Bus& bus();

  /// Takes the part off the wire, and puts it back.
  void detach();
  void attach();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};
