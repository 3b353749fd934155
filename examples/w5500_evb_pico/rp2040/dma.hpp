// A channel of the DMA controller, which moves bytes between memory and a peripheral's data register at the peripheral's pace.
// RP2040 Datasheet, section 2.5.
#pragma once

#include <cstdint>

#include "registers.hpp"

class DmaChannel {
 public:
  enum class Pace : std::uint8_t { spi0_transmit = 16, spi0_receive = 17 };

  explicit constexpr DmaChannel(std::uint32_t number) : number_(number), registers_(base + 0x40 * number) {}

  /// Reads `count` bytes (1 or more) from memory, behind each other or the same one again and again.
  void read_memory(const volatile std::uint8_t* from, bool moves, std::uintptr_t to, std::uint32_t count,
                   Pace pace) const {
    start(address(from), to, count, pace, moves ? increment_read : 0);
  }

  /// Writes as many to it, or all to one place that nobody reads.
  void write_memory(std::uintptr_t from, volatile std::uint8_t* to, bool moves, std::uint32_t count,
                    Pace pace) const {
    start(from, address(to), count, pace, moves ? increment_write : 0);
  }

  [[nodiscard]] bool is_busy() const { return (registers_.read(control_and_start) & busy) != 0; }

  /// Interrupt 0 of the DMA is pending from the moment that it is done until `withdraw_interrupt`.
  void allow_interrupt() const { all.set(enable_interrupt_0, 1U << number_); }
  void withdraw_interrupt() const { all.write(interrupt_0, 1U << number_); }

  void abort() const {
    constexpr std::uint32_t abort_channels = 0x444;
    all.write(abort_channels, 1U << number_);
    for (unsigned turn = 0; turn < 1000 && (all.read(abort_channels) & 1U << number_) != 0; ++turn) {
    }
  }

 private:
  static constexpr std::uintptr_t base = 0x50000000;
  static constexpr Registers all{base};
  static constexpr std::uint32_t read_address = 0x0, write_address = 0x4, transfers = 0x8,
                                 control_and_start = 0xC;
  static constexpr std::uint32_t enable_interrupt_0 = 0x404, interrupt_0 = 0x40C;
  static constexpr std::uint32_t enable = 1U << 0U, increment_read = 1U << 4U, increment_write = 1U << 5U,
                                 busy = 1U << 24U;

  [[nodiscard]] static std::uintptr_t address(const volatile std::uint8_t* at) {
    return reinterpret_cast<std::uintptr_t>(at);
  }

  void start(std::uintptr_t from, std::uintptr_t to, std::uint32_t count, Pace pace,
             std::uint32_t increments) const {
    const std::uint32_t chained_to_nobody = number_ << 11U;
    asm volatile("" ::: "memory");  // what is to be read has been written
    registers_.write(read_address, from);
    registers_.write(write_address, to);
    registers_.write(transfers, count);
    registers_.write(control_and_start,
                     static_cast<std::uint32_t>(pace) << 15U | chained_to_nobody | increments | enable);
  }

  std::uint32_t number_;
  Registers registers_;
};
