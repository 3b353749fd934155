// Bytes of protocols: numbers with the high byte first, and copies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace prometheus_express::internet {

[[nodiscard]] constexpr std::uint16_t read16(std::span<const std::uint8_t> bytes, std::size_t at) {
  return static_cast<std::uint16_t>((bytes[at] << 8U) | bytes[at + 1]);
}

[[nodiscard]] constexpr std::uint32_t read32(std::span<const std::uint8_t> bytes, std::size_t at) {
  return (std::uint32_t{read16(bytes, at)} << 16U) | read16(bytes, at + 2);
}

constexpr void write16(std::span<std::uint8_t> bytes, std::size_t at, std::uint32_t value) {
  bytes[at] = static_cast<std::uint8_t>(value >> 8U);
  bytes[at + 1] = static_cast<std::uint8_t>(value);
}

constexpr void write32(std::span<std::uint8_t> bytes, std::size_t at, std::uint32_t value) {
  write16(bytes, at, value >> 16U);
  write16(bytes, at + 2, value);
}

/// Copies to the front of `to`, which has room for that.
constexpr void put(std::span<const std::uint8_t> bytes, std::span<std::uint8_t> to) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    to[at] = bytes[at];
  }
}

constexpr void clear(std::span<std::uint8_t> bytes) {
  for (std::uint8_t& byte : bytes) {
    byte = 0;
  }
}

/// Whether `bytes` begin with `front`.
[[nodiscard]] constexpr bool begin_with(std::span<const std::uint8_t> bytes,
                                        std::span<const std::uint8_t> front) {
  if (bytes.size() < front.size()) {
    return false;
  }
  for (std::size_t at = 0; at < front.size(); ++at) {
    if (bytes[at] != front[at]) {
      return false;
    }
  }
  return true;
}

}  // namespace prometheus_express::internet
