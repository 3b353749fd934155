// Numbers and addresses in the words of command lines and of the control language.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prometheus_express/ports/simulated_w5500/options.hpp"

namespace prometheus_express::simulated_w5500 {

template <typename Number>
[[nodiscard]] std::optional<Number> read_number(std::string_view word) {
  Number number = {};
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc{} && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(at), text.size());
    if (end > 0) {
      words.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

[[nodiscard]] inline std::optional<Address> read_address(std::string_view text) {
  const auto parts = split(text, '.');
  Address address = {};
  for (std::size_t part = 0; part < parts.size() && part < address.size(); ++part) {
    const auto number = read_number<std::uint8_t>(parts[part]);
    if (!number) {
      return std::nullopt;
    }
    address[part] = *number;
  }
  return parts.size() == address.size() ? std::optional(address) : std::nullopt;
}

[[nodiscard]] inline std::string text(const Address& address) {
  return std::to_string(address[0]) + "." + std::to_string(address[1]) + "." + std::to_string(address[2]) +
         "." + std::to_string(address[3]);
}

}  // namespace prometheus_express::simulated_w5500
