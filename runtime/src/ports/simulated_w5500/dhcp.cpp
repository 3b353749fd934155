#include <algorithm>

#include "services.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

enum Kind : std::uint8_t { discover = 1, offer = 2, request = 3, ack = 5, nak = 6, inform = 8 };
enum Option : std::uint8_t {
  pad = 0,
  subnet_mask = 1,
  router = 3,
  name_server = 6,
  time_server = 42,
  requested_address = 50,
  lease_time = 51,
  message_kind = 53,
  server_identifier = 54,
  end = 255,
};

constexpr std::size_t options_at = 240;
constexpr std::uint8_t cookie[] = {99, 130, 83, 99};

/// The value of an option; empty when it is not there.
Bytes option(const Bytes& message, Option wanted) {
  for (std::size_t at = options_at; at < message.size() && message[at] != end;) {
    if (message[at] == pad) {
      ++at;
      continue;
    }
    const std::size_t length = at + 1 < message.size() ? message[at + 1] : 0;
    if (at + 2 + length > message.size()) {
      break;
    }
    const auto value = message.begin() + static_cast<std::ptrdiff_t>(at + 2);
    if (message[at] == wanted) {
      return {value, value + static_cast<std::ptrdiff_t>(length)};
    }
    at += 2 + length;
  }
  return {};
}

void append_option(Bytes& reply, Option option, const Address& address) {
  reply.push_back(option);
  reply.push_back(4);
  reply.insert(reply.end(), address.begin(), address.end());
}

bool is(const Bytes& value, const Address& address) {
  return std::equal(value.begin(), value.end(), address.begin(), address.end());
}

Bytes make_reply(const Bytes& message, Kind kind, const Options& options) {
  Bytes reply(options_at, 0);
  reply[0] = 2;                                               // BOOTREPLY
  std::copy_n(message.begin() + 1, 7, reply.begin() + 1);     // htype, hlen, hops, xid
  std::copy_n(message.begin() + 10, 2, reply.begin() + 10);   // flags
  std::copy_n(message.begin() + 28, 16, reply.begin() + 28);  // chaddr
  std::copy(std::begin(cookie), std::end(cookie), reply.begin() + 236);
  reply.insert(reply.end(), {message_kind, 1, kind});
  append_option(reply, server_identifier, options.gateway);
  if (kind != nak) {
    std::copy_n(message.begin() + 12, 4, reply.begin() + 12);  // ciaddr
    std::copy(options.dhcp.address.begin(), options.dhcp.address.end(), reply.begin() + 16);
    reply.insert(reply.end(), {lease_time, 4});
    append32(reply, options.dhcp.lease);
    append_option(reply, subnet_mask, options.mask);
    append_option(reply, router, options.gateway);
    append_option(reply, name_server, options.gateway);
    append_option(reply, time_server, options.gateway);
  }
  reply.push_back(end);
  reply.resize(std::max<std::size_t>(reply.size(), 300), 0);  // what BOOTP relays expect
  return reply;
}

}  // namespace

std::optional<Datagram> answer_dhcp(const Datagram& datagram, const Options& options) {
  const Bytes& message = datagram.payload;
  const bool is_request = message.size() > options_at && message[0] == 1 && message[1] == 1 &&
                          message[2] == 6 &&
                          std::equal(std::begin(cookie), std::end(cookie), message.begin() + 236);
  const Bytes kind = is_request ? option(message, message_kind) : Bytes{};
  if (kind.size() != 1 || options.dhcp.mood == DhcpScript::Mood::silent) {
    return std::nullopt;
  }
  const Bytes server = option(message, server_identifier);
  if (!server.empty() && !is(server, options.gateway)) {
    return std::nullopt;  // another server's offer was taken
  }
  const Bytes current(message.begin() + 12, message.begin() + 16);
  const Bytes asked = option(message, requested_address);
  const bool renews = !is(current, {});
  Kind answer = kind[0] == discover ? offer : ack;
  if (kind[0] == request && (options.dhcp.mood == DhcpScript::Mood::refuses ||
                             !is(renews ? current : asked, options.dhcp.address))) {
    answer = nak;
  } else if (kind[0] != discover && kind[0] != request && kind[0] != inform) {
    return std::nullopt;  // RELEASE, DECLINE
  }
  Place client{broadcast_address, 68};
  if (renews && answer != nak) {
    std::copy(current.begin(), current.end(), client.address.begin());
  }
  return Datagram{{options.gateway, 67}, client, make_reply(message, answer, options)};
}

}  // namespace prometheus_express::simulated_w5500
