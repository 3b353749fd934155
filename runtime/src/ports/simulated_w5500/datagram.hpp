// What goes between the chip's UDP sockets and the network, by the network's addresses.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "prometheus_express/ports/simulated_w5500/options.hpp"

namespace prometheus_express::simulated_w5500 {

using Bytes = std::vector<std::uint8_t>;

struct Place {
  Address address = {};
  std::uint16_t port = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Datagram {
  Place from;
  Place to;
  Bytes payload;
};

inline void append16(Bytes& bytes, unsigned value) {
  bytes.push_back(static_cast<std::uint8_t>(value >> 8U & 0xFFU));
  bytes.push_back(static_cast<std::uint8_t>(value & 0xFFU));
}

inline void append32(Bytes& bytes, std::uint32_t value) {
  append16(bytes, value >> 16U);
  append16(bytes, value & 0xFFFFU);
}

}  // namespace prometheus_express::simulated_w5500
