// Decimal digits of unsigned integers, by 32-bit multiplication: a Cortex-M0+ has neither a divide
// instruction nor a multiplication that is wider.
#pragma once

#include <cstdint>

namespace prometheus_express::digits {

/// Writes the digits of `value` and returns the end of the text. The eight characters behind `out` must be
/// writable.
char* write(char* out, std::uint32_t value);

/// The same; here the 21 characters behind `out` must be writable.
char* write(char* out, std::uint64_t value);

/// Writes `value`, below 10^8, as exactly eight digits and returns the end of the text.
char* write_eight(char* out, std::uint32_t value);

}  // namespace prometheus_express::digits
