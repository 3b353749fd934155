// Messages of DHCP (RFC 2131, 2; options of RFC 2132) as a client writes and reads them.
//
//   std::size_t size = write_dhcp(memory, {.type = DhcpType::discover, .transaction = xid, .mac = mac, .host_name = "attic"});
//   DhcpReply reply;
//   if (read_dhcp(datagram, xid, mac, reply) && reply.type == DhcpType::offer) { …reply.addresses.own… }
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/internet/ipv4.hpp"

namespace prometheus_express::internet {

inline constexpr std::uint16_t dhcp_server_port = 67;
inline constexpr std::uint16_t dhcp_client_port = 68;

/// Option 53 (RFC 2132, 9.6).
enum class DhcpType : std::uint8_t { discover = 1, offer, request, decline, ack, nak, release };

struct DhcpRequest {
  DhcpType type = DhcpType::discover;
  std::uint32_t transaction = 0;
  std::uint16_t seconds = 0;  // since the client began to ask
  Mac mac = {};
  Ipv4 client;                 // an address that it has and answers at
  Ipv4 requested;              // one that it would like; option 50
  Ipv4 server;                 // whose offer it takes; option 54
  std::string_view host_name;  // option 12, its first 63 bytes
};

struct DhcpReply {
  DhcpType type = DhcpType::offer;
  Addresses addresses;          // what is missing stays zero
  Ipv4 server;                  // option 54
  std::uint32_t lease = 0;      // seconds; 0xFFFFFFFF: for ever
  std::uint32_t renewal = 0;    // T1, seconds; 0: not given
  std::uint32_t rebinding = 0;  // T2
};

/// Bytes that `write_dhcp` writes at most: 236 of BOOTP, the cookie, the options. It pads to 300, which old relays want
/// (RFC 1542, 2.1).
inline constexpr std::size_t largest_dhcp_request = 344;

/// Returns the message's size, 0 when `out` is too small. A client without an address asks for a broadcast as answer, since it
/// may not get anything else (RFC 2131, 4.1).
[[nodiscard]] std::size_t write_dhcp(std::span<std::uint8_t> out, const DhcpRequest& request);

/// Whether `message` is a reply to this client's question, well formed as far as it was read; `reply` is undefined otherwise.
/// Options may go on in the fields `file` and `sname` (RFC 2132, 9.3). Of lists of addresses, the first counts.
[[nodiscard]] bool read_dhcp(std::span<const std::uint8_t> message, std::uint32_t transaction, const Mac& mac,
                             DhcpReply& reply);

}  // namespace prometheus_express::internet
