// Firmware for the Feather M4 with an Ethernet FeatherWing: the station of the example w5500_evb_pico, whose two sensors are on one
// I2C bus here. The bus does a transfer within one call, so that both users of it never meet.
#include "board.hpp"
#include "random.hpp"
#include "station.hpp"

int main() {
  board::start();
  static Station station(board::i2c, board::i2c,
                         {.spi = board::spi,
                          .target = {.number = 0, .mode = 0, .frequency = board::spi_frequency},
                          .mac = board::mac(),
                          .seed = random_number()});
  for (;;) {
    board::watchdog.feed();
    const prometheus_express::Duration pause = station.poll(board::timer.milliseconds());
    board::led.set(station.is_reachable());
    board::sleep(pause);
  }
}
