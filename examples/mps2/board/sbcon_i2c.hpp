// Arm's SBCon: two wires of an I2C bus that the program moves itself.
// Source: Arm Application Note AN385, "I2C": offset 0 sets lines and reads them, offset 4 clears them.
#pragma once

#include <cstdint>
#include <prometheus_express/bus/bus.hpp>
#include <span>

#include "registers.hpp"

class SbconI2c final : public prometheus_express::bus::I2c {
 public:
  using Outcome = prometheus_express::bus::Outcome;
  using Target = prometheus_express::bus::Target;

  /// `half_period`: turns of an empty loop between two edges; what the processor does in between is added to it.
  constexpr SbconI2c(std::uintptr_t base, std::uint32_t half_period)
      : registers_(base), half_period_(half_period) {}

  /// Does the whole transfer: at 100 kHz a byte takes 90 us.
  [[nodiscard]] Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in) override;

  /// Up to nine clocks and a stop (UM10204, 3.1.16).
  [[nodiscard]] bool recover() override;

 private:
  [[nodiscard]] Outcome transfer(std::uint8_t address, std::span<const std::uint8_t> out,
                                 std::span<std::uint8_t> in);
  bool start();
  void stop();
  bool write(std::uint8_t byte);
  std::uint8_t read(bool last);
  void put_bit(bool one);
  bool get_bit();
  void set_clock(bool high) { set(clock, high); }
  void set_data(bool high) { set(data, high); }
  void set(std::uint32_t line, bool high);
  [[nodiscard]] bool data_is_high() const { return (registers_.read(lines) & data) != 0; }

  static constexpr std::uint32_t lines = 0x00, clear = 0x04;
  static constexpr std::uint32_t clock = 1U << 0U, data = 1U << 1U;

  Registers registers_;
  std::uint32_t half_period_;
};
