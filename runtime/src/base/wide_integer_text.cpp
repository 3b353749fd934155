#include "digits.hpp"
#include "eight_digits.hpp"
#include "number_layout.hpp"

namespace prometheus_express {
namespace {

// Without a call where the digits are few instructions.
inline char* write_here(char* out, std::uint64_t value) {
  if constexpr (digits::has_wide_registers) {
    return digits::write_wide(out, value);
  }
  return digits::write(out, value);
}

}  // namespace

std::size_t format(NumberText& out, std::uint64_t value) {
  return static_cast<std::size_t>(write_here(out.data(), value) - out.data());
}

std::size_t format(NumberText& out, std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  char* const first = write_sign(out, value < 0);
  return static_cast<std::size_t>(write_here(first, value < 0 ? 0 - bits : bits) - out.data());
}

}  // namespace prometheus_express
