// What the compiler is set to, as constants: the one place outside ports/ that asks the preprocessor.
#pragma once

namespace prometheus_express {

#if defined(__cpp_exceptions)
inline constexpr bool has_exceptions = true;
#else
inline constexpr bool has_exceptions = false;
#endif

// Whether a word may be read and written at any address in one instruction, as far as a compiler says.
#if defined(__ARM_FEATURE_UNALIGNED)
inline constexpr bool has_unaligned_words = true;
#else
inline constexpr bool has_unaligned_words = false;
#endif

}  // namespace prometheus_express
