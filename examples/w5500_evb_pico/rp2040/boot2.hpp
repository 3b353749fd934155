// The second stage of the boot: 256 bytes at the start of the flash, which the chip's ROM copies to RAM, checks and runs. It lets
// the flash be read like memory and goes on at the vectors behind it. RP2040 Datasheet, sections 2.8.1.3 (the second stage) and
// 4.10 (SSI); the instructions: Armv6-M Architecture Reference Manual, chapter A6.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace boot2 {

/// CRC-32/MPEG-2: most significant bit first, nothing reflected, nothing inverted at the end.
constexpr std::uint32_t checksum(const std::uint8_t* bytes, std::size_t count) {
  std::uint32_t rest = 0xFFFFFFFF;
  for (std::size_t at = 0; at < count; ++at) {
    rest ^= std::uint32_t{bytes[at]} << 24U;
    for (int bit = 0; bit < 8; ++bit) {
      rest = (rest << 1U) ^ ((rest & 0x80000000) != 0 ? 0x04C11DB7U : 0U);
    }
  }
  return rest;
}

using Image = std::array<std::uint8_t, 256>;

/// 32 bits an access, read by command 03 of the flash with an address of 24 bits, at a fourth of the processor's clock.
consteval Image image() {
  constexpr std::uint16_t instructions[] = {
      0x4B0C,          //       ldr r3, ssi
      0x2100, 0x6099,  //       SSIENR = 0: off, to be set up
      0x2104, 0x6159,  //       BAUDR = 4
      0x490B, 0x6019,  //       CTRLR0, below
      0x2100, 0x6059,  //       CTRLR1 = 0: one access at a time
      0x20F4, 0x18C0,  //       r0 = ssi + 0xF4
      0x4909, 0x6001,  //       SPI_CTRLR0, below
      0x2101, 0x6099,  //       SSIENR = 1
      0x4670, 0x2800,  //       is there somebody to return to?
      0xD000, 0x4770,  //       bx lr, who was not the ROM
      0x4806, 0x4906,  //       r0 = vectors, r1 = VTOR
      0x6008,          //       VTOR = vectors
      0xC803,          //       ldm r0, {r0, r1}: the stack, the reset
      0xF380, 0x8808,  //       msr msp, r0
      0x4708,          //       bx r1
      0x0000, 0x1800,  // ssi
      0x0300, 0x001F,  // CTRLR0: DFS_32 32 bits, TMOD 3, a command and then a read
      0x0218, 0x0300,  // SPI_CTRLR0: command 03 of 8 bits, 24 bits of address
      0x0100, 0x1000,  // vectors
      0xED08, 0xE000,  // VTOR
  };
  static_assert(sizeof instructions <= 252);
  Image image = {};
  std::size_t at = 0;
  for (const std::uint16_t instruction : instructions) {
    image[at++] = static_cast<std::uint8_t>(instruction);
    image[at++] = static_cast<std::uint8_t>(instruction >> 8U);
  }
  const std::uint32_t sum = checksum(image.data(), image.size() - 4);
  for (unsigned byte = 0; byte < 4; ++byte) {
    image[252 + byte] = static_cast<std::uint8_t>(sum >> 8 * byte);
  }
  return image;
}

// The check value of this CRC, as catalogues of CRCs have it for CRC-32/MPEG-2.
constexpr std::uint8_t digits[] = {'1', '2', '3', '4', '5', '6', '7', '8', '9'};
static_assert(checksum(digits, sizeof digits) == 0x0376E6E7);

}  // namespace boot2
