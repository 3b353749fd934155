// A driver played by hand: each call is what stands in the datasheet's tables, window by window. Time passes when it says so.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "peer.hpp"
#include "prometheus_express/ports/simulated_w5500/chip.hpp"

namespace hand {

using prometheus_express::simulated_w5500::Address;
using prometheus_express::simulated_w5500::Answers;
using prometheus_express::simulated_w5500::Chip;
using prometheus_express::simulated_w5500::Finding;
using prometheus_express::simulated_w5500::Microseconds;
using prometheus_express::simulated_w5500::Options;
using prometheus_express::simulated_w5500::Severity;
using Bytes = std::vector<std::uint8_t>;

// Offsets of a socket's registers.
enum : unsigned {
  mr = 0x00,
  cr = 0x01,
  ir = 0x02,
  sr = 0x03,
  port = 0x04,
  dipr = 0x0C,
  dport = 0x10,
  rx_size = 0x1E,
  tx_size = 0x1F,
  tx_fsr = 0x20,
  tx_rd = 0x22,
  tx_wr = 0x24,
  rx_rsr = 0x26,
  rx_rd = 0x28,
  rx_wr = 0x2A,
  imr = 0x2C,
  kpalvtr = 0x2F,
};
// Commands.
enum : std::uint8_t {
  open = 0x01,
  listen = 0x02,
  connect = 0x04,
  discon = 0x08,
  close = 0x10,
  send = 0x20,
  send_keep = 0x22,
  recv = 0x40,
};
// States.
enum : std::uint8_t {
  closed = 0x00,
  init = 0x13,
  listening = 0x14,
  syn_sent = 0x15,
  established = 0x17,
  fin_wait = 0x18,
  close_wait = 0x1C,
  last_ack = 0x1D,
  udp = 0x22,
};
// Events.
enum : std::uint8_t { con = 1, disconnected = 2, received = 4, timeout = 8, send_ok = 16 };

constexpr unsigned common = 0;
constexpr unsigned registers(unsigned socket) { return 4 * socket + 1; }
constexpr unsigned transmit(unsigned socket) { return 4 * socket + 2; }
constexpr unsigned receive(unsigned socket) { return 4 * socket + 3; }

constexpr std::uint16_t http_port = 80;

class Driver : public testing::Test {
 protected:
  explicit Driver(Options options = {});

  // A window each.
  Bytes read(unsigned block, unsigned offset, std::size_t length);
  void write(unsigned block, unsigned offset, const Bytes& bytes);
  std::uint8_t read8(unsigned block, unsigned offset) { return read(block, offset, 1)[0]; }
  unsigned read16(unsigned block, unsigned offset);
  void write8(unsigned block, unsigned offset, std::uint8_t value) { write(block, offset, {value}); }
  void write16(unsigned block, unsigned offset, unsigned value);

  /// MAC, address, gateway and mask, as static addresses want them.
  void configure();
  /// Writes the command and reads Sn_CR until it is gone.
  void order(unsigned socket, std::uint8_t command);
  /// A socket in LISTEN.
  void listen_at(unsigned socket, std::uint16_t chip_port = http_port);
  /// A socket that this peer is connected to, in ESTABLISHED and with its events cleared.
  void establish(unsigned socket, Peer& peer);
  void open_udp(unsigned socket, std::uint16_t chip_port);

  std::uint8_t state(unsigned socket) { return read8(registers(socket), sr); }
  std::uint8_t events(unsigned socket) { return read8(registers(socket), ir); }

  /// Writes the bytes where Sn_TX_WR is and orders SEND.
  void send_text(unsigned socket, std::string_view text);
  /// Reads what has arrived and gives it back.
  std::string receive_text(unsigned socket);

  /// Lets the chip go on, a little time each turn, until it is so.
  bool until(const std::function<bool()>& done, unsigned turns = 4000);
  void pass(Microseconds time);

  unsigned violations() { return chip.findings().violations(); }
  unsigned cautions() { return chip.findings().cautions(); }
  /// How many findings of that severity have these words in their sentence.
  unsigned found(Severity severity, std::string_view words);

  std::uint16_t host_port(std::uint16_t chip_port = http_port) { return chip.host_port(chip_port); }

  Microseconds time = 0;
  Chip chip;
};

}  // namespace hand
