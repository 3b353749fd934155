// The chip that the station drives: one at the other end of a byte stream, or a simulated one in this program.
#pragma once

#include <unistd.h>

#include <prometheus_express/host.hpp>
#include <prometheus_express/ports/simulated_w5500/chip.hpp>
#include <prometheus_express/ports/spi_socket/controller.hpp>
#include <prometheus_express/ports/w5500/pins.hpp>
#include <string>
#include <utility>

/// A bus with a chip, and the chip's two lines beside it.
class ConnectedChip : public prometheus_express::w5500::Pins {
 public:
  virtual ~ConnectedChip() = default;

  [[nodiscard]] virtual prometheus_express::bus::SpiInPieces& spi() = 0;
  /// Lets so much time pass, less when the chip has something to say.
  virtual void wait(prometheus_express::Duration longest) = 0;
  /// Why the chip cannot be reached; empty when it can.
  [[nodiscard]] virtual const std::string& error() const = 0;
};

class RemoteChip final : public ConnectedChip {
 public:
  explicit RemoteChip(prometheus_express::spi_socket::Place place) : controller_(std::move(place)) {}

  bool drive_reset(bool low) override { return controller_.set_reset_pin(!low); }
  bool is_interrupted() override { return controller_.interrupts(); }
  prometheus_express::bus::SpiInPieces& spi() override { return controller_; }
  void wait(prometheus_express::Duration longest) override {
    if (!controller_.interrupts(longest) && !controller_.error().empty()) {
      ::usleep(longest.milliseconds * 1000);  // nobody is there to wait for
    }
  }
  const std::string& error() const override { return controller_.error(); }

 private:
  prometheus_express::spi_socket::Controller controller_;
};

/// Its port `chip_port` is `host_port` of 127.0.0.1.
class SimulatedChip final : public ConnectedChip {
 public:
  SimulatedChip(std::uint16_t chip_port, std::uint16_t host_port)
      : chip_({.ports = {{chip_port, host_port}}}), chip_port_(chip_port) {}

  bool drive_reset(bool low) override {
    chip_.set_reset_pin(!low);
    return true;
  }
  bool is_interrupted() override { return chip_.interrupts(); }
  prometheus_express::bus::SpiInPieces& spi() override { return chip_; }
  void wait(prometheus_express::Duration longest) override {
    constexpr unsigned look = 100;  // microseconds between two looks at the network
    for (unsigned left = longest.milliseconds * 1000 / look; left != 0 && !chip_.interrupts(); --left) {
      ::usleep(look);
      chip_.run();
    }
  }
  const std::string& error() const override { return none_; }

  [[nodiscard]] std::uint16_t port() const { return chip_.host_port(chip_port_); }

 private:
  prometheus_express::simulated_w5500::Chip chip_;
  std::uint16_t chip_port_;
  std::string none_;
};
