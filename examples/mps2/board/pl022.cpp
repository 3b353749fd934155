#include "pl022.hpp"

#include <algorithm>

namespace {

constexpr std::uint32_t receive_not_empty = 1U << 2U;

}  // namespace

Pl022::Outcome Pl022::begin(const Target& target, std::span<const std::uint8_t> out,
                            std::span<std::uint8_t> in) {
  if (!has_part_) {
    return Outcome::failed;
  }
  set_up(target);
  const std::size_t size = std::max(out.size(), in.size());
  std::size_t sent = 0;
  for (std::size_t received = 0; received < size;) {
    while (sent < size && sent - received < queue) {
      registers_.write(data, sent < out.size() ? out[sent] : 0U);
      ++sent;
    }
    if ((registers_.read(status) & receive_not_empty) != 0) {
      const std::uint32_t byte = registers_.read(data);
      if (received < in.size()) {
        in[received] = static_cast<std::uint8_t>(byte);
      }
      ++received;
    }
  }
  return Outcome::ok;
}

/// Bits a second: clock / (prescaler * (1 + rate)), where the prescaler is even and 2 to 254.
void Pl022::set_up(const Target& target) const {
  constexpr std::uint32_t eight_bits = 7;
  const std::uint32_t polarity = target.mode >> 1U & 1U;
  const std::uint32_t phase = target.mode & 1U;
  const std::uint32_t frequency = std::max<std::uint32_t>(target.frequency, 1);
  const std::uint32_t slowdown = (clock_ + frequency - 1) / frequency;
  registers_.write(control_1, 0);
  registers_.write(control_0, eight_bits | polarity << 6U | phase << 7U);
  registers_.write(prescaler, std::clamp<std::uint32_t>((slowdown + 1) & ~1U, 2, 254));
  registers_.write(control_1, 1U << 1U);  // on, as master
}
