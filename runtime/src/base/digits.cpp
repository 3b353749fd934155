#include "digits.hpp"

#include "eight_digits.hpp"

namespace prometheus_express::digits {
namespace {

// 2^29 / 10^4 in 16 bits underestimates the quotient by at most 8, which leaves a remainder below 90,000;
// then 2^19 / 625 is exact. Every 32-bit value was compared with the division.
constexpr std::uint32_t divide_by_10000(std::uint32_t value) {
  const std::uint32_t low_quotient = ((value >> 16) * 53687) >> 13;
  const std::uint32_t rest = value - low_quotient * 10000;
  return low_quotient + (((rest >> 4) * 839) >> 19);
}

// Four digits of `value`, below 10^4; leading zeros too if `padded`. value / 1000 as a fixed-point number
// with 28 fraction bits shows its digits one after the other above the point. Rounding up the factor 2^28 /
// 1000 adds less than 1/40 of the last digit.
char* write_four(char* out, std::uint32_t value, bool padded) {
  std::uint32_t fixed = value * 268436;
  for (int digit = 0; digit < 4; ++digit) {
    const std::uint32_t top = fixed >> 28;
    padded = padded || top != 0;
    if (padded) {
      *out++ = static_cast<char>('0' + top);
    }
    fixed = (fixed << 4 >> 4) * 10;
  }
  return out;
}

}  // namespace

char* write(char* out, std::uint32_t value) {
  if constexpr (has_wide_registers) {
    return write_wide(out, value);
  }
  char* const first = out;
  const std::uint32_t upper = divide_by_10000(value);
  if (upper != 0) {
    const std::uint32_t uppermost = divide_by_10000(upper);
    out = write_four(out, uppermost, false);
    out = write_four(out, upper - uppermost * 10000, out != first);
  }
  out = write_four(out, value - upper * 10000, out != first);
  if (out == first) {
    *out++ = '0';
  }
  return out;
}

char* write_eight(char* out, std::uint32_t value) {
  if constexpr (has_wide_registers) {
    return store(out, eight_digits(value));
  }
  const std::uint32_t upper = divide_by_10000(value);
  out = write_four(out, upper, true);
  return write_four(out, value - upper * 10000, true);
}

}  // namespace prometheus_express::digits
