// The text of a number as it leaves the device, for every exposition format.
//
//     NumberText text;
//     std::size_t length = format(text, 24.7359f);             // 24.7359
//     sink.write(std::string_view(text.data(), length));
//     length = format_decimal(text, std::int32_t{2470}, 2);    // 24.7
//
// No heap, no C library and no floating-point arithmetic: a processor without an FPU links integer code only,
// and only that of the widths it uses.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace prometheus_express {

/// Longest text that any function here writes: a sign, "0.00000" and 17 digits, as in
/// -0.0000015457032366645098. (An exponent form has 24 characters at most, an integer or a decimal 21.)
inline constexpr std::size_t number_text_size = 25;

/// A caller's buffer for one number, with room for the line end that a caller may put behind it, in whole words. Characters
/// behind the returned length have no meaning.
using NumberText = std::array<char, 28>;
static_assert(number_text_size < NumberText{}.size());

// Each function writes a text to the front of `out` and returns its length, which is never 0. No NUL follows.

/// Plain decimal digits, with `-` in front of a negative value.
std::size_t format(NumberText& out, std::uint32_t value);
std::size_t format(NumberText& out, std::int32_t value);
std::size_t format(NumberText& out, std::uint64_t value);
std::size_t format(NumberText& out, std::int64_t value);

/// The fewest digits that read back as the same value of the same width, the closest to the true value among
/// these, laid out as ECMAScript's Number::toString (ECMA-262, section 6.1.6.1.20): 1060948, 24.7359, 1e+21,
/// 5e-7. Differently from there a negative zero is `-0`, and infinities are `+Inf` and `-Inf`. Every NaN is
/// `NaN`.
std::size_t format(NumberText& out, float value);
std::size_t format(NumberText& out, double value);

/// `scaled` / 10^`places` exactly, without trailing zeros: 12.50 is `12.5`, 12.00 is `12`, -5 with one place is
/// `-0.5`, and 0 is `0`. `places` is 0 to 9 for 32 bits and 0 to 18 for 64 bits.
std::size_t format_decimal(NumberText& out, std::int32_t scaled, unsigned places);
std::size_t format_decimal(NumberText& out, std::int64_t scaled, unsigned places);

}  // namespace prometheus_express
