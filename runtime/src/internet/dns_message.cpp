#include "prometheus_express/internet/dns_message.hpp"

#include "prometheus_express/internet/byte_order.hpp"

namespace prometheus_express::internet {
namespace {

constexpr std::size_t head_size = 12;
constexpr std::size_t longest_label = 63;
constexpr std::size_t longest_name = 253;
constexpr std::uint16_t recursion_desired = 0x0100, is_reply = 0x8000, operation = 0x7800,
                        is_truncated = 0x0200, code = 0x000F;
constexpr std::uint16_t type_address = 1, class_internet = 1;
constexpr std::uint16_t name_error = 3;

std::uint8_t lower(std::uint8_t byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<std::uint8_t>(byte + ('a' - 'A')) : byte;
}

/// A message that is read from its front on. Past its end, everything is refused.
class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> message) : message_(message) {}

  bool skip(std::size_t size) {
    if (message_.size() - at_ < size) {
      return false;
    }
    at_ += size;
    return true;
  }

  bool number(std::uint16_t& value) {
    const std::size_t at = at_;
    if (!skip(2)) {
      return false;
    }
    value = read16(message_, at);
    return true;
  }

  /// A name with labels, a pointer to some, or both (4.1.4). Pointers end it, so they need not be followed to pass it.
  bool skip_name() {
    for (;;) {
      const std::size_t at = at_;
      if (!skip(1)) {
        return false;
      }
      const std::uint8_t size = message_[at];
      if (size == 0) {
        return true;
      }
      if (size > longest_label) {
        return (size & 0xC0U) == 0xC0U && skip(1);
      }
      if (!skip(size)) {
        return false;
      }
    }
  }

  bool address(Ipv4& address) {
    const std::size_t at = at_;
    if (!skip(4)) {
      return false;
    }
    for (std::size_t part = 0; part < 4; ++part) {
      address.bytes[part] = message_[at + part];
    }
    return true;
  }

 private:
  std::span<const std::uint8_t> message_;
  std::size_t at_ = 0;
};

/// The records of an answer. False when one is not well formed; those before it were read.
bool read_records(Reader& reader, unsigned count, DnsReply& reply) {
  for (; count != 0; --count) {
    std::uint16_t type = 0;
    std::uint16_t record_class = 0;
    std::uint16_t length = 0;
    if (!reader.skip_name() || !reader.number(type) || !reader.number(record_class) || !reader.skip(4) ||
        !reader.number(length)) {
      return false;
    }
    const bool is_address = type == type_address && record_class == class_internet && length == 4;
    if (is_address && reply.count < DnsReply::most_addresses) {
      if (!reader.address(reply.addresses[reply.count])) {
        return false;
      }
      ++reply.count;
    } else if (!reader.skip(length)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::size_t write_dns_question(std::span<std::uint8_t> out, std::uint16_t id, std::string_view name) {
  if (name.ends_with('.')) {
    name.remove_suffix(1);
  }
  const std::size_t size = head_size + name.size() + 2 + 4;
  if (name.empty() || name.size() > longest_name || out.size() < size) {
    return 0;
  }
  write16(out, 0, id);
  write16(out, 2, recursion_desired);
  write16(out, 4, 1);  // one question, no records
  write16(out, 6, 0);
  write16(out, 8, 0);
  write16(out, 10, 0);
  std::size_t at = head_size;
  while (!name.empty()) {
    const std::size_t label = name.find('.') == std::string_view::npos ? name.size() : name.find('.');
    if (label == 0 || label > longest_label || label + 1 == name.size()) {
      return 0;
    }
    out[at++] = static_cast<std::uint8_t>(label);
    for (std::size_t byte = 0; byte < label; ++byte) {
      out[at++] = static_cast<std::uint8_t>(name[byte]);
    }
    name.remove_prefix(label == name.size() ? label : label + 1);
  }
  out[at++] = 0;
  write16(out, at, type_address);
  write16(out, at + 2, class_internet);
  return size;
}

bool read_dns_reply(std::span<const std::uint8_t> message, std::uint16_t id, std::string_view name,
                    DnsReply& reply) {
  reply = {};
  std::array<std::uint8_t, head_size + longest_name + 6> asked;
  const std::size_t size = write_dns_question(asked, id, name);
  if (size == 0 || message.size() < size || read16(message, 0) != id || read16(message, 4) != 1) {
    return false;
  }
  const std::uint16_t flags = read16(message, 2);
  if ((flags & is_reply) == 0 || (flags & operation) != 0) {
    return false;
  }
  for (std::size_t at = head_size; at < size; ++at) {
    if (lower(message[at]) != lower(asked[at])) {
      return false;
    }
  }
  if ((flags & code) != 0) {
    reply.outcome = (flags & code) == name_error ? DnsOutcome::no_such_name : DnsOutcome::failed;
    return true;
  }
  Reader reader(message);
  const bool whole = reader.skip(size) && read_records(reader, read16(message, 6), reply);
  if (!whole && (flags & is_truncated) == 0) {
    return false;
  }
  if (reply.count != 0) {
    reply.outcome = DnsOutcome::found;
  } else {
    reply.outcome = (flags & is_truncated) != 0 ? DnsOutcome::failed : DnsOutcome::no_such_name;
  }
  return true;
}

}  // namespace prometheus_express::internet
