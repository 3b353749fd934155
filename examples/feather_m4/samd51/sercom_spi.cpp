#include "sercom_spi.hpp"

#include <algorithm>

#include "synchronization.hpp"

namespace {

constexpr std::uint32_t control_a = 0x00, control_b = 0x04, baud = 0x0C, flags = 0x18, synchronization = 0x1C,
                        data = 0x28;
constexpr std::uint32_t reset_bit = 1U << 0U, enable_bit = 1U << 1U, control_b_bit = 1U << 2U,
                        everything = 0x1F;
constexpr std::uint8_t data_register_empty = 1U << 0U, receive_complete = 1U << 2U;

}  // namespace

void SercomSpi::start() {
  select_.set(true);
  select_.drive(true);
  clocks::enable(bus_clock_);
  static_cast<void>(clocks::connect(channel_, clocks::Generator::peripherals));
  frequency_ = 0;
}

SercomSpi::Outcome SercomSpi::begin_pieces(const Target& target, std::span<const std::uint8_t> head,
                                           std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  if ((target.frequency != frequency_ || target.mode != mode_) && !set_up(target)) {
    return Outcome::failed;
  }
  select_.set(false);
  const bool moved = move(head, {}) && move(out, in);
  select_.set(true);
  if (!moved) {
    frequency_ = 0;  // set up from the start next time
  }
  return moved ? Outcome::ok : Outcome::failed;
}

/// 35.6.2.1, from a reset on: CTRLA, CTRLB and BAUD may be written only while it is off. SCK is the clock over 2 * (BAUD + 1),
/// no faster than the part stands.
bool SercomSpi::set_up(const Target& target) {
  constexpr std::uint32_t master = 3U << 2U, receiver = 1U << 17U;
  const std::uint32_t halves =
      (clocks::peripherals / 2 + target.frequency - 1) / std::max<std::uint32_t>(target.frequency, 1);
  const std::uint32_t wanted = std::clamp<std::uint32_t>(halves, 1, 256) - 1;
  const std::uint32_t phase = target.mode & 1U, polarity = target.mode >> 1U & 1U;
  const std::uint32_t settings = polarity << 29U | phase << 28U | std::uint32_t{pads_.input} << 20U |
                                 std::uint32_t{pads_.output} << 16U | master;
  frequency_ = 0;
  if (!wait_until_clear(registers_, synchronization, everything)) {
    return false;
  }
  registers_.write32(control_a, reset_bit);
  if (!wait_until_clear(registers_, synchronization, reset_bit)) {
    return false;
  }
  registers_.write32(control_a, settings);
  registers_.write32(control_b, receiver);
  if (!wait_until_clear(registers_, synchronization, control_b_bit)) {
    return false;
  }
  registers_.write8(baud, static_cast<std::uint8_t>(wanted));
  registers_.write32(control_a, settings | enable_bit);
  if (!wait_until_clear(registers_, synchronization, enable_bit)) {
    return false;
  }
  frequency_ = target.frequency;
  mode_ = target.mode;
  return true;
}

/// At most two bytes are on their way, so that the receiver, which holds two, never overflows (35.6.2.6.1). All has arrived when all
/// is sent.
bool SercomSpi::move(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) const {
  constexpr std::size_t on_their_way = 2;
  constexpr std::uint32_t turns_a_byte = 100'000;  // at 94 kHz, the slowest clock, it takes 10,000 cycles
  const std::size_t size = std::max(out.size(), in.size());
  std::size_t sent = 0;
  std::uint32_t turns = 0;
  for (std::size_t received = 0; received < size;) {
    const unsigned now = registers_.read8(flags);
    if ((now & data_register_empty) != 0 && sent < size && sent - received < on_their_way) {
      registers_.write32(data, sent < out.size() ? out[sent] : 0U);
      ++sent;
    }
    if ((now & receive_complete) != 0) {
      const std::uint32_t byte = registers_.read32(data);
      if (received < in.size()) {
        in[received] = static_cast<std::uint8_t>(byte);
      }
      ++received;
      turns = 0;
    } else if (++turns == turns_a_byte) {
      return false;
    }
  }
  return true;
}
