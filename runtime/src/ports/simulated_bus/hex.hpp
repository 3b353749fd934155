// Numbers and bytes as the descriptions of parts write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "prometheus_express/ports/simulated_bus/part.hpp"

namespace prometheus_express::simulated {

/// `130E00` → three bytes. Throws std::invalid_argument.
[[nodiscard]] Bytes read_hex(std::string_view text);
/// `0x5A` or `90` → 90. Throws std::invalid_argument.
[[nodiscard]] unsigned read_number(std::string_view text);
/// 90 → `0x5A`
[[nodiscard]] std::string register_name(unsigned number);
[[nodiscard]] std::string write_hex(std::span<const std::uint8_t> bytes);

}  // namespace prometheus_express::simulated
