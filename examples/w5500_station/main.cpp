// The weather station on a W5500, with what the chip knows of itself on its page. `--spi` says where the chip is, such as the
// example w5500_chip at the other end of a byte stream; without it one is simulated in this program.
//
//   w5500_station                                                       # http://127.0.0.1:8080/metrics
//   w5500_chip --listen unix:/tmp/chip --port-offset 10000 & w5500_station --spi unix:/tmp/chip --port 80
//   curl http://127.0.0.1:10080/metrics
#include <algorithm>
#include <cstdio>
#include <memory>
#include <prometheus_express/internet/dhcp_client.hpp>
#include <prometheus_express/ports/w5500/datagrams.hpp>
#include <prometheus_express/ports/w5500/ethernet.hpp>
#include <prometheus_express/ports/w5500/metric_functions.hpp>
#include <prometheus_express/ports/w5500/tcp.hpp>
#include <string>
#include <string_view>

#include "../bench/table.hpp"
#include "chips.hpp"
#include "w5500_station.hpp"

namespace px = prometheus_express;
namespace w5500 = px::w5500;

namespace {

constexpr px::internet::Mac mac = {0x02, 0x00, 0x00, 0x00, 0x55, 0x00};
constexpr px::internet::Ipv4 gateway = {192, 168, 1, 1};
constexpr px::internet::Addresses fixed_addresses = {.own = {192, 168, 1, 50},
                                                     .mask = {255, 255, 255, 0},
                                                     .gateway = gateway,
                                                     .name_server = gateway,
                                                     .time_server = gateway};
constexpr std::uint32_t frequency = 12'000'000;
constexpr std::uint16_t chips_port = 80;

// All sockets for clients, but for one where DHCP asks.
constexpr w5500::Layout with_fixed_addresses({.sockets = 8}, {}, {});
constexpr w5500::Layout with_dhcp({.sockets = 7}, {}, {.sockets = 1});

struct Station : w5500::MetricFunctions {
  using MetricFunctions::MetricFunctions;
  w5500_station::Metrics metrics;
};

/// The sensors' bus, with a BME680 and a Si7021 that measure a mild day in the country.
struct Simulation : bench::Table {
  Simulation() {
    place(i2c0, w5500_station::Sensors::bme680_target, "bosch/bme680");
    place(i2c0, w5500_station::Sensors::si7021_target, "silabs/si7021");
  }

  px::simulated::I2c i2c0;
};

bool names_a_chip(int argc, char** argv) {
  return std::any_of(argv, argv + argc, [](std::string_view word) { return word.starts_with("--spi"); });
}

/// Says what is wrong at the other end, once each time it changes.
void tell_news(std::string_view program, const ConnectedChip& chip, std::string& told) {
  if (chip.error() != told) {
    told = chip.error();
    if (!told.empty()) {
      px::host::complain(program, told);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  Simulation simulation;
  std::string_view spi;
  bool uses_dhcp = false;
  auto options = simulation.options();
  options.push_back({"--spi", "PLACE", "unix:PATH or tcp:PORT of the chip, whose port is --port then", &spi});
  options.push_back(
      {"--dhcp", "", "asks the network for an address; without it, it is 192.168.1.50", &uses_dhcp});
  px::host::Arguments arguments{names_a_chip(argc, argv) ? chips_port : w5500_station::port};
  if (!arguments.parse(argc, argv, options)) {
    return arguments.exit_status();
  }
  std::unique_ptr<ConnectedChip> chip;
  SimulatedChip* simulated = nullptr;
  if (names_a_chip(argc, argv)) {
    const auto place = px::spi_socket::Place::parse(spi);
    if (!place) {
      px::host::complain(arguments.program(), "--spi wants unix:PATH or tcp:PORT");
      return 2;
    }
    chip = std::make_unique<RemoteChip>(*place);
    std::printf("serving at port %u of the chip at %s\n", unsigned{arguments.port()}, place->text().c_str());
    std::fflush(stdout);
  } else {
    auto local = std::make_unique<SimulatedChip>(chips_port, arguments.port());
    simulated = local.get();
    chip = std::move(local);
  }

  static w5500::Memory memory;
  const auto seed = static_cast<std::uint32_t>(::getpid());
  w5500::Ethernet ethernet(chip->spi(), {.number = 0, .mode = 0, .frequency = frequency},
                           {.mac = mac,
                            .addresses = uses_dhcp ? px::internet::Addresses{} : fixed_addresses,
                            .port = simulated == nullptr ? arguments.port() : chips_port,
                            .layout = uses_dhcp ? with_dhcp : with_fixed_addresses,
                            .seed = seed,
                            .pins = chip.get()},
                           memory);
  w5500::Tcp<w5500_station::limits.connections> tcp(ethernet);
  w5500::Datagrams datagrams(ethernet);
  px::internet::DhcpClient dhcp(mac, "weather-station", seed);
  if (uses_dhcp) {
    datagrams.add(dhcp);
  }
  Station station(ethernet);
  px::http::Server server(w5500_station::site(station), tcp);
  w5500_station::Sensors sensors{simulation.i2c0};

  const px::posix::Interrupts interrupts;
  const px::posix::MonotonicClock clock;
  const px::host::Program program = {.poll = [&](px::Time now) {
    simulation.advance(now);
    return sensors.poll(station.metrics, now);
  }};
  px::host::Schedule schedule(program, arguments.span(), clock.now());
  std::string told;
  for (px::Time now = clock.now(); !interrupts.raised() && !schedule.is_over(now); now = clock.now()) {
    const px::Duration pause =
        std::min({ethernet.poll(now), server.poll(now), schedule.run(now), px::Duration{50}});
    tell_news(arguments.program(), *chip, told);
    if (simulated != nullptr && simulated->port() != 0 &&
        ethernet.sockets_in(w5500::SocketState::listen) != 0) {
      px::host::announce(*px::posix::Endpoint::parse("127.0.0.1", simulated->port()));
      simulated = nullptr;
    }
    if (pause > px::Duration{}) {
      chip->wait(pause);
    }
  }
  return 0;
}
