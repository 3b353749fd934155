// Firmware for the Feather M4 with an Ethernet FeatherWing: the example random_value, with numbers of the chip's own generator.
#include <algorithm>
#include <prometheus_express/http/server.hpp>
#include <prometheus_express/internet/dhcp_client.hpp>
#include <prometheus_express/ports/w5500/datagrams.hpp>
#include <prometheus_express/ports/w5500/ethernet.hpp>
#include <prometheus_express/ports/w5500/tcp.hpp>

#include "board.hpp"
#include "random.hpp"
#include "random_value_station.hpp"

namespace px = prometheus_express;

int main() {
  board::start();
  static RandomValueStation station;
  static px::w5500::Memory memory;
  static px::w5500::Ethernet ethernet(board::spi, {.number = 0, .mode = 0, .frequency = board::spi_frequency},
                                      {.mac = board::mac(),
                                       .port = random_value::port,
                                       .layout = {{.sockets = 7}, {.sockets = 0}, {.sockets = 1}},
                                       .seed = random_number()},
                                      memory);
  static px::w5500::Datagrams datagrams(ethernet);
  static px::internet::DhcpClient dhcp(board::mac(), "random-value", random_number());
  static px::w5500::Tcp<random_value::limits.connections> tcp(ethernet);
  static px::http::Server server(random_value::site(station), tcp);
  datagrams.add(dhcp);
  for (;;) {
    board::watchdog.feed();
    const px::Time now{static_cast<std::uint32_t>(board::timer.milliseconds())};
    const px::Duration pause =
        std::min({ethernet.poll(now), server.poll(now), station.poll(now, random_number), px::Duration{50}});
    board::led.set(ethernet.has_link());
    board::sleep(pause);
  }
}
