// DHCP, DNS and SNTP messages from anybody: whatever they are, nothing is read beyond their end, and what is found fits.
#include <cstddef>
#include <cstdint>

#include "demand.hpp"
#include "prometheus_express/internet/dhcp_message.hpp"
#include "prometheus_express/internet/dns_message.hpp"
#include "prometheus_express/internet/sntp_message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace internet = prometheus_express::internet;
  if (size < 4) {
    return 0;
  }
  const std::span<const std::uint8_t> message(data, size);
  // The numbers that a question had are what the message says they were, so that more than the first check is reached.
  const auto number = static_cast<std::uint16_t>(data[0] * 256U + data[1]);
  internet::DnsReply names;
  if (internet::read_dns_reply(message, number, "push.example.com", names)) {
    demand(names.count <= internet::DnsReply::most_addresses, "there is room for the addresses");
    demand((names.outcome == internet::DnsOutcome::found) == (names.count != 0), "found are addresses");
  }
  if (size >= 34) {
    internet::Mac mac = {};
    for (std::size_t at = 0; at < mac.size(); ++at) {
      mac[at] = data[28 + at];
    }
    const std::uint32_t transaction = (std::uint32_t{data[4]} << 24U) | (std::uint32_t{data[5]} << 16U) |
                                      (std::uint32_t{data[6]} << 8U) | data[7];
    internet::DhcpReply lease;
    if (internet::read_dhcp(message, transaction, mac, lease)) {
      demand(lease.type == internet::DhcpType::offer || lease.type == internet::DhcpType::ack ||
                 lease.type == internet::DhcpType::nak,
             "only servers' messages are replies");
    }
    std::uint64_t cookie = 0;
    for (std::size_t at = 24; at < 32; ++at) {
      cookie = cookie << 8U | data[at];
    }
    internet::SntpReply time;
    (void)internet::read_sntp_reply(message, cookie, time);
  }
  return 0;
}
