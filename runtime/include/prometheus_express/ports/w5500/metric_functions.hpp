// What an application needs to show the metrics of schema/include/w5500.yaml: a base class with a function for each.
//
//   struct Station : w5500::MetricFunctions {
//     using MetricFunctions::MetricFunctions;
//     weather_station::Metrics metrics;
//   };
//   constinit Station station(ethernet);
#pragma once

#include <cstdint>

#include "prometheus_express/ports/w5500/ethernet.hpp"

namespace prometheus_express::w5500 {

class MetricFunctions {
 public:
  constexpr explicit MetricFunctions(const Ethernet& ethernet) : ethernet_(ethernet) {}

  [[nodiscard]] std::uint32_t ethernet_up() const {
    return ethernet_.condition() == Condition::running ? 1 : 0;
  }
  [[nodiscard]] std::uint32_t ethernet_link_up() const { return ethernet_.has_link() ? 1 : 0; }
  [[nodiscard]] std::uint32_t ethernet_listening_sockets() const {
    return ethernet_.sockets_in(SocketState::listen);
  }
  [[nodiscard]] std::uint32_t ethernet_connected_sockets() const {
    return ethernet_.sockets_in(SocketState::established);
  }
  [[nodiscard]] std::uint32_t ethernet_resets() const { return ethernet_.statistics().resets; }
  [[nodiscard]] std::uint32_t ethernet_silences() const { return ethernet_.statistics().silences; }
  [[nodiscard]] std::uint32_t ethernet_stuck_commands() const {
    return ethernet_.statistics().stuck_commands;
  }
  [[nodiscard]] std::uint32_t ethernet_doubtful_reads() const {
    return ethernet_.statistics().doubtful_reads;
  }
  [[nodiscard]] std::uint32_t ethernet_bus_failures() const { return ethernet_.bus_failures(); }
  [[nodiscard]] std::uint32_t ethernet_link_losses() const { return ethernet_.statistics().link_losses; }
  [[nodiscard]] std::uint32_t ethernet_address_conflicts() const {
    return ethernet_.statistics().address_conflicts;
  }
  [[nodiscard]] std::uint32_t ethernet_clients() const { return ethernet_.statistics().clients; }
  [[nodiscard]] std::uint32_t ethernet_exhaustions() const { return ethernet_.statistics().exhausted; }
  [[nodiscard]] std::uint32_t ethernet_lost_connections() const { return ethernet_.statistics().lost; }
  [[nodiscard]] std::uint32_t ethernet_given_up_connections() const {
    return ethernet_.statistics().given_up;
  }

 private:
  const Ethernet& ethernet_;
};

}  // namespace prometheus_express::w5500
