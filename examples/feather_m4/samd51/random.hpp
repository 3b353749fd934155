// The generator of true random numbers. SAM D5x/E5x Family Data Sheet (DS60001507), chapter 44.
#pragma once

#include <cstdint>

#include "clocks.hpp"
#include "registers.hpp"

/// Another number each time. It takes 84 cycles; a generator that gives none in 1,000 turns is broken, and the number is 0 then.
[[nodiscard]] inline std::uint32_t random_number() {
  constexpr Registers registers{0x42002800};
  constexpr std::uint32_t control = 0x00, flags = 0x0A, data = 0x20;
  constexpr std::uint8_t enable = 1U << 1U, ready = 1U << 0U;
  clocks::enable(clocks::trng);
  registers.write8(control, enable);
  for (std::uint32_t turn = 0; turn < 1000; ++turn) {
    if ((registers.read8(flags) & ready) != 0) {
      return registers.read32(data);
    }
  }
  return 0;
}
