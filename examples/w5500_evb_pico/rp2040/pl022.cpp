#include "pl022.hpp"

#include <algorithm>

#include "cortex_m0plus.hpp"

using Outcome = Pl022::Outcome;

void Pl022::start() {
  select_.set(true);
  select_.drive(true);
  registers_.write(dma_control, 1U << 0U | 1U << 1U);  // both directions
  receive.allow_interrupt();
}

Outcome Pl022::begin(const Target& target, std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  return begin_pieces(target, {}, out, in);
}

Outcome Pl022::begin_pieces(const Target& target, std::span<const std::uint8_t> head,
                            std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  if (target.frequency != frequency_ || target.mode != mode_) {
    set_up(target);
  }
  const std::size_t count = std::max(out.size(), in.size());
  select_.set(false);
  const bool moved =
      head.size() + count <= queue ? move_by_queue(head, out, in) : move(head, {}) && move(out, in);
  select_.set(true);
  return moved ? Outcome::ok : Outcome::failed;
}

/// What both directions have in common, then the rest of the longer one.
bool Pl022::move(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  while (!out.empty() || !in.empty()) {
    const std::size_t count = out.empty()  ? in.size()
                              : in.empty() ? out.size()
                                           : std::min(out.size(), in.size());
    const std::span<const std::uint8_t> from = out.first(std::min(count, out.size()));
    const std::span<std::uint8_t> to = in.first(std::min(count, in.size()));
    // DMA takes as many instructions for any number of bytes as the program for about these.
    constexpr std::size_t few = 4;
    if (!(count <= few ? move_by_queue({}, from, to) : move_by_dma(from, to))) {
      return false;
    }
    out = out.subspan(from.size());
    in = in.subspan(to.size());
  }
  return true;
}

/// At most as many as the queue holds: all of them stand in it before the first one has gone out. Nobody gets what comes in
/// during the head.
bool Pl022::move_by_queue(std::span<const std::uint8_t> head, std::span<const std::uint8_t> out,
                          std::span<std::uint8_t> in) const {
  for (const std::uint8_t byte : head) {
    registers_.write(data, byte);
  }
  for (const std::uint8_t byte : out) {
    registers_.write(data, byte);
  }
  for (std::size_t zeros = out.size(); zeros < in.size(); ++zeros) {
    registers_.write(data, 0);
  }
  const auto take = [this] {
    while ((registers_.read(status) & receive_not_empty) == 0) {
    }
    return static_cast<std::uint8_t>(registers_.read(data));
  };
  for (std::size_t unread = head.size() + (in.empty() ? out.size() : 0); unread != 0; --unread) {
    take();
  }
  for (std::uint8_t& byte : in) {
    byte = take();
  }
  for (std::size_t unread = in.size(); !in.empty() && unread < out.size(); ++unread) {
    take();
  }
  return true;
}

/// All is sent once all has arrived; one direction may be empty. A limit that no healthy transfer meets: twice its time at 1 MHz,
/// and a millisecond.
bool Pl022::move_by_dma(std::span<const std::uint8_t> out, std::span<std::uint8_t> in) const {
  static constexpr std::uint8_t zero = 0;
  static std::uint8_t unread;
  const auto count = static_cast<std::uint32_t>(std::max(out.size(), in.size()));
  receive.write_memory(registers_.address(data), in.empty() ? &unread : in.data(), !in.empty(), count,
                       DmaChannel::Pace::spi0_receive);
  transmit.read_memory(out.empty() ? &zero : out.data(), !out.empty(), registers_.address(data), count,
                       DmaChannel::Pace::spi0_transmit);
  timer_.set(Timer::Alarm::of_transfer, 16 * count + 1000);
  while (receive.is_busy() && !timer_.has_rung(Timer::Alarm::of_transfer)) {
    core::sleep_until(core::dma0 | core::timer1);
  }
  timer_.clear(Timer::Alarm::of_transfer);
  const bool done = !receive.is_busy();
  if (!done) {
    transmit.abort();
    receive.abort();
    empty_queue();
  }
  receive.withdraw_interrupt();
  asm volatile("" ::: "memory");  // what has arrived is read from memory
  return done;
}

void Pl022::empty_queue() const {
  for (std::uint32_t turn = 0; turn < 1000 && (registers_.read(status) & (busy | receive_not_empty)) != 0;
       ++turn) {
    [[maybe_unused]] const std::uint32_t byte = registers_.read(data);
  }
}

/// The fastest clock that the part stands: an even divider, and one of 1 to 256 behind it.
void Pl022::set_up(const Target& target) {
  constexpr std::uint32_t eight_bits = 7;
  const std::uint32_t wanted = std::max<std::uint32_t>(target.frequency, 1);
  std::uint32_t first = 2;
  while (first < 254 && clock_ / first / 256 >= wanted) {
    first += 2;
  }
  const std::uint32_t second = std::min((clock_ / first + wanted - 1) / wanted, std::uint32_t{256});
  const std::uint32_t polarity = target.mode >> 1U & 1U;
  const std::uint32_t phase = target.mode & 1U;
  registers_.write(control_1, 0);
  registers_.write(prescaler, first);
  registers_.write(control_0, (second - 1) << 8U | phase << 7U | polarity << 6U | eight_bits);
  registers_.write(control_1, enable);
  frequency_ = target.frequency;
  mode_ = target.mode;
}
