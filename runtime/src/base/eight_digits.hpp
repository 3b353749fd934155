// Eight digits at once in a 64-bit register: what a host does instead of a loop over digits.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace prometheus_express::digits {

/// Whether 64-bit arithmetic is the processor's own.
inline constexpr bool has_wide_registers = sizeof(std::size_t) >= 8;

/// The digits of `value`, below 10^8, one a byte, the first in the lowest byte. The value is halved into
/// pairs, then quarters, all pieces at once: 10486 / 2^20 and 103 / 2^10 are 1/100 and 1/10 exactly enough
/// for 4 and 2 digits.
constexpr std::uint64_t eight_digits(std::uint32_t value) {
  // Each step is low | (all - low * divisor) << width, of every piece at once.
  const std::uint64_t upper = value / 10000;
  const std::uint64_t fours = (std::uint64_t{value} << 32) - upper * ((std::uint64_t{10000} << 32) - 1);
  const std::uint64_t hundreds = (fours * 10486 >> 20) & 0x0000'007f'0000'007f;
  const std::uint64_t pairs = (fours << 16) - hundreds * ((100 << 16) - 1);
  const std::uint64_t tens = (pairs * 103 >> 10) & 0x000f'000f'000f'000f;
  return (pairs << 8) - tens * ((10 << 8) - 1);
}

inline void store_text(char* out, std::uint64_t text) {
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(out, &text, 8);
  } else {
    for (int byte = 0; byte < 8; ++byte) {
      out[byte] = static_cast<char>(text >> 8 * byte & 0xff);
    }
  }
}

/// Writes all eight digits and returns the end of the text.
inline char* store(char* out, std::uint64_t digits) {
  store_text(out, digits | 0x3030'3030'3030'3030);
  return out + 8;
}

/// Writes the digits without leading zeros (a zero keeps one) and returns the end of the text; the eight
/// characters behind `out` are overwritten.
inline char* store_significant(char* out, std::uint64_t digits) {
  const int zeros = std::countr_zero(digits | std::uint64_t{1} << 56) >> 3;
  store_text(out, (digits | 0x3030'3030'3030'3030) >> 8 * zeros);
  return out + (8 - zeros);
}

/// The digits of any value: what write() does on a processor with wide registers.
inline char* write_wide(char* out, std::uint64_t value) {
  constexpr std::uint32_t hundred_million = 100'000'000;
  if (value < 10) {
    *out = static_cast<char>('0' + value);
    return out + 1;
  }
  if (value < 100) {
    const std::uint64_t tens = value * 103 >> 10;
    out[0] = static_cast<char>('0' + tens);
    out[1] = static_cast<char>('0' + value - tens * 10);
    return out + 2;
  }
  if (value < hundred_million) {
    return store_significant(out, eight_digits(static_cast<std::uint32_t>(value)));
  }
  std::uint64_t upper = value / hundred_million;
  const auto lower = static_cast<std::uint32_t>(value - upper * hundred_million);
  if (upper < hundred_million) {
    out = store_significant(out, eight_digits(static_cast<std::uint32_t>(upper)));
  } else {
    const auto top = static_cast<std::uint32_t>(upper / hundred_million);
    upper -= std::uint64_t{top} * hundred_million;
    if (top < 10) {
      *out++ = static_cast<char>('0' + top);
    } else {
      out = store_significant(out, eight_digits(top));
    }
    out = store(out, eight_digits(static_cast<std::uint32_t>(upper)));
  }
  return store(out, eight_digits(lower));
}

}  // namespace prometheus_express::digits
