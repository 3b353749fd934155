// Settings of a sensor by their names, for devices that are configured at run time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace prometheus_express::sensors {

/// Reads a number such as `-12.5` or `1e-4` as a count of 10^-decimals, rounded to the nearest. False where it is no
/// number, or lies outside of `low` to `high`; `count` is then unchanged.
[[nodiscard]] bool read_number(std::string_view text, unsigned decimals, std::int32_t low, std::int32_t high,
                               std::int32_t& count);

/// The place of a choice in a list: the same text, or the same number. `size` where it is none of them.
[[nodiscard]] std::size_t find_choice(std::span<const std::string_view> choices, std::string_view text);

}  // namespace prometheus_express::sensors
