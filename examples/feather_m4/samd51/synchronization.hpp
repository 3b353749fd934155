// Registers of peripherals whose clock is not the bus's: a write takes effect later, and a bit says until when. SAM D5x/E5x
// Family Data Sheet (DS60001507), section 13.3.
#pragma once

#include <cstdint>

#include "registers.hpp"

/// Waits until none of these bits of a 32-bit register is set. False when that takes longer than anything that is well: some
/// cycles of the slower clock, 32 kHz at the slowest.
[[nodiscard]] inline bool wait_until_clear(const Registers& registers, std::uint32_t offset,
                                           std::uint32_t bits) {
  for (std::uint32_t turn = 0; turn < 100'000; ++turn) {
    if ((registers.read32(offset) & bits) == 0) {
      return true;
    }
  }
  return false;
}

/// The same for bits that are to be set.
[[nodiscard]] inline bool wait_until_set(const Registers& registers, std::uint32_t offset,
                                         std::uint32_t bits) {
  for (std::uint32_t turn = 0; turn < 100'000; ++turn) {
    if ((registers.read32(offset) & bits) == bits) {
      return true;
    }
  }
  return false;
}
