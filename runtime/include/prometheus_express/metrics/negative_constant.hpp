// Lets the compiler refuse `counter.inc(-1)`: clang wherever it can tell the amount, g++ where it optimises, be it -Og. The
// language has no overload for constants, nor a way to ask whether an argument is one, so this file holds the attributes of both
// compilers. g++ -O0 knows no argument's value within a function, whatever is inlined: there the amount is refused when the program runs.
#pragma once

#define PROMETHEUS_EXPRESS_ALWAYS_INLINE [[gnu::always_inline]] inline

// clang-format off
#if defined(__clang__)
  #define PROMETHEUS_EXPRESS_NO_NEGATIVE_CONSTANT(amount)                                                       \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wgcc-compat\"")                       \
    __attribute__((diagnose_if((amount) < 0, "a counter cannot be increased by a negative amount", "error")))   \
    _Pragma("clang diagnostic pop")
#else
  #define PROMETHEUS_EXPRESS_NO_NEGATIVE_CONSTANT(amount)
#endif
// clang-format on

namespace prometheus_express {

#if !defined(__clang__)
[[gnu::error("a counter cannot be increased by a negative amount")]] void negative_constant_amount();
#endif

/// Does not compile where the optimiser knows `amount` to be negative.
template <class Amount>
PROMETHEUS_EXPRESS_ALWAYS_INLINE constexpr void refuse_negative_constant([[maybe_unused]] Amount amount) {
#if !defined(__clang__)
  if (__builtin_constant_p(amount < Amount{0}) && amount < Amount{0}) {
    negative_constant_amount();
  }
#endif
}

}  // namespace prometheus_express
