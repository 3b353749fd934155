// What a scrape over a W5500 takes beside the server: a static address, no DHCP, no clients of its own. The bus is the board's.
#include "nobody_spi.hpp"
#include "prometheus_express/http/server.hpp"
#include "prometheus_express/ports/w5500/tcp.hpp"
#include "weather_http.hpp"

namespace {

using prometheus_express::Time;
namespace w5500 = prometheus_express::w5500;

struct Station {
  weather_http::Metrics metrics;
};
constinit Station station;

constinit prometheus_express::target::NobodySpi spi;
constinit w5500::Memory chip_memory;
constinit w5500::Ethernet ethernet(spi, {.number = 0, .mode = 0, .frequency = 12'000'000},
                                   {.mac = {2, 0, 0, 0, 0, 1},
                                    .addresses = {.own = {{192, 168, 1, 20}},
                                                  .mask = {{255, 255, 255, 0}},
                                                  .gateway = {{192, 168, 1, 1}},
                                                  .name_server = {},
                                                  .time_server = {}},
                                    .port = 80,
                                    .layout = {},
                                    .seed = 1,
                                    .pins = nullptr},
                                   chip_memory);
constinit w5500::Tcp<weather_http::limits.connections> tcp(ethernet);
constinit prometheus_express::http::Memory<weather_http::limits> memory;
constinit prometheus_express::http::Responder server(weather_http::site(station), tcp, memory);

/// The same code in each program over the chip, so that one can be compared to the other.
[[gnu::noinline]] void serve() {
  for (std::uint32_t now = 0; now < 100; ++now) {
    ethernet.poll(Time{now});
    server.poll(Time{now});
  }
}

}  // namespace

int main() {
  serve();
  return 0;
}
