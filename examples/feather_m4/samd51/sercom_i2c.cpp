#include "sercom_i2c.hpp"

#include <algorithm>

#include "synchronization.hpp"

using Outcome = SercomI2c::Outcome;

namespace {

constexpr std::uint32_t control_a = 0x00, control_b = 0x04, baud = 0x0C, flags = 0x18, status = 0x1A,
                        synchronization = 0x1C, address_register = 0x24, data = 0x28;
constexpr std::uint32_t reset_bit = 1U << 0U, enable_bit = 1U << 1U, operation_bit = 1U << 2U,
                        everything = 0x1F;
constexpr std::uint8_t master_on_bus = 1U << 0U, slave_on_bus = 1U << 1U, error = 1U << 7U;
constexpr unsigned bus_error = 1U << 0U, arbitration_lost = 1U << 1U, not_acknowledged = 1U << 2U;
constexpr unsigned bus_state = 3U << 4U, bus_idle = 1U << 4U;
// CMD and ACKACT of CTRLB, 36.10.2.
constexpr std::uint32_t read_on = 2U << 16U, stop = 3U << 16U, does_not_acknowledge = 1U << 18U;

/// BAUD and BAUDLOW, 36.6.2.4.1: a period is their sum and 10 more, in cycles, and the time in which the clock rises, 100 ns with
/// usual resistors. Three fifths of it are low, where that fits, as fast mode wants (UM10204, table 10).
std::uint32_t periods(std::uint32_t frequency) {
  constexpr std::uint32_t rising = clocks::peripherals / 10'000'000;
  const std::uint32_t sum = clocks::peripherals / frequency - 10 - rising;
  const std::uint32_t low = std::min(sum * 3 / 5, std::uint32_t{255});
  const std::uint32_t high = std::min(sum - low, std::uint32_t{255});
  return low << 8U | high;
}

}  // namespace

void SercomI2c::start() {
  clocks::enable(bus_clock_);
  static_cast<void>(clocks::connect(channel_, clocks::Generator::peripherals));
  is_ready_ = set_up();
}

/// 36.6.2.1, from a reset on. The state of the bus is unknown then, and idle because we say so.
bool SercomI2c::set_up() {
  constexpr std::uint32_t master = 5U << 2U, holds_data_600_ns = 3U << 20U;
  if (!wait_until_clear(registers_, synchronization, everything)) {
    return false;
  }
  registers_.write32(control_a, reset_bit);
  if (!wait_until_clear(registers_, synchronization, reset_bit)) {
    return false;
  }
  registers_.write32(control_a, holds_data_600_ns | master);  // CTRLA and BAUD only while it is off
  registers_.write32(baud, periods(frequency_));
  data_.give_to(function_);
  clock_.give_to(function_);
  registers_.write32(control_a, holds_data_600_ns | master | enable_bit);
  if (!wait_until_clear(registers_, synchronization, enable_bit)) {
    return false;
  }
  registers_.write16(status, bus_idle);
  return wait_until_clear(registers_, synchronization, operation_bit);
}

Outcome SercomI2c::begin(const Target& target, std::span<const std::uint8_t> out,
                         std::span<std::uint8_t> in) {
  if (!is_ready_) {
    is_ready_ = set_up();
  }
  if (!is_ready_) {
    return Outcome::failed;
  }
  if (!data_.is_high() || !clock_.is_high()) {
    return Outcome::stuck;
  }
  const Outcome outcome = transfer(target.number, out, in);
  if (outcome == Outcome::failed) {
    is_ready_ = false;  // whatever state it is in
  }
  return outcome;
}

Outcome SercomI2c::transfer(std::uint8_t address, std::span<const std::uint8_t> out,
                            std::span<std::uint8_t> in) {
  Outcome outcome = Outcome::ok;
  if (!out.empty() || in.empty()) {
    outcome = write_all(address, out);
  }
  if (outcome == Outcome::ok && !in.empty()) {
    return read_all(address, in);  // behind a repeated start, where something was written
  }
  return end(outcome, 0);
}

/// Sends the stop and waits until the bus is idle again, some microseconds.
Outcome SercomI2c::end(Outcome outcome, std::uint32_t acknowledgement) {
  if (outcome == Outcome::failed || !command(acknowledgement | stop)) {
    return Outcome::failed;
  }
  const std::uint32_t start = timer_.ticks();
  while ((registers_.read16(status) & bus_state) != bus_idle) {
    if (timer_.ticks() - start > longest_stretch * Timer::ticks_a_millisecond) {
      return Outcome::failed;
    }
  }
  return outcome;
}

/// 36.6.2.4.2. It ends before the stop.
Outcome SercomI2c::write_all(std::uint8_t address, std::span<const std::uint8_t> out) {
  registers_.write32(address_register, static_cast<std::uint32_t>(address) << 1U);
  Outcome outcome = wait();
  for (const std::uint8_t byte : out) {
    if (outcome != Outcome::ok) {
      break;
    }
    registers_.write32(data, byte);
    outcome = wait();
  }
  return outcome;
}

/// 36.6.2.4.3. The last byte is not acknowledged, which ends the transfer with the stop that follows.
Outcome SercomI2c::read_all(std::uint8_t address, std::span<std::uint8_t> in) {
  registers_.write32(address_register, static_cast<std::uint32_t>(address) << 1U | 1U);
  for (std::uint8_t& byte : in) {
    const Outcome outcome = wait();
    if (outcome != Outcome::ok) {
      return end(outcome, does_not_acknowledge);
    }
    byte = static_cast<std::uint8_t>(registers_.read32(data));
    if (&byte != &in.back() && !command(read_on)) {
      return Outcome::failed;
    }
  }
  return end(Outcome::ok, does_not_acknowledge);
}

/// Until the SERCOM holds the clock: a byte is sent, or has come.
Outcome SercomI2c::wait() {
  const std::uint32_t start = timer_.ticks();
  for (;;) {
    const unsigned now = registers_.read8(flags);
    if ((now & (master_on_bus | slave_on_bus | error)) != 0) {
      const unsigned found = registers_.read16(status);
      if ((now & error) != 0 || (found & (bus_error | arbitration_lost)) != 0) {
        return Outcome::failed;
      }
      return (found & not_acknowledged) != 0 ? Outcome::nack : Outcome::ok;
    }
    if (timer_.ticks() - start > longest_stretch * Timer::ticks_a_millisecond) {
      return Outcome::failed;
    }
  }
}

bool SercomI2c::command(std::uint32_t bits) {
  registers_.write32(control_b, bits);
  return wait_until_clear(registers_, synchronization, operation_bit);
}

bool SercomI2c::recover() {
  for (const Pin& pin : {data_, clock_}) {
    pin.drive(false);
    pin.set(false);  // driven, it is low; else a resistor draws it up
    pin.take();
  }
  half_a_bit();
  for (int clocks = 0; clocks < 9 && !data_.is_high(); ++clocks) {
    clock_.drive(true);
    half_a_bit();
    clock_.drive(false);
    half_a_bit();
  }
  clock_.drive(true);  // a stop: data rises while the clock is high
  data_.drive(true);
  half_a_bit();
  clock_.drive(false);
  half_a_bit();
  data_.drive(false);
  half_a_bit();
  const bool is_free = data_.is_high() && clock_.is_high();
  is_ready_ = set_up();
  return is_free;
}

/// 5 us: the bus is clocked at 100 kHz at most.
void SercomI2c::half_a_bit() const {
  const std::uint32_t start = timer_.ticks();
  while (timer_.ticks() - start <= 5 * Timer::ticks_a_millisecond / 1000) {
  }
}
