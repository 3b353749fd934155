// The site of store.hpp over a W5500, which is simulated, with commands that last and the answers that are not the usual ones.
#include <algorithm>
#include <string>

#include "../../examples/w5500_station/chips.hpp"
#include "prometheus_express/ports/w5500/ethernet.hpp"
#include "prometheus_express/ports/w5500/tcp.hpp"
#include "store.hpp"

namespace px = prometheus_express;
namespace w5500 = px::w5500;

int main(int argc, char** argv) {
  px::host::Arguments arguments{8080};
  if (!arguments.parse(argc, argv, {})) {
    return arguments.exit_status();
  }
  constexpr std::uint16_t chips_port = 80;
  SimulatedChip chip(chips_port, arguments.port());
  static w5500::Memory memory;
  w5500::Ethernet ethernet(chip.spi(), {.number = 0, .mode = 0, .frequency = 12'000'000},
                           {.mac = {2, 0, 0, 0, 0, 1},
                            .addresses = {.own = {{192, 168, 1, 50}},
                                          .mask = {{255, 255, 255, 0}},
                                          .gateway = {},
                                          .name_server = {},
                                          .time_server = {}},
                            .port = chips_port,
                            .pins = &chip},
                           memory);
  w5500::Tcp<4> tcp(ethernet);
  std::string kept;
  constexpr px::http::Limits limits = px::host::for_host(px::http::Limits{});  // with the page of links
  px::http::Server server(px::http::Site<limits>{{store::routes, &kept}}, tcp);
  const px::posix::Interrupts interrupts;
  const px::posix::MonotonicClock clock;
  bool told = false;
  while (!interrupts.raised()) {
    const px::Time now = clock.now();
    const px::Duration pause = std::min(ethernet.poll(now), server.poll(now));
    if (!told && chip.port() != 0) {
      told = true;
      px::host::announce(*px::posix::Endpoint::parse("127.0.0.1", chip.port()));
    }
    chip.wait(std::min(pause, px::Duration{1}));
  }
  return 0;
}
