// The chip's memory over SPI: registers and buffers, read and written in one chip-select window each.
//
//   Chip chip(spi, {.number = 0, .mode = 0, .frequency = 12'000'000});
//   std::uint8_t version = 0;
//   if (chip.read(Block::common, common::version, std::span(&version, 1)) && version == chip_version) { … }
//
// A window is over when a call returns. A bus that says `pending` is asked again and again, at most `longest_wait` times and
// `wait_a_byte` more for each byte, and then cancelled: 0.1 s for a register where asking takes 1 us. So the bus must be idle
// whenever the port is called. On a bus that sensors share, that means that their transfers are over within `begin`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <prometheus_express/ports/w5500/w5500_linked.hpp>
#include <span>

#include "prometheus_express/bus/bus.hpp"
#include "prometheus_express/ports/w5500/frame.hpp"
#include "prometheus_express/ports/w5500/registers.hpp"

namespace prometheus_express::w5500 {

class Chip {
 public:
  static constexpr std::uint32_t longest_wait = 0x20000;
  static constexpr std::uint32_t wait_a_byte = 0x400;

  /// Bytes that go through one window where the bus does not take pieces; they pass over the stack then.
  static constexpr std::size_t largest_copy = 512;

  constexpr Chip(bus::Spi& spi, const bus::Target& target) : spi_(spi), target_(target) {}
  constexpr Chip(bus::SpiInPieces& spi, const bus::Target& target)
      : spi_(spi), pieces_(&spi), target_(target) {}

  Chip(const Chip&) = delete;
  Chip& operator=(const Chip&) = delete;

  /// False when the bus failed; what was read is nothing then, and what was written may have arrived. True says only that
  /// the bus clocked: a chip that is not there cannot say so.
  [[nodiscard]] bool(read)(Block block, std::uint16_t offset, std::span<std::uint8_t> into);
  bool(write)(Block block, std::uint16_t offset, std::span<const std::uint8_t> bytes);
  bool write8(Block block, std::uint16_t offset, std::uint8_t value);
  bool write16(Block block, std::uint16_t offset, std::uint16_t value);

  /// A number that the chip may change while it is read, so that it has one byte of before and one of after: it is read
  /// until two in a row agree (datasheet, Sn_TX_FSR and Sn_RX_RSR). `unread` when they do not in `tries`, or the bus fails.
  [[nodiscard]] std::uint32_t read_steady16(Block block, std::uint16_t offset);
  static constexpr std::uint32_t unread = 0x10000;
  static constexpr unsigned tries = 4;

  /// Windows that failed or never ended.
  [[nodiscard]] std::uint32_t bus_failures() const { return bus_failures_; }

 private:
  [[nodiscard]] bool finish(bus::Outcome outcome, std::size_t bytes);
  [[nodiscard]] bool copy_window(const Head& head, std::span<const std::uint8_t> out,
                                 std::span<std::uint8_t> in);
  [[nodiscard]] bool transfer(Block block, std::uint16_t offset, std::span<const std::uint8_t> out,
                              std::span<std::uint8_t> in);

  bus::Spi& spi_;
  bus::SpiInPieces* pieces_ = nullptr;
  bus::Target target_;
  std::uint32_t bus_failures_ = 0;
};

}  // namespace prometheus_express::w5500
