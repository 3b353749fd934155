// A SERCOM as a master of SPI with one part. Bytes are moved by the processor: at 12 MHz, one takes 80 of its cycles.
// Source: SAM D5x/E5x Family Data Sheet (DS60001507), chapters 33 and 35.
#pragma once

#include <cstdint>
#include <prometheus_express/bus/bus.hpp>
#include <span>

#include "clocks.hpp"
#include "pin.hpp"
#include "registers.hpp"

class SercomSpi final : public prometheus_express::bus::SpiInPieces {
 public:
  using Outcome = prometheus_express::bus::Outcome;
  using Target = prometheus_express::bus::Target;

  /// Which of the SERCOM's pads are what: DOPO and DIPO of CTRLA, 35.8.1.
  struct Pads {
    std::uint8_t output;
    std::uint8_t input;
  };

  constexpr SercomSpi(std::uintptr_t base, clocks::BusClock bus_clock, clocks::Channel channel, Pads pads,
                      Pin select)
      : registers_(base), bus_clock_(bus_clock), channel_(channel), pads_(pads), select_(select) {}

  /// Once, when the clocks run; the chip select is high from here on. Pins are given to the SERCOM by the board, behind this.
  void start();

  /// Both do the whole transfer: `ok`, or `failed` when the SERCOM does not do its part.
  [[nodiscard]] Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in) override {
    return begin_pieces(target, {}, out, in);
  }
  [[nodiscard]] Outcome begin_pieces(const Target& target, std::span<const std::uint8_t> head,
                                     std::span<const std::uint8_t> out, std::span<std::uint8_t> in) override;

 private:
  [[nodiscard]] bool set_up(const Target& target);
  [[nodiscard]] bool move(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) const;

  Registers registers_;
  clocks::BusClock bus_clock_;
  clocks::Channel channel_;
  Pads pads_;
  Pin select_;
  std::uint32_t frequency_ = 0;  // as it is set up; 0: it is not
  std::uint8_t mode_ = 0;
};
