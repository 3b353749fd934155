// An address as the socket calls want it.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "datagram.hpp"

namespace prometheus_express::simulated_w5500 {

inline sockaddr_in to_system(const Place& place) {
  sockaddr_in system = {};
  system.sin_family = AF_INET;
  system.sin_port = htons(place.port);
  std::uint32_t address = 0;
  for (const std::uint8_t byte : place.address) {
    address = address << 8U | byte;
  }
  system.sin_addr.s_addr = htonl(address);
  return system;
}

inline Place from_system(const sockaddr_in& system) {
  const std::uint32_t address = ntohl(system.sin_addr.s_addr);
  return {{static_cast<std::uint8_t>(address >> 24U), static_cast<std::uint8_t>(address >> 16U & 0xFFU),
           static_cast<std::uint8_t>(address >> 8U & 0xFFU), static_cast<std::uint8_t>(address & 0xFFU)},
          ntohs(system.sin_port)};
}

}  // namespace prometheus_express::simulated_w5500
