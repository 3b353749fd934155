// Multiplications that keep every bit of the product. The one place that asks which the processor has.
#pragma once

#include <cstdint>

namespace prometheus_express {

/// Thumb-1 (Cortex-M0, M0+, M23) multiplies to 32 bits only, and the compiler would call a 64 x 64 bit routine.
#if defined(__ARM_ARCH_ISA_THUMB) && __ARM_ARCH_ISA_THUMB == 1
inline constexpr bool multiplies_wide = false;
#else
inline constexpr bool multiplies_wide = true;
#endif

constexpr std::uint64_t multiply(std::uint32_t a, std::uint32_t b) {
  if constexpr (multiplies_wide) {
    return std::uint64_t{a} * b;
  }
  const std::uint32_t low = (a & 0xffff) * (b & 0xffff);
  const std::uint32_t middle = (a >> 16) * (b & 0xffff) + (low >> 16);
  const std::uint32_t other = (a & 0xffff) * (b >> 16) + (middle & 0xffff);
  const std::uint32_t high = (a >> 16) * (b >> 16) + (middle >> 16) + (other >> 16);
  return std::uint64_t{high} << 32 | (other << 16 | (low & 0xffff));
}

struct Uint128 {
  std::uint64_t high;
  std::uint64_t low;
  constexpr bool operator==(const Uint128&) const = default;
};

/// a * b + c
constexpr Uint128 multiply(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0) {
#ifdef __SIZEOF_INT128__
  __extension__ using Native = unsigned __int128;
  const Native product = Native{a} * b + c;
  return {static_cast<std::uint64_t>(product >> 64), static_cast<std::uint64_t>(product)};
#else
  const auto a_high = static_cast<std::uint32_t>(a >> 32), a_low = static_cast<std::uint32_t>(a);
  const auto b_high = static_cast<std::uint32_t>(b >> 32), b_low = static_cast<std::uint32_t>(b);
  // Every sum fits: a product is at most (2^32 - 1)^2, which leaves room for two more 32-bit numbers.
  const std::uint64_t low = multiply(a_low, b_low) + static_cast<std::uint32_t>(c);
  const std::uint64_t middle = multiply(a_high, b_low) + (low >> 32) + (c >> 32);
  const std::uint64_t other = multiply(a_low, b_high) + static_cast<std::uint32_t>(middle);
  const std::uint64_t high = multiply(a_high, b_high) + (middle >> 32) + (other >> 32);
  return {high, other << 32 | static_cast<std::uint32_t>(low)};
#endif
}

struct Uint192 {
  std::uint64_t high;
  std::uint64_t middle;
  std::uint64_t low;
};

constexpr Uint192 multiply(const Uint128& a, std::uint64_t b) {
  const Uint128 low = multiply(a.low, b);
  const Uint128 high = multiply(a.high, b, low.high);
  return {high.high, high.low, low.low};
}

}  // namespace prometheus_express
