// What the compiler is set to, as constants: the one place outside ports/ that asks the preprocessor.
#pragma once

namespace prometheus_express {

#if defined(__cpp_exceptions)
inline constexpr bool has_exceptions = true;
#else
inline constexpr bool has_exceptions = false;
#endif

}  // namespace prometheus_express
