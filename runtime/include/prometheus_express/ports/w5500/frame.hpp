// The head of a frame: what is to be read or written (datasheet 2.2). The length of the data is the window's (variable
// length data mode), since the fixed lengths are for a chip whose select is tied low.
#pragma once

#include <array>
#include <cstdint>

#include "prometheus_express/ports/w5500/registers.hpp"

namespace prometheus_express::w5500 {

enum class Access : std::uint8_t { read = 0x00, write = 0x04 };

using Head = std::array<std::uint8_t, 3>;

[[nodiscard]] constexpr Head head(Block block, std::uint16_t offset, Access access) {
  return {static_cast<std::uint8_t>(offset >> 8U), static_cast<std::uint8_t>(offset),
          static_cast<std::uint8_t>((static_cast<unsigned>(block) << 3U) | static_cast<unsigned>(access))};
}

// VERSIONR, as the datasheet's examples have it, and the third socket's transmit buffer.
static_assert(head(Block::common, common::version, Access::read) == Head{0x00, 0x39, 0x00});
static_assert(head(tx_buffer_of(2), 0x1234, Access::write) == Head{0x12, 0x34, 0x54});

}  // namespace prometheus_express::w5500
