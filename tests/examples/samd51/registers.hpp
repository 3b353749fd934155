// Stands in for the header of that name of the board feather_m4: the same registers, of a model.
#pragma once

#include <cstdint>

#include "chip_model.hpp"

class Registers {
 public:
  explicit constexpr Registers(std::uintptr_t base) : base_(static_cast<std::uint32_t>(base)) {}

  [[nodiscard]] std::uint8_t read8(std::uint32_t offset) const {
    return static_cast<std::uint8_t>(read(offset, 1));
  }
  [[nodiscard]] std::uint16_t read16(std::uint32_t offset) const {
    return static_cast<std::uint16_t>(read(offset, 2));
  }
  [[nodiscard]] std::uint32_t read32(std::uint32_t offset) const { return read(offset, 4); }
  void write8(std::uint32_t offset, std::uint8_t value) const { write(offset, 1, value); }
  void write16(std::uint32_t offset, std::uint16_t value) const { write(offset, 2, value); }
  void write32(std::uint32_t offset, std::uint32_t value) const { write(offset, 4, value); }

 private:
  [[nodiscard]] std::uint32_t read(std::uint32_t offset, unsigned size) const {
    return ChipModel::running().read(base_ + offset, size);
  }
  void write(std::uint32_t offset, unsigned size, std::uint32_t value) const {
    ChipModel::running().write(base_ + offset, size, value);
  }

  std::uint32_t base_;
};
