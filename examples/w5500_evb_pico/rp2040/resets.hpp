// What is held in reset after power-up: each peripheral until it is released. RP2040 Datasheet, section 2.14.
#pragma once

#include <cstdint>

#include "registers.hpp"

namespace resets {

enum Block : std::uint32_t {
  dma = 1U << 2U,
  i2c0 = 1U << 3U,
  i2c1 = 1U << 4U,
  io_bank0 = 1U << 5U,
  pads_bank0 = 1U << 8U,
  pll_sys = 1U << 12U,
  spi0 = 1U << 16U,
  timer = 1U << 21U,
  uart0 = 1U << 22U,
};

/// Releases blocks and waits until they can be used, a few cycles of the slowest of their clocks.
inline void release(std::uint32_t blocks) {
  constexpr Registers registers{0x4000C000};
  constexpr std::uint32_t reset = 0x0, done = 0x8;
  registers.clear(reset, blocks);
  while ((registers.read(done) & blocks) != blocks) {
  }
}

/// Puts blocks into the state that they have after power-up, and releases them.
inline void restart(std::uint32_t blocks) {
  constexpr Registers registers{0x4000C000};
  constexpr std::uint32_t reset = 0x0;
  registers.set(reset, blocks);
  release(blocks);
}

}  // namespace resets
