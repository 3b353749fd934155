// Pins: which peripheral has one, its pad, and those that the program moves itself. RP2040 Datasheet, sections 2.19 (functions,
// pads, interrupts) and 2.3.1 (SIO).
#pragma once

#include <cstdint>

#include "registers.hpp"

enum class Function : std::uint8_t { spi = 1, uart = 2, i2c = 3, program = 5 };
enum class Pull : std::uint8_t { none, down, up };

class Pin {
 public:
  explicit constexpr Pin(std::uint32_t number) : number_(number) {}

  /// The pad first: until then its input is off and its output may be.
  void give_to(Function function, Pull pull = Pull::none) const {
    constexpr std::uint32_t input_enable = 1U << 6U, four_milliamperes = 1U << 4U, schmitt = 1U << 1U;
    constexpr std::uint32_t pulls[] = {0, 1U << 2U, 1U << 3U};
    pads.write(4 + 4 * number_, input_enable | four_milliamperes | schmitt | pulls[static_cast<int>(pull)]);
    functions.write(8 * number_ + 4, static_cast<std::uint32_t>(function));
  }

  [[nodiscard]] bool is_high() const { return (sio.read(input) & bit()) != 0; }
  void set(bool high) const { sio.write(high ? output_set : output_clear, bit()); }
  /// Whether the program drives it, once its function is `program`.
  void drive(bool on) const { sio.write(on ? drive_set : drive_clear, bit()); }

  /// Lets the interrupt of pins be pending while it is low.
  void interrupt_while_low() const {
    constexpr std::uint32_t first_enable = 0x100, level_low = 1U << 0U;
    functions.set(first_enable + number_ / 8 * 4, level_low << number_ % 8 * 4);
  }

 private:
  static constexpr Registers sio{0xD0000000};
  static constexpr Registers functions{0x40014000};
  static constexpr Registers pads{0x4001C000};
  static constexpr std::uint32_t input = 0x04, output_set = 0x14, output_clear = 0x18, drive_set = 0x24,
                                 drive_clear = 0x28;

  [[nodiscard]] constexpr std::uint32_t bit() const { return 1U << number_; }

  std::uint32_t number_;
};
