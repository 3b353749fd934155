// The weather station on a W5500: its SPI goes over a byte stream to whatever chip is at the other end, such as the example w5500_chip.
//
//   w5500_chip --listen unix:/tmp/chip --port-offset 10000 & w5500_station --spi unix:/tmp/chip --port 80
//   curl http://127.0.0.1:10080/metrics
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <prometheus_express/host.hpp>
#include <prometheus_express/internet/dhcp_client.hpp>
#include <prometheus_express/ports/posix/interrupts.hpp>
#include <prometheus_express/ports/spi_socket/controller.hpp>
#include <prometheus_express/ports/w5500/datagrams.hpp>
#include <prometheus_express/ports/w5500/ethernet.hpp>
#include <prometheus_express/ports/w5500/tcp.hpp>
#include <string>
#include <string_view>

#include "../weather_station/simulation.hpp"
#include "weather_station.hpp"

namespace px = prometheus_express;

namespace {

constexpr px::internet::Mac mac = {0x02, 0x00, 0x00, 0x00, 0x55, 0x00};
constexpr px::internet::Ipv4 gateway = {192, 168, 1, 1};
constexpr px::internet::Addresses fixed_addresses = {.own = {192, 168, 1, 50},
                                                     .mask = {255, 255, 255, 0},
                                                     .gateway = gateway,
                                                     .name_server = gateway,
                                                     .time_server = gateway};
constexpr std::uint32_t frequency = 12'000'000;

struct Station {
  weather_station::Metrics metrics;
};
constinit Station station;

/// The chip's two lines beside its SPI.
class Lines final : public px::w5500::Pins {
 public:
  explicit Lines(px::spi_socket::Controller& controller) : controller_(controller) {}

  bool drive_reset(bool low) override { return controller_.set_reset_pin(!low); }
  bool is_interrupted() override { return controller_.interrupts(); }

 private:
  px::spi_socket::Controller& controller_;
};

/// Says what is wrong at the other end, once each time it changes.
void tell_news(std::string_view program, const px::spi_socket::Controller& controller, std::string& told) {
  if (controller.error() != told) {
    told = controller.error();
    if (!told.empty()) {
      px::host::complain(program, told);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto site = weather_station::site(station);
  Simulation simulation;
  std::string_view spi;
  bool uses_dhcp = false;
  auto options = simulation.options();
  options.push_back({"--spi", "PLACE", "unix:PATH or tcp:PORT of the chip", &spi});
  options.push_back(
      {"--dhcp", "", "asks the network for an address; without it, it is 192.168.1.50", &uses_dhcp});
  px::host::Arguments arguments{80};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }
  const auto place = px::spi_socket::Place::parse(spi);
  if (!place) {
    px::host::complain(arguments.program(), "--spi wants unix:PATH or tcp:PORT");
    return 2;
  }

  px::spi_socket::Controller controller{*place};
  Lines lines{controller};
  static px::w5500::Memory memory;
  const auto seed = static_cast<std::uint32_t>(::getpid());
  px::w5500::Ethernet ethernet(controller, {.number = 0, .mode = 0, .frequency = frequency},
                               {.mac = mac,
                                .addresses = uses_dhcp ? px::internet::Addresses{} : fixed_addresses,
                                .port = arguments.port(),
                                .seed = seed,
                                .pins = &lines},
                               memory);
  px::w5500::Tcp<weather_station::limits.connections> tcp(ethernet);
  px::w5500::Datagrams datagrams(ethernet);
  px::internet::DhcpClient dhcp(mac, "weather-station", seed);
  if (uses_dhcp) {
    datagrams.add(dhcp);
  }
  px::http::Server server(site, tcp);
  weather_station::Sensors sensors{simulation.i2c0};

  const px::posix::Interrupts interrupts;
  const px::posix::MonotonicClock clock;
  const px::host::Program program = {.poll = [&](px::Time now) {
    simulation.advance(now);
    return sensors.poll(station.metrics, now);
  }};
  px::host::Schedule schedule(program, arguments.span(), clock.now());
  std::printf("serving at port %u of the chip at %s\n", unsigned{arguments.port()}, place->text().c_str());
  std::fflush(stdout);
  std::string told;
  for (px::Time now = clock.now(); !interrupts.raised() && !schedule.is_over(now); now = clock.now()) {
    const px::Duration pause =
        std::min({ethernet.poll(now), server.poll(now), schedule.run(now), px::Duration{50}});
    tell_news(arguments.program(), controller, told);
    if (pause > px::Duration{} && !controller.interrupts(pause) && !controller.error().empty()) {
      ::usleep(pause.milliseconds * 1000);  // nobody is there to wait for
    }
  }
  return 0;
}
