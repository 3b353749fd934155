// The 8-bit checksum of sensors: most significant bit first, not reflected, no final exclusive or.
//
//   crc8(bytes, 0x31, 0xFF)       // Sensirion and Aosong; 0x31 stands for x^8 + x^5 + x^4 + 1
#pragma once

#include <cstdint>
#include <span>

namespace prometheus_express {

/// Bit by bit: a table would cost 256 bytes of flash for checksums of two bytes.
[[nodiscard]] std::uint8_t crc8(std::span<const std::uint8_t> bytes, std::uint8_t polynomial,
                                std::uint8_t initial);

}  // namespace prometheus_express
