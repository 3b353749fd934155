// The weather station of boards with a W5500: two sensors, the chip, DHCP and the server, in fixed memory. No register of a
// controller is named here, so that any board has the same station:
//
//   static Station station(i2c0, i2c1, {.spi = spi, .target = {…}, .mac = mac, .seed = seed, .pins = &pins});
//   for (;;) { board.sleep(station.poll(board.milliseconds())); }
#pragma once

#include <algorithm>
#include <cstdint>
#include <prometheus_express/http/server.hpp>
#include <prometheus_express/internet/dhcp_client.hpp>
#include <prometheus_express/ports/w5500/datagrams.hpp>
#include <prometheus_express/ports/w5500/ethernet.hpp>
#include <prometheus_express/ports/w5500/metric_functions.hpp>
#include <prometheus_express/ports/w5500/tcp.hpp>

#include "ethernet_station.hpp"

class Station {
 public:
  /// How the chip is wired. The buses, and the pins if there are any, must outlive the station.
  struct Wiring {
    prometheus_express::bus::SpiInPieces& spi;
    prometheus_express::bus::Target target;
    prometheus_express::internet::Mac mac;  // no other device of the network may have it
    std::uint32_t seed;                     // another one at each start
    prometheus_express::w5500::Pins* pins = nullptr;
  };

  Station(prometheus_express::bus::I2c& i2c0, prometheus_express::bus::I2c& i2c1, const Wiring& wiring)
      : sensors_(i2c0, i2c1),
        ethernet_(wiring.spi, wiring.target,
                  {.mac = wiring.mac,
                   .port = ethernet_station::port,
                   .layout = layout,
                   .seed = wiring.seed,
                   .pins = wiring.pins},
                  chip_memory_),
        datagrams_(ethernet_),
        dhcp_(wiring.mac, "ethernet-station", wiring.seed),
        tcp_(ethernet_),
        application_(ethernet_),
        server_(ethernet_station::site(application_), tcp_) {
    datagrams_.add(dhcp_);
  }

  /// Does what is due at a time since the start, without waiting; returns how long the board may sleep, less if the chip has
  /// news.
  prometheus_express::Duration(poll)(std::uint64_t milliseconds) {
    application_.milliseconds = milliseconds;
    const prometheus_express::Time now{static_cast<std::uint32_t>(milliseconds)};
    return std::min(
        {ethernet_.poll(now), server_.poll(now), sensors_.poll(application_.metrics, now), longest_sleep});
  }

  /// Whether somebody could ask it: for a lamp.
  [[nodiscard]] bool is_reachable() const {
    return ethernet_.condition() == prometheus_express::w5500::Condition::running && ethernet_.has_link() &&
           !address().is_zero();
  }

  /// All zeros while it has none.
  [[nodiscard]] const prometheus_express::internet::Ipv4& address() const {
    return ethernet_.addresses().own;
  }

 private:
  // A socket more for clients that come while others are just ending than the server has connections, three times; the last is
  // that of DHCP. 2 KiB each.
  static constexpr prometheus_express::w5500::Layout layout{{.sockets = 7}, {.sockets = 0}, {.sockets = 1}};

  static constexpr prometheus_express::Duration longest_sleep{50};

  struct Application : prometheus_express::w5500::MetricFunctions {
    using MetricFunctions::MetricFunctions;

    [[nodiscard]] prometheus_express::Decimal<3, std::int64_t> uptime() const {
      return {static_cast<std::int64_t>(milliseconds)};
    }

    ethernet_station::Metrics metrics;
    std::uint64_t milliseconds = 0;  // since the board started
  };

  ethernet_station::Sensors sensors_;
  prometheus_express::w5500::Memory chip_memory_;
  prometheus_express::w5500::Ethernet ethernet_;
  prometheus_express::w5500::Datagrams datagrams_;
  prometheus_express::internet::DhcpClient dhcp_;
  prometheus_express::w5500::Tcp<ethernet_station::limits.connections> tcp_;
  Application application_;
  prometheus_express::http::Server<ethernet_station::limits> server_;
};
