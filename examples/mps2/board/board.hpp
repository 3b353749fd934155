// Arm's MPS2 boards: the parts that this program uses, where they are, and sleep.
// Source: Arm Application Notes AN385, AN386 and AN500, "Memory map" and "Interrupts".
#pragma once

#include <cstdint>

#include "cmsdk_timer.hpp"
#include "cmsdk_uart.hpp"
#include "lan9118.hpp"
#include "pl022.hpp"
#include "registers.hpp"
#include "sbcon_i2c.hpp"

// The linker script of the machine says where.
extern "C" char __lan9118[];
extern "C" char
    __fitting[];  // a word that an emulator sets before the start, of memory that this program leaves alone

namespace board {

inline constexpr std::uint32_t clock = 25'000'000;

inline constinit CmsdkTimer timer{0x40000000, clock};
inline constexpr CmsdkUart uart{0x40004000};
inline constinit Pl022 spi{0x40027000, clock};
inline constinit SbconI2c i2c{0x4002A000, 30};  // below 100 kHz
inline Lan9118 ethernet{reinterpret_cast<std::uintptr_t>(__lan9118)};

/// The Cortex-M's own: Armv7-M Architecture Reference Manual, sections B3.3 and B3.4.
class Core {
 public:
  /// Lets the interrupts that `sleep` waits for become pending; they stay masked, so that no handler is called.
  void start() const {
    registers_.write(systick_reload, clock / 1000 * wake_up_milliseconds - 1);
    registers_.write(systick_value, 0);
    registers_.write(systick_control, 1U << 2U | 1U << 1U | 1U);
    registers_.write(interrupt_set_enable, ethernet_interrupt);
  }

  /// Sleeps until a frame arrives, 5 ms at most.
  void sleep() const {
    asm volatile("dsb\n\twfi" ::: "memory");
    registers_.write(interrupt_control, pending_systick_clear);
    registers_.write(interrupt_clear_pending, ethernet_interrupt);
  }

 private:
  static constexpr std::uint32_t wake_up_milliseconds = 5;
  static constexpr std::uint32_t systick_control = 0x010, systick_reload = 0x014, systick_value = 0x018,
                                 interrupt_set_enable = 0x100, interrupt_clear_pending = 0x280,
                                 interrupt_control = 0xD04;
  static constexpr std::uint32_t pending_systick_clear = 1U << 25U;
  static constexpr std::uint32_t ethernet_interrupt = 1U << 13U;

  Registers registers_{0xE000E000};
};
inline constexpr Core core;

/// In the word of the fitting: this emulated board has no part on its SPI bus.
inline constexpr std::uint32_t no_part_on_spi = 0x4E6F5350;

inline void start() {
  if (Registers{reinterpret_cast<std::uintptr_t>(__fitting)}.read(0) == no_part_on_spi) {
    spi.leave_out();
  }
  timer.start();
  uart.start(clock / 115'200);
  core.start();
}

}  // namespace board
