#include "prometheus_express/base/crc8.hpp"

namespace prometheus_express {

std::uint8_t crc8(std::span<const std::uint8_t> bytes, std::uint8_t polynomial, std::uint8_t initial) {
  unsigned remainder = initial;
  for (const std::uint8_t byte : bytes) {
    remainder ^= byte;
    for (int bit = 0; bit < 8; ++bit) {
      remainder <<= 1U;
      if ((remainder & 0x100U) != 0) {
        remainder ^= 0x100U | polynomial;
      }
    }
  }
  return static_cast<std::uint8_t>(remainder);
}

}  // namespace prometheus_express
