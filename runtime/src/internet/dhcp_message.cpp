#include "prometheus_express/internet/dhcp_message.hpp"

#include "prometheus_express/internet/byte_order.hpp"

namespace prometheus_express::internet {
namespace {

// Offsets of RFC 2131, figure 1.
constexpr std::size_t transaction_at = 4, seconds_at = 8, flags_at = 10, client_at = 12, yours_at = 16,
                      hardware_at = 28, server_name_at = 44, file_at = 108, cookie_at = 236, options_at = 240;
constexpr std::size_t server_name_size = 64, file_size = 128;
constexpr std::uint32_t magic_cookie = 0x63825363;
constexpr std::uint8_t boot_request = 1, boot_reply = 2, ethernet = 1;
constexpr std::size_t smallest_message = 300;
constexpr std::size_t longest_host_name = 63;

/// Option codes of RFC 2132.
enum Option : std::uint8_t {
  pad = 0,
  subnet_mask = 1,
  router = 3,
  name_server = 6,
  host_name = 12,
  time_servers = 42,
  requested_address = 50,
  lease_time = 51,
  overload = 52,
  message_type = 53,
  server_identifier = 54,
  parameter_list = 55,
  largest_message = 57,
  renewal_time = 58,
  rebinding_time = 59,
  client_identifier = 61,
  end = 255,
};

class Writer {
 public:
  Writer(std::span<std::uint8_t> out, std::size_t at) : out_(out), at_(at) {}

  void option(Option code, std::span<const std::uint8_t> value) {
    out_[at_++] = code;
    out_[at_++] = static_cast<std::uint8_t>(value.size());
    put(value, out_.subspan(at_));
    at_ += value.size();
  }
  void address(Option code, const Ipv4& address) {
    if (!address.is_zero()) {
      option(code, address.bytes);
    }
  }
  std::size_t finish() {
    out_[at_++] = end;
    return at_ < smallest_message ? smallest_message : at_;
  }

 private:
  std::span<std::uint8_t> out_;
  std::size_t at_;
};

Ipv4 read_address(std::span<const std::uint8_t> bytes) { return {{bytes[0], bytes[1], bytes[2], bytes[3]}}; }

/// What one option says. False when it is too short for that.
bool read_option(std::uint8_t code, std::span<const std::uint8_t> value, DhcpReply& reply,
                 std::uint8_t& overloaded) {
  const auto needs = [&](std::size_t size) { return value.size() >= size; };
  const auto address = [&](Ipv4& into) {
    into = needs(4) ? read_address(value) : into;
    return needs(4);
  };
  const auto seconds = [&](std::uint32_t& into) {
    into = needs(4) ? read32(value, 0) : into;
    return needs(4);
  };
  switch (code) {
    case subnet_mask:
      return address(reply.addresses.mask);
    case router:
      return address(reply.addresses.gateway);
    case name_server:
      return address(reply.addresses.name_server);
    case time_servers:
      return address(reply.addresses.time_server);
    case server_identifier:
      return address(reply.server);
    case lease_time:
      return seconds(reply.lease);
    case renewal_time:
      return seconds(reply.renewal);
    case rebinding_time:
      return seconds(reply.rebinding);
    case message_type:
      reply.type = needs(1) ? static_cast<DhcpType>(value[0]) : reply.type;
      return needs(1);
    case overload:
      overloaded = needs(1) ? value[0] : overloaded;
      return needs(1);
    default:
      return true;
  }
}

/// The options of one field. An end is asked for only by those behind the cookie; the other fields may just be full.
bool read_options(std::span<const std::uint8_t> field, DhcpReply& reply, std::uint8_t& overloaded) {
  while (!field.empty() && field[0] != end) {
    if (field[0] == pad) {
      field = field.subspan(1);
      continue;
    }
    if (field.size() < 2 || field.size() < 2U + field[1]) {
      return false;
    }
    if (!read_option(field[0], field.subspan(2, field[1]), reply, overloaded)) {
      return false;
    }
    field = field.subspan(2U + field[1]);
  }
  return true;
}

}  // namespace

std::size_t write_dhcp(std::span<std::uint8_t> out, const DhcpRequest& request) {
  if (out.size() < largest_dhcp_request) {
    return 0;
  }
  clear(out.first(largest_dhcp_request));
  out[0] = boot_request;
  out[1] = ethernet;
  out[2] = static_cast<std::uint8_t>(request.mac.size());
  write32(out, transaction_at, request.transaction);
  write16(out, seconds_at, request.seconds);
  write16(out, flags_at, request.client.is_zero() ? 0x8000U : 0U);
  put(request.client.bytes, out.subspan(client_at));
  put(request.mac, out.subspan(hardware_at));
  write32(out, cookie_at, magic_cookie);

  Writer options(out, options_at);
  const std::uint8_t type = static_cast<std::uint8_t>(request.type);
  options.option(message_type, {&type, 1});
  std::uint8_t identifier[7] = {ethernet};
  put(request.mac, std::span(identifier).subspan(1));
  options.option(client_identifier, identifier);
  options.address(requested_address, request.requested);
  options.address(server_identifier, request.server);
  if (request.type == DhcpType::discover || request.type == DhcpType::request) {
    constexpr std::uint8_t wanted[] = {subnet_mask, router,       name_server,   time_servers,
                                       lease_time,  renewal_time, rebinding_time};
    options.option(parameter_list, wanted);
    constexpr std::uint8_t most[] = {576 >> 8U, 576 & 0xFFU};
    options.option(largest_message, most);
    const std::string_view name = request.host_name.substr(0, longest_host_name);
    if (!name.empty()) {
      options.option(host_name, {reinterpret_cast<const std::uint8_t*>(name.data()), name.size()});
    }
  }
  return options.finish();
}

bool read_dhcp(std::span<const std::uint8_t> message, std::uint32_t transaction, const Mac& mac,
               DhcpReply& reply) {
  reply = {};
  if (message.size() < options_at || message[0] != boot_reply || message[1] != ethernet ||
      message[2] != mac.size() || read32(message, transaction_at) != transaction ||
      !begin_with(message.subspan(hardware_at), mac) || read32(message, cookie_at) != magic_cookie) {
    return false;
  }
  reply.type = DhcpType{0};
  reply.addresses.own = read_address(message.subspan(yours_at));
  std::uint8_t overloaded = 0;
  std::uint8_t ignored = 0;
  return read_options(message.subspan(options_at), reply, overloaded) &&
         ((overloaded & 1U) == 0 || read_options(message.subspan(file_at, file_size), reply, ignored)) &&
         ((overloaded & 2U) == 0 ||
          read_options(message.subspan(server_name_at, server_name_size), reply, ignored)) &&
         (reply.type == DhcpType::offer || reply.type == DhcpType::ack || reply.type == DhcpType::nak);
}

}  // namespace prometheus_express::internet
