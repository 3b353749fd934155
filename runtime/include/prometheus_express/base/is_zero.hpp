// Whether a number is 0, of any arithmetic type.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace prometheus_express {

/// Zero of either sign; false for NaN. By its bits, all of which but the sign are then 0: no arithmetic, none of a library where a
/// processor has no unit for it, and no `==`, of which compilers can be told to warn.
template <std::floating_point Real>
[[nodiscard]] constexpr bool is_zero(Real value) {
  using Bits = std::conditional_t<sizeof(Real) == sizeof(std::uint32_t), std::uint32_t, std::uint64_t>;
  return std::bit_cast<Bits>(value) << 1U == 0;
}

template <std::integral Integer>
[[nodiscard]] constexpr bool is_zero(Integer value) {
  return value == Integer{};
}

}  // namespace prometheus_express
