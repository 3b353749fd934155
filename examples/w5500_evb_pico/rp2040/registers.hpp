// Registers of the RP2040, by their byte offsets. Those of its own peripherals have aliases that set or clear bits in one write.
// Source: Raspberry Pi, RP2040 Datasheet, section 2.1.2.
#pragma once

#include <cstdint>

class Registers {
 public:
  explicit constexpr Registers(std::uintptr_t base) : base_(base) {}

  [[nodiscard]] std::uint32_t read(std::uint32_t offset) const { return at(offset); }
  void write(std::uint32_t offset, std::uint32_t value) const { at(offset) = value; }
  void set(std::uint32_t offset, std::uint32_t bits) const { at(offset + 0x2000) = bits; }
  void clear(std::uint32_t offset, std::uint32_t bits) const { at(offset + 0x3000) = bits; }

  [[nodiscard]] std::uintptr_t address(std::uint32_t offset) const { return base_ + offset; }

 private:
  [[nodiscard]] volatile std::uint32_t& at(std::uint32_t offset) const {
    return *reinterpret_cast<volatile std::uint32_t*>(base_ + offset);
  }

  std::uintptr_t base_;
};
