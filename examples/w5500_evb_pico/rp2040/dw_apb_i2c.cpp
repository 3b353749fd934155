#include "dw_apb_i2c.hpp"

#include <algorithm>

#include "resets.hpp"

using Outcome = DwApbI2c::Outcome;

void DwApbI2c::start() const {
  set_up();
  data_pin_.give_to(Function::i2c, Pull::up);
  clock_pin_.give_to(Function::i2c, Pull::up);
}

/// Times of UM10204, table 10, as section 4.3.14.2 of the datasheet has them: the clock is low for 3 parts in 5.
void DwApbI2c::set_up() const {
  constexpr std::uint32_t master = 1U << 0U, fast = 2U << 1U, restarts = 1U << 5U, no_slave = 1U << 6U;
  resets::restart(block_);
  const std::uint32_t period = (clock_ + frequency_ / 2) / frequency_;
  const std::uint32_t low = period * 3 / 5;
  registers_.write(enable, 0);
  registers_.write(control, master | fast | restarts | no_slave);
  registers_.write(fast_high, period - low);
  registers_.write(fast_low, low);
  registers_.write(spike_length, std::max(low / 16, std::uint32_t{1}));
  registers_.write(data_hold, clock_ * 3 / 10'000'000 + 1);  // 300 ns
}

Outcome DwApbI2c::begin(const Target& target, std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  if (out.empty() && in.empty()) {
    return Outcome::failed;
  }
  if (!is_free()) {
    return Outcome::stuck;
  }
  out_ = out;
  in_ = in;
  ordered_ = taken_ = 0;
  registers_.write(enable, 0);
  for (unsigned turn = 0; (registers_.read(enable_status) & 1U) != 0; ++turn) {
    if (turn == 1000) {  // 0.1 ms: it still ends a transfer, or cannot
      cancel();
      break;
    }
  }
  registers_.write(target_address, target.number);
  registers_.write(enable, 1);
  [[maybe_unused]] const std::uint32_t cleared = registers_.read(clear_interrupts);
  order();
  return Outcome::pending;
}

Outcome DwApbI2c::poll() {
  const std::uint32_t events = registers_.read(raw_interrupts);
  if ((events & aborted) != 0) {
    return outcome_of_abort();
  }
  take();
  order();
  if (taken_ < in_.size() || (events & stopped) == 0) {
    return Outcome::pending;
  }
  return Outcome::ok;
}

/// The controller has thrown away what was still to be done, and ends with a stop of its own if it can.
Outcome DwApbI2c::outcome_of_abort() {
  constexpr std::uint32_t address_or_byte_not_acknowledged = 1U << 0U | 1U << 3U;
  const std::uint32_t source = registers_.read(abort_source);
  [[maybe_unused]] const std::uint32_t cleared = registers_.read(clear_abort);
  if ((source & address_or_byte_not_acknowledged) != 0) {
    return Outcome::nack;
  }
  cancel();
  return is_free() ? Outcome::failed : Outcome::stuck;
}

/// Fills the queue of commands, as long as what they read finds room, too.
void DwApbI2c::order() {
  constexpr std::uint32_t read = 1U << 8U, stop = 1U << 9U, restart = 1U << 10U;
  constexpr std::uint32_t not_full = 1U << 1U;
  const auto written = static_cast<std::uint32_t>(out_.size());
  const auto all = static_cast<std::uint32_t>(written + in_.size());
  while (ordered_ < all && (ordered_ < written || ordered_ - written - taken_ < queue) &&
         (registers_.read(status) & not_full) != 0) {
    std::uint32_t command = ordered_ < written ? out_[ordered_] : read;
    if (ordered_ == written && written != 0) {
      command |= restart;
    }
    if (++ordered_ == all) {
      command |= stop;
    }
    registers_.write(data_and_command, command);
  }
}

void DwApbI2c::take() {
  for (std::uint32_t count = registers_.read(received); count != 0 && taken_ < in_.size(); --count) {
    in_[taken_] = static_cast<std::uint8_t>(registers_.read(data_and_command));
    ++taken_;
  }
}

void DwApbI2c::cancel() { set_up(); }

bool DwApbI2c::recover() {
  constexpr std::uint32_t half_period = 5;  // microseconds: 100 kHz, which every part stands
  const auto move = [this](const Pin& pin, bool high) {
    pin.drive(!high);  // low, or left to its pull-up
    timer_.wait(half_period);
  };
  for (const Pin& pin : {data_pin_, clock_pin_}) {
    pin.set(false);
    pin.drive(false);
    pin.give_to(Function::program, Pull::up);
  }
  for (int clocks = 0; clocks < 9 && !data_pin_.is_high(); ++clocks) {
    move(clock_pin_, false);
    move(clock_pin_, true);
  }
  move(clock_pin_, false);
  move(data_pin_, false);
  move(clock_pin_, true);
  move(data_pin_, true);
  start();
  return is_free();
}
