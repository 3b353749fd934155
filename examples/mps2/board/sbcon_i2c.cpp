#include "sbcon_i2c.hpp"

using Outcome = SbconI2c::Outcome;

Outcome SbconI2c::begin(const Target& target, std::span<const std::uint8_t> out, std::span<std::uint8_t> in) {
  if (!start()) {
    return Outcome::stuck;
  }
  const Outcome outcome = transfer(target.number, out, in);
  stop();
  return outcome;
}

// Begins behind a start and ends before the stop.
Outcome SbconI2c::transfer(std::uint8_t address, std::span<const std::uint8_t> out,
                           std::span<std::uint8_t> in) {
  const auto write_address = static_cast<std::uint8_t>(address << 1U);
  if (!out.empty() || in.empty()) {
    if (!write(write_address)) {
      return Outcome::nack;
    }
    for (const std::uint8_t byte : out) {
      if (!write(byte)) {
        return Outcome::nack;
      }
    }
    if (in.empty()) {
      return Outcome::ok;
    }
    if (!start()) {
      return Outcome::stuck;
    }
  }
  if (!write(write_address | 1U)) {
    return Outcome::nack;
  }
  for (std::uint8_t& byte : in) {
    byte = read(&byte == &in.back());
  }
  return Outcome::ok;
}

bool SbconI2c::recover() {
  set_data(true);
  for (int clocks = 0; clocks < 9 && !data_is_high(); ++clocks) {
    set_clock(false);
    set_clock(true);
  }
  stop();
  return data_is_high();
}

/// The first start of a transfer or a repeated one. False when the data line is held low.
bool SbconI2c::start() {
  set_data(true);
  set_clock(true);
  if (!data_is_high()) {
    return false;
  }
  set_data(false);
  set_clock(false);
  return true;
}

void SbconI2c::stop() {
  set_data(false);
  set_clock(true);
  set_data(true);
}

/// True when the part has acknowledged it.
bool SbconI2c::write(std::uint8_t byte) {
  for (std::uint32_t bit = 0x80; bit != 0; bit >>= 1U) {
    put_bit((byte & bit) != 0);
  }
  return !get_bit();
}

std::uint8_t SbconI2c::read(bool last) {
  std::uint32_t byte = 0;
  for (int count = 0; count < 8; ++count) {
    byte = byte << 1U | static_cast<std::uint32_t>(get_bit());
  }
  put_bit(last);
  return static_cast<std::uint8_t>(byte);
}

void SbconI2c::put_bit(bool one) {
  set_data(one);
  set_clock(true);
  set_clock(false);
}

bool SbconI2c::get_bit() {
  set_data(true);
  set_clock(true);
  const bool one = data_is_high();
  set_clock(false);
  return one;
}

void SbconI2c::set(std::uint32_t line, bool high) {
  registers_.write(high ? lines : clear, line);
  for (std::uint32_t turn = 0; turn < half_period_; ++turn) {
    asm volatile("");
  }
}
