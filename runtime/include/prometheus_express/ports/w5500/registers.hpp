// The registers of the W5500, by the sections of its datasheet (v1.0.9). Numbers of two bytes have the high one first.
#pragma once

#include <cstdint>

namespace prometheus_express::w5500 {

/// Sockets of the chip, and KiB of buffer memory that they share in each direction (3.3).
inline constexpr std::uint8_t sockets_of_chip = 8;
inline constexpr std::uint8_t buffer_kib = 16;

/// Upper five bits of a frame's control byte (2.2.2). 4, 8, … 28 are reserved, and choosing one can upset the chip.
enum class Block : std::uint8_t { common = 0 };

[[nodiscard]] constexpr Block registers_of(std::uint8_t socket) { return Block(4U * socket + 1); }
[[nodiscard]] constexpr Block tx_buffer_of(std::uint8_t socket) { return Block(4U * socket + 2); }
[[nodiscard]] constexpr Block rx_buffer_of(std::uint8_t socket) { return Block(4U * socket + 3); }

/// Common registers (3.1, 4.1).
namespace common {
inline constexpr std::uint16_t mode = 0x00;           // MR
inline constexpr std::uint16_t gateway = 0x01;        // GAR, 4 bytes; SUBR, SHAR and SIPR follow
inline constexpr std::uint16_t interrupts = 0x15;     // IR; IMR follows
inline constexpr std::uint16_t socket_events = 0x17;  // SIR
inline constexpr std::uint16_t socket_mask = 0x18;    // SIMR; RTR (2 bytes) and RCR follow
inline constexpr std::uint16_t phy = 0x2E;            // PHYCFGR
inline constexpr std::uint16_t version = 0x39;        // VERSIONR
}  // namespace common

inline constexpr std::uint8_t mode_reset = 0x80;
inline constexpr std::uint8_t interrupt_conflict = 0x80;  // somebody else uses our address
inline constexpr std::uint8_t phy_link = 0x01;
inline constexpr std::uint8_t phy_mode = 0xC0;     // RST and OPMD: whether it runs, and who says how
inline constexpr std::uint8_t phy_default = 0x80;  // it runs, as the pins say
inline constexpr std::uint8_t chip_version = 0x04;

/// Socket registers (3.2, 4.2).
namespace socket {
inline constexpr std::uint16_t mode = 0x00;          // Sn_MR; CR, IR, SR and PORT (2 bytes) follow
inline constexpr std::uint16_t command = 0x01;       // Sn_CR
inline constexpr std::uint16_t events = 0x02;        // Sn_IR
inline constexpr std::uint16_t port = 0x04;          // Sn_PORT
inline constexpr std::uint16_t peer = 0x0C;          // Sn_DIPR, 4 bytes; DPORT (2 bytes) follows
inline constexpr std::uint16_t buffer_sizes = 0x1E;  // Sn_RXBUF_SIZE; TXBUF_SIZE follows
inline constexpr std::uint16_t tx_free = 0x20;       // Sn_TX_FSR
inline constexpr std::uint16_t tx_write = 0x24;      // Sn_TX_WR
inline constexpr std::uint16_t rx_received = 0x26;   // Sn_RX_RSR
inline constexpr std::uint16_t rx_read = 0x28;       // Sn_RX_RD
inline constexpr std::uint16_t event_mask = 0x2C;    // Sn_IMR; FRAG (2 bytes) and KPALVTR follow
inline constexpr std::uint16_t keep_alive = 0x2F;    // Sn_KPALVTR, units of 5 s
}  // namespace socket

/// Sn_MR. TCP with ND acknowledges what arrives at once: a client that waits for that with the rest of its request is
/// not delayed.
inline constexpr std::uint8_t mode_tcp = 0x21;
inline constexpr std::uint8_t mode_udp = 0x02;

/// Sn_CR.
enum class Command : std::uint8_t {
  open = 0x01,
  listen = 0x02,
  connect = 0x04,
  disconnect = 0x08,
  close = 0x10,
  send = 0x20,
  receive = 0x40,
};

/// Sn_IR.
namespace event {
inline constexpr std::uint8_t sent = 0x10;
inline constexpr std::uint8_t timeout = 0x08;
inline constexpr std::uint8_t received = 0x04;
inline constexpr std::uint8_t connected = 0x01;
inline constexpr std::uint8_t reserved = 0xE0;
}  // namespace event

/// Sn_SR. Others occur in passing (W5200 has 01, W5300 10 and 11): they are waited for, with a limit.
enum class SocketState : std::uint8_t {
  closed = 0x00,
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
};

}  // namespace prometheus_express::w5500
