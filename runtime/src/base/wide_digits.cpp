#include "digits.hpp"
#include "eight_digits.hpp"
#include "wide_multiply.hpp"

namespace prometheus_express::digits {
namespace {

constexpr std::uint32_t hundred_million = 100'000'000;
constexpr std::uint64_t powers_by_subtraction[] = {10'000'000'000'000'000'000U, 1'000'000'000'000'000'000U,
                                                   100'000'000'000'000'000U, 10'000'000'000'000'000U};

// value / 10^8 for a value below 10^16. The reciprocal of 10^8 / 2^8 in 32 bits underestimates by at most 2.
std::uint32_t divide_by_hundred_million(std::uint64_t value) {
  constexpr auto reciprocal = static_cast<std::uint32_t>((std::uint64_t{1} << 50) / 390'625);
  auto quotient =
      static_cast<std::uint32_t>(multiply(static_cast<std::uint32_t>(value >> 25), reciprocal) >> 33);
  while (static_cast<std::uint32_t>(value) - quotient * hundred_million >= hundred_million) {
    ++quotient;
  }
  return quotient;
}

char* write_eight(char* out, std::uint32_t value) {
  for (char* digit = out + 8; digit != out;) {
    *--digit = take_last(value);
  }
  return out + 8;
}

}  // namespace

char* write(char* out, std::uint64_t value) {
  if constexpr (has_wide_registers) {
    return write_wide(out, value);
  }
  if (value >> 32 == 0) {
    return write(out, static_cast<std::uint32_t>(value));
  }
  // From 10^16 on the first digits come by subtraction: up to nine turns for one digit, four for most
  // doubles, and no divider.
  char* const first = out;
  for (const std::uint64_t power : powers_by_subtraction) {
    char digit = '0';
    for (; value >= power; value -= power) {
      ++digit;
    }
    if (digit != '0' || out != first) {
      *out++ = digit;
    }
  }
  const std::uint32_t upper = divide_by_hundred_million(value);
  out = out == first ? write(out, upper) : write_eight(out, upper);
  return write_eight(out, static_cast<std::uint32_t>(value) - upper * hundred_million);
}

}  // namespace prometheus_express::digits
