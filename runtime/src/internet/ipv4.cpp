#include "prometheus_express/internet/ipv4.hpp"

namespace prometheus_express::internet {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

}  // namespace

Ipv4 read_ipv4(std::string_view text) {
  Ipv4 address;
  for (unsigned part = 0; part < 4; ++part) {
    if (part != 0) {
      if (text.empty() || text.front() != '.') {
        return {};
      }
      text.remove_prefix(1);
    }
    unsigned value = 0;
    unsigned digits = 0;
    while (!text.empty() && is_digit(text.front()) && digits < 3) {
      value = value * 10 + static_cast<unsigned>(text.front() - '0');
      text.remove_prefix(1);
      ++digits;
    }
    if (digits == 0 || value > 255) {
      return {};
    }
    address.bytes[part] = static_cast<std::uint8_t>(value);
  }
  return text.empty() ? address : Ipv4();
}

bool looks_like_version_6(std::string_view text) {
  unsigned colons = 0;
  for (const char character : text.substr(0, text.find('%'))) {
    const char lower = static_cast<char>(character | 0x20);
    if (character == ':') {
      ++colons;
    } else if (!is_digit(character) && character != '.' && (lower < 'a' || lower > 'f')) {
      return false;
    }
  }
  return colons >= 2;
}

}  // namespace prometheus_express::internet
