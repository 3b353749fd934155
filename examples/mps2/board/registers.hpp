// Registers of a device in memory, by their byte offsets.
#pragma once

#include <cstdint>

class Registers {
 public:
  explicit constexpr Registers(std::uintptr_t base) : base_(base) {}

  [[nodiscard]] std::uint32_t read(std::uint32_t offset) const { return at(offset); }
  void write(std::uint32_t offset, std::uint32_t value) const { at(offset) = value; }

 private:
  [[nodiscard]] volatile std::uint32_t& at(std::uint32_t offset) const {
    return *reinterpret_cast<volatile std::uint32_t*>(base_ + offset);
  }

  std::uintptr_t base_;
};
