#include "digits.hpp"
#include "number_layout.hpp"

namespace prometheus_express {

std::size_t format(NumberText& out, std::uint64_t value) {
  return static_cast<std::size_t>(digits::write(out.data(), value) - out.data());
}

std::size_t format(NumberText& out, std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  char* const first = write_sign(out, value < 0);
  return static_cast<std::size_t>(digits::write(first, value < 0 ? 0 - bits : bits) - out.data());
}

}  // namespace prometheus_express
