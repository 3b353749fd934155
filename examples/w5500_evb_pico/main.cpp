// Firmware for the W5500-EVB-Pico: two sensors on two I2C buses, served over the W5500. Everything happens in one loop, in memory
// that is fixed when the program is linked.
#include "board.hpp"
#include "station.hpp"

namespace {

constexpr prometheus_express::internet::Mac mac = {0x02, 0x00, 0x00, 0x20, 0x40, 0x01};

/// Says where the board is reached, each time that this changes.
void announce(const Station& station) {
  static prometheus_express::internet::Ipv4 announced = {};
  if (announced == station.address()) {
    return;
  }
  announced = station.address();
  if (announced.is_zero()) {
    board::uart.write("no address\n");
    return;
  }
  board::uart.write("listening on http:/");
  char separator = '/';
  for (const std::uint8_t number : announced.bytes) {
    board::uart.write({&separator, 1});
    board::uart.write(number);
    separator = '.';
  }
  board::uart.write("/metrics\n");
}

}  // namespace

int main() {
  board::start();
  static Station station(board::i2c0, board::i2c1,
                         {.spi = board::spi,
                          .target = {.number = 0, .mode = 0, .frequency = board::spi_frequency},
                          .mac = mac,
                          .seed = board::random(),
                          .pins = &board::w5500_pins});
  for (;;) {
    board::watchdog.feed();
    const prometheus_express::Duration pause = station.poll(board::timer.milliseconds());
    board::led.set(station.is_reachable());
    announce(station);
    board::sleep(pause);
  }
}
