#include "hex.hpp"

#include <stdexcept>

namespace prometheus_express::simulated {
namespace {

unsigned digit(char character) {
  constexpr std::string_view digits = "0123456789ABCDEFabcdef";
  const std::size_t at = digits.find(character);
  if (at == std::string_view::npos) {
    throw std::invalid_argument("not hexadecimal: " + std::string(1, character));
  }
  return static_cast<unsigned>(at < 16 ? at : at - 6);
}

}  // namespace

Bytes read_hex(std::string_view text) {
  if (text.starts_with("0x")) {
    text.remove_prefix(2);
  }
  if (text.size() % 2 != 0) {
    throw std::invalid_argument("an odd number of digits: " + std::string(text));
  }
  Bytes bytes;
  for (std::size_t at = 0; at < text.size(); at += 2) {
    bytes.push_back(static_cast<std::uint8_t>(digit(text[at]) << 4U | digit(text[at + 1])));
  }
  return bytes;
}

unsigned read_number(std::string_view text) {
  const int base = text.starts_with("0x") ? 16 : 10;
  return static_cast<unsigned>(std::stoul(std::string(text), nullptr, base));
}

std::string register_name(unsigned number) {
  const auto byte = static_cast<std::uint8_t>(number);
  return "0x" + write_hex({&byte, 1});
}

std::string write_hex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

}  // namespace prometheus_express::simulated
