// What has happened to a simulated chip so far.
#pragma once

#include <cstdint>

namespace prometheus_express::simulated_w5500 {

struct Counts {
  std::uint32_t windows = 0;
  std::uint32_t commands = 0;
  std::uint64_t spi_bytes = 0;    // in windows, with address and control
  std::uint32_t resets = 0;       // of the chip, by whomever
  std::uint32_t accepted = 0;     // TCP clients
  std::uint32_t turned_away = 0;  // by a RST, because no socket listened any more
  std::uint32_t connected = 0;    // as a client
  std::uint32_t timeouts = 0;
  std::uint32_t peer_resets = 0;
  std::uint32_t datagrams_sent = 0;
  std::uint32_t datagrams_received = 0;
  std::uint32_t datagrams_dropped = 0;  // did not fit
  std::uint64_t bytes_sent = 0;         // by TCP
  std::uint64_t bytes_received = 0;
};

}  // namespace prometheus_express::simulated_w5500
