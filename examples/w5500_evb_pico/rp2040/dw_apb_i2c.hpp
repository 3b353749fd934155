// Synopsys' DW_apb_i2c, the RP2040's I2C, as a master that does not wait: it is asked how a transfer fares. Lines that a part
// holds are freed by the program, which takes both pins from the controller for that.
// Source: RP2040 Datasheet, section 4.3.
//
//   DwApbI2c i2c0{0x40044000, resets::i2c0, Pin{4}, Pin{5}, clocks::system, 400'000, timer};
#pragma once

#include <cstdint>
#include <prometheus_express/bus/bus.hpp>
#include <span>

#include "pins.hpp"
#include "registers.hpp"
#include "timer.hpp"

class DwApbI2c final : public prometheus_express::bus::I2c {
 public:
  using Outcome = prometheus_express::bus::Outcome;
  using Target = prometheus_express::bus::Target;

  /// `block`: its bit in RESETS. `frequency` in hertz, up to 400,000.
  constexpr DwApbI2c(std::uintptr_t base, std::uint32_t block, Pin data_pin, Pin clock_pin,
                     std::uint32_t clock, std::uint32_t frequency, const Timer& timer)
      : registers_(base),
        block_(block),
        data_pin_(data_pin),
        clock_pin_(clock_pin),
        clock_(clock),
        frequency_(frequency),
        timer_(timer) {}

  /// Once, when clocks and pads are ready.
  void start() const;

  /// `failed`, too, where neither a byte is written nor one is read: this controller cannot.
  [[nodiscard]] Outcome begin(const Target& target, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in) override;
  [[nodiscard]] Outcome(poll)() override;

  /// The controller starts anew: what is under way leaves no trace in it.
  void cancel() override;

  /// Up to nine clocks and a stop (UM10204, 3.1.16): 0.1 ms.
  [[nodiscard]] bool recover() override;

 private:
  void set_up() const;
  [[nodiscard]] bool is_free() const { return data_pin_.is_high() && clock_pin_.is_high(); }
  [[nodiscard]] Outcome outcome_of_abort();
  void order();
  void take();

  static constexpr std::uint32_t control = 0x00, target_address = 0x04, data_and_command = 0x10,
                                 fast_high = 0x1C, fast_low = 0x20, raw_interrupts = 0x34,
                                 clear_interrupts = 0x40, clear_abort = 0x54, enable = 0x6C, status = 0x70,
                                 received = 0x78, data_hold = 0x7C, abort_source = 0x80, enable_status = 0x9C,
                                 spike_length = 0xA0;
  static constexpr std::uint32_t aborted = 1U << 6U, stopped = 1U << 9U;
  static constexpr std::uint32_t queue = 16;  // entries in each direction

  Registers registers_;
  std::uint32_t block_;
  Pin data_pin_;
  Pin clock_pin_;
  std::uint32_t clock_;
  std::uint32_t frequency_;
  const Timer& timer_;

  // The transfer that is under way.
  std::span<const std::uint8_t> out_;
  std::span<std::uint8_t> in_;
  std::uint32_t ordered_ = 0;  // bytes, written ones first
  std::uint32_t taken_ = 0;    // of those that are read
};
