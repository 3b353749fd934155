// A SERCOM as a master of I2C, and its two pins, which the program moves itself when a part holds the bus.
// Source: SAM D5x/E5x Family Data Sheet (DS60001507), chapters 33 and 36; UM10204.
#pragma once

#include <cstdint>
#include <prometheus_express/bus/bus.hpp>
#include <span>

#include "clocks.hpp"
#include "pin.hpp"
#include "registers.hpp"
#include "timer.hpp"

class SercomI2c final : public prometheus_express::bus::I2c {
 public:
  using Outcome = prometheus_express::bus::Outcome;
  using Target = prometheus_express::bus::Target;

  /// A part may hold the clock for so long, at each byte.
  static constexpr std::uint32_t longest_stretch = 25;  // milliseconds

  /// `frequency`: 100 to 400 kHz. The pins' pads are 0 for data and 1 for the clock, of function `function`.
  constexpr SercomI2c(std::uintptr_t base, clocks::BusClock bus_clock, clocks::Channel channel, Pin data,
                      Pin clock, Pin::Function function, std::uint32_t frequency, const Timer& timer)
      : registers_(base),
        bus_clock_(bus_clock),
        channel_(channel),
        data_(data),
        clock_(clock),
        function_(function),
        frequency_(frequency),
        timer_(timer) {}

  /// Once, when the clocks and the timer run.
  void start();

  /// Does the whole transfer: at 400 kHz a byte takes 23 us. `stuck` where a line is held before it.
  [[nodiscard]] Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in) override;

  /// Up to nine clocks and a stop (UM10204, 3.1.16), then the SERCOM from its reset on.
  [[nodiscard]] bool recover() override;

 private:
  [[nodiscard]] bool set_up();
  [[nodiscard]] Outcome transfer(std::uint8_t address, std::span<const std::uint8_t> out,
                                 std::span<std::uint8_t> in);
  [[nodiscard]] Outcome write_all(std::uint8_t address, std::span<const std::uint8_t> out);
  [[nodiscard]] Outcome read_all(std::uint8_t address, std::span<std::uint8_t> in);
  [[nodiscard]] Outcome wait();
  [[nodiscard]] bool command(std::uint32_t bits);
  [[nodiscard]] Outcome end(Outcome outcome, std::uint32_t acknowledgement);
  void half_a_bit() const;

  Registers registers_;
  clocks::BusClock bus_clock_;
  clocks::Channel channel_;
  Pin data_;
  Pin clock_;
  Pin::Function function_;
  std::uint32_t frequency_;
  const Timer& timer_;
  bool is_ready_ = false;
};
