// Numbers of the datasheet: offsets of registers, codes of commands, states, events.
#pragma once

#include <cstdint>

namespace prometheus_express::simulated_w5500 {

enum class Access : std::uint8_t { read_write, read_only, write_one_clears, command, reserved };

namespace common {
enum : std::uint16_t {
  mr = 0x00,
  gar = 0x01,
  subr = 0x05,
  shar = 0x09,
  sipr = 0x0F,
  ir = 0x15,
  imr = 0x16,
  sir = 0x17,
  simr = 0x18,
  rtr = 0x19,
  rcr = 0x1B,
  uipr = 0x28,
  uportr = 0x2C,
  phycfgr = 0x2E,
  versionr = 0x39,
  end = 0x3A,
};
[[nodiscard]] Access access(std::uint16_t offset);
}  // namespace common

namespace socket_register {
enum : std::uint16_t {
  mr = 0x00,
  cr = 0x01,
  ir = 0x02,
  sr = 0x03,
  port = 0x04,
  dhar = 0x06,
  dipr = 0x0C,
  dport = 0x10,
  mssr = 0x12,
  tos = 0x15,
  ttl = 0x16,
  rxbuf_size = 0x1E,
  txbuf_size = 0x1F,
  tx_fsr = 0x20,
  tx_rd = 0x22,
  tx_wr = 0x24,
  rx_rsr = 0x26,
  rx_rd = 0x28,
  rx_wr = 0x2A,
  imr = 0x2C,
  frag = 0x2D,
  kpalvtr = 0x2F,
  end = 0x30,
};
[[nodiscard]] Access access(std::uint16_t offset);
[[nodiscard]] const char* name(std::uint16_t offset);
}  // namespace socket_register

namespace event {
constexpr std::uint8_t con = 1, discon = 2, recv = 4, timeout = 8, send_ok = 16;
}

enum class Command : std::uint8_t {
  none = 0,
  open = 1,
  listen = 2,
  connect = 4,
  discon = 8,
  close = 0x10,
  send = 0x20,
  send_mac = 0x21,
  send_keep = 0x22,
  recv = 0x40,
};
[[nodiscard]] const char* name(Command command);  // nullptr: there is none of that code

enum class State : std::uint8_t {
  closed = 0,
  init = 0x13,
  listen = 0x14,
  syn_sent = 0x15,
  syn_received = 0x16,
  established = 0x17,
  fin_wait = 0x18,
  closing = 0x1A,
  time_wait = 0x1B,
  close_wait = 0x1C,
  last_ack = 0x1D,
  udp = 0x22,
  macraw = 0x42,
};
[[nodiscard]] const char* name(State state);

enum class Protocol : std::uint8_t { closed = 0, tcp = 1, udp = 2, macraw = 4 };

constexpr unsigned sockets = 8;
constexpr unsigned memory_size = 16384;  // in each direction

constexpr std::uint8_t high(unsigned value) { return static_cast<std::uint8_t>(value >> 8U & 0xFFU); }
constexpr std::uint8_t low(unsigned value) { return static_cast<std::uint8_t>(value & 0xFFU); }
constexpr std::uint16_t sixteen(unsigned value) { return static_cast<std::uint16_t>(value & 0xFFFFU); }

}  // namespace prometheus_express::simulated_w5500
