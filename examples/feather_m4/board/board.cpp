#include "board.hpp"

#include "cortex_m4.hpp"

namespace board {

void start() {
  constexpr Pin spi_clock{Pin::Group::a, 17}, spi_output{Pin::Group::b, 23}, spi_input{Pin::Group::b, 22};
  watchdog.start();  // first, so that nothing can hold up what follows; its clock runs from reset on
  static_cast<void>(clocks::start());  // without the DPLL it is only slower
  clocks::enable(clocks::port);
  clocks::enable(clocks::tc0);
  clocks::enable(clocks::tc1);
  static_cast<void>(clocks::connect(clocks::Channel::tc0_and_tc1, clocks::Generator::peripherals));
  timer.start();
  led.set(false);
  led.drive(true);
  spi.start();
  spi_clock.give_to(Pin::Function::c);
  spi_output.give_to(Pin::Function::c);
  spi_input.give_to(Pin::Function::c);
  i2c.start();
}

void sleep(prometheus_express::Duration longest) {
  if (longest.milliseconds == 0) {
    return;
  }
  timer.set_alarm(longest.milliseconds);
  core::sleep_until(Timer::interrupt);
  timer.clear_alarm();
  core::forget(Timer::interrupt);
}

prometheus_express::internet::Mac mac() {
  constexpr Registers first{0x008061FC}, others{0x00806010};
  const std::uint32_t number = first.read32(0) ^ others.read32(0) ^ others.read32(4) ^ others.read32(8);
  return {0x02,
          0x00,
          static_cast<std::uint8_t>(number >> 24U),
          static_cast<std::uint8_t>(number >> 16U),
          static_cast<std::uint8_t>(number >> 8U),
          static_cast<std::uint8_t>(number)};
}

}  // namespace board
