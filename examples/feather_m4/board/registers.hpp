// Registers in memory, by their byte offsets: of 8, 16 or 32 bits, and accessed as what they are.
#pragma once

#include <cstdint>

class Registers {
 public:
  explicit constexpr Registers(std::uintptr_t base) : base_(base) {}

  [[nodiscard]] std::uint8_t read8(std::uint32_t offset) const { return at<std::uint8_t>(offset); }
  [[nodiscard]] std::uint16_t read16(std::uint32_t offset) const { return at<std::uint16_t>(offset); }
  [[nodiscard]] std::uint32_t read32(std::uint32_t offset) const { return at<std::uint32_t>(offset); }
  void write8(std::uint32_t offset, std::uint8_t value) const { at<std::uint8_t>(offset) = value; }
  void write16(std::uint32_t offset, std::uint16_t value) const { at<std::uint16_t>(offset) = value; }
  void write32(std::uint32_t offset, std::uint32_t value) const { at<std::uint32_t>(offset) = value; }

 private:
  template <class Word>
  [[nodiscard]] volatile Word& at(std::uint32_t offset) const {
    return *reinterpret_cast<volatile Word*>(base_ + offset);
  }

  std::uintptr_t base_;
};
