// Arm's PL022 as master of an SPI bus with one part, 8 bits at a time.
// Source: Arm PrimeCell Synchronous Serial Port (PL022) Technical Reference Manual (DDI 0194), chapter 3.
#pragma once

#include <cstdint>
#include <prometheus_express/bus/bus.hpp>
#include <span>

#include "registers.hpp"

class Pl022 final : public prometheus_express::bus::Spi {
 public:
  using Outcome = prometheus_express::bus::Outcome;
  using Target = prometheus_express::bus::Target;

  constexpr Pl022(std::uintptr_t base, std::uint32_t clock) : registers_(base), clock_(clock) {}

  /// Does the whole transfer. The part has the bus for itself; its chip select is the controller's frame signal.
  [[nodiscard]] Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in) override;

  /// From now on each transfer fails: the board has no part there, and a line that nobody drives reads as zeros.
  void leave_out() { has_part_ = false; }

 private:
  void set_up(const Target& target) const;

  static constexpr std::uint32_t control_0 = 0x00, control_1 = 0x04, data = 0x08, status = 0x0C,
                                 prescaler = 0x10;
  static constexpr std::uint32_t queue = 8;  // entries in each direction

  Registers registers_;
  std::uint32_t clock_;
  bool has_part_ = true;
};
