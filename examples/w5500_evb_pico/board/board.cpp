#include "board.hpp"

#include "cortex_m0plus.hpp"

namespace board {
namespace {

constexpr Pin uart_transmit{0};
constexpr Pin spi_receive{16}, spi_select{17}, spi_clock{18}, spi_transmit{19};
constexpr Pin w5500_reset{20}, w5500_interrupt{21};

void start_output(const Pin& pin, bool high) {
  pin.set(high);
  pin.drive(true);
  pin.give_to(Function::program);
}

}  // namespace

bool W5500Pins::drive_reset(bool low) {
  w5500_reset.set(!low);
  return true;
}

bool W5500Pins::is_interrupted() { return !w5500_interrupt.is_high(); }

void start() {
  clocks::start();
  watchdog.start_tick(clocks::crystal);
  resets::restart(resets::io_bank0 | resets::pads_bank0 | resets::timer | resets::uart0 | resets::spi0 |
                  resets::dma);
  timer.start();
  uart.start(clocks::peripherals, 115'200);
  uart_transmit.give_to(Function::uart);
  start_output(led, false);
  start_output(w5500_reset, true);
  w5500_interrupt.give_to(Function::program, Pull::up);
  w5500_interrupt.interrupt_while_low();
  start_output(spi_select, true);
  spi_clock.give_to(Function::spi);
  spi_transmit.give_to(Function::spi);
  spi_receive.give_to(Function::spi);
  spi.start();
  i2c0.start();
  i2c1.start();
  uart.write(watchdog.has_bitten() ? "w5500_evb_pico, reset by the watchdog\n" : "w5500_evb_pico\n");
  watchdog.start();
}

/// Bits of the ring oscillator, which runs beside the crystal: RP2040 Datasheet, section 2.17.5.
std::uint32_t random() {
  constexpr Registers oscillator{0x40060000};
  constexpr std::uint32_t random_bit = 0x1C;
  std::uint32_t number = 0;
  for (int bit = 0; bit < 32; ++bit) {
    number = number << 1U | (oscillator.read(random_bit) & 1U);
    timer.wait(1);  // it is slower than the processor
  }
  return number;
}

void sleep(prometheus_express::Duration longest) {
  if (longest.milliseconds == 0) {
    return;
  }
  timer.set(Timer::Alarm::of_sleep, longest.milliseconds * 1000);
  core::sleep_until(core::timer0 | core::pins);
  timer.clear(Timer::Alarm::of_sleep);
}

}  // namespace board
