// Questions for the addresses of a name, and their answers (RFC 1035, 4).
//
//   const std::size_t size = write_dns_question(memory, id, "push.example.com");
//   DnsReply reply;
//   if (read_dns_reply(datagram, id, "push.example.com", reply)) { …reply.outcome, reply.addresses… }
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/internet/ipv4.hpp"

namespace prometheus_express::internet {

inline constexpr std::uint16_t dns_port = 53;

/// Without the extension mechanism (EDNS), no message over UDP is longer (4.2.1).
inline constexpr std::size_t largest_dns_message = 512;

enum class DnsOutcome : std::uint8_t {
  found,
  no_such_name,  // or none of its records is an address
  failed,        // the server cannot say
};

struct DnsReply {
  static constexpr std::size_t most_addresses = 4;

  DnsOutcome outcome = DnsOutcome::failed;
  std::uint8_t count = 0;
  std::array<Ipv4, most_addresses> addresses = {};  // the first ones of the answer
};

/// Asks for addresses of version 4, and the server to find them out elsewhere if it must. Returns the size; 0 when `out` is too
/// small or `name` is none: empty labels, a label of more than 63 bytes or 253 in all. It may end with a dot.
[[nodiscard]] std::size_t write_dns_question(std::span<std::uint8_t> out, std::uint16_t id,
                                             std::string_view name);

/// Whether `message` answers that question, and is well formed as far as it was read. Names of records are passed over, by
/// whatever aliases (CNAME) they were found: what an answer says, it says of what was asked. Of one that was cut off, what is
/// there counts.
[[nodiscard]] bool read_dns_reply(std::span<const std::uint8_t> message, std::uint16_t id,
                                  std::string_view name, DnsReply& reply);

}  // namespace prometheus_express::internet
