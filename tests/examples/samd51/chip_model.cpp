#include "chip_model.hpp"

#include <cstdio>

namespace {

ChipModel* model = nullptr;

constexpr std::uint32_t mclk = 0x40000800, oscctrl = 0x40001000, gclk = 0x40001C00, timer = 0x40003800,
                        port = 0x41008000;
constexpr unsigned data_pin = 12, clock_pin = 13, select_pin = 20;

bool is_in(std::uint32_t address, std::uint32_t base, std::uint32_t size) {
  return address >= base && address < base + size;
}

/// Bytes of a SERCOM's register, 35.7 and 36.9.
unsigned size_of(std::uint32_t offset) {
  switch (offset) {
    case 0x0C:
      return 0;  // BAUD: 8 bits for SPI, 32 for I2C
    case 0x14:
    case 0x16:
    case 0x18:
      return 1;
    case 0x1A:
      return 2;
    default:
      return 4;
  }
}

}  // namespace

ChipModel::ChipModel() { model = this; }
ChipModel::~ChipModel() { model = nullptr; }
ChipModel& ChipModel::running() { return *model; }

std::uint32_t ChipModel::word(std::uint32_t address) const {
  const auto found = words_.find(address);
  return found == words_.end() ? 0 : found->second;
}

void ChipModel::demand(bool holds, const std::string& what) {
  if (!holds) {
    complain(what);
  }
}

ChipModel::Sercom* ChipModel::sercom_at(std::uint32_t address) {
  return is_in(address, spi_.base, 0x40) ? &spi_ : is_in(address, i2c_.base, 0x40) ? &i2c_ : nullptr;
}

std::uint32_t ChipModel::read(std::uint32_t address, unsigned size) {
  ++accesses_;
  ticks_ += 3;
  if (Sercom* const sercom = sercom_at(address)) {
    const std::uint32_t offset = address - sercom->base;
    demand(has_bit(sercom->bus_clock_mask, sercom->bus_clock_bit), "a SERCOM without its bus clock");
    demand(size_of(offset) == 0 || size_of(offset) == size, "the width of a SERCOM's register");
    return read_sercom(*sercom, offset);
  }
  if (is_in(address, timer, 0x40)) {
    return read_timer(address - timer);
  }
  if (is_in(address, port, 0x100)) {
    return read_port(address - port);
  }
  if (address == gclk + 4 && generator_busy_ > 0) {
    return --generator_busy_ == 0 ? 0 : ~0U;
  }
  if (address == oscctrl + 0x40) {
    return (word(oscctrl + 0x30) & 2U) != 0 && !dpll_does_not_lock ? 3 : 0;
  }
  return word(address);
}

void ChipModel::write(std::uint32_t address, unsigned size, std::uint32_t value) {
  ++accesses_;
  ticks_ += 3;
  if (Sercom* const sercom = sercom_at(address)) {
    const std::uint32_t offset = address - sercom->base;
    demand(has_bit(sercom->bus_clock_mask, sercom->bus_clock_bit), "a SERCOM without its bus clock");
    write_sercom(*sercom, offset, size, value);
    return;
  }
  if (is_in(address, timer, 0x40)) {
    write_timer(address - timer, value);
    return;
  }
  if (is_in(address, port, 0x100)) {
    write_port(address - port, value);
    return;
  }
  if (is_in(address, gclk + 0x20, 0x30)) {
    demand(generator_busy_ == 0, "a generator before the last write is done");
    generator_busy_ = 3;
    if (address == gclk + 0x20 && (value & 0x1FU) == 7) {
      demand(read(oscctrl + 0x40, 4) == 3, "the processor on a DPLL that has not locked");
    }
  }
  if (is_in(address, gclk + 0x80, 0xC0) && (value & 0x40U) != 0) {
    demand((word(address) & 0x40U) == 0, "a channel changed while it is on");
    demand((word(gclk + 0x20 + 4 * (value & 0xFU)) & 0x100U) != 0, "a channel of a generator that is off");
  }
  if (is_in(address, oscctrl + 0x34, 8)) {
    demand((word(oscctrl + 0x30) & 2U) == 0, "DPLL0 set up while it is on");
  }
  if (address == oscctrl + 0x30 && (value & 2U) != 0) {
    demand((word(gclk + 0x84) & 0x40U) != 0 && word(oscctrl + 0x34) == 59,
           "DPLL0 without its reference or ratio");
  }
  words_[address] = value;
}

std::uint32_t ChipModel::read_timer(std::uint32_t offset) {
  if (offset == 0x14) {
    demand(timer_on_ && timer_read_, "the timer's counter without a command to read it");
    timer_read_ = false;
    return ticks_;
  }
  return 0;
}

void ChipModel::write_timer(std::uint32_t offset, std::uint32_t value) {
  demand(has_bit(mclk + 0x14, 14) && has_bit(mclk + 0x14, 15) && (word(gclk + 0x80 + 4 * 9) & 0x40U) != 0,
         "the timer without its clocks");
  if (offset == 0x00) {
    timer_on_ = (value & 2U) != 0;
  }
  timer_read_ = timer_read_ || (offset == 0x05 && value >> 5U == 4);
}

/// Lines of I2C are high unless somebody draws them down.
std::uint32_t ChipModel::read_port(std::uint32_t offset) {
  if (offset == 0x20) {
    std::uint32_t level = ~(port_direction_[0] & ~port_out_[0]);
    demand((word(port + 0x40 + data_pin) & 2U) != 0, "a pin read without its input");
    if (data_is_held > 0) {
      level &= ~(1U << data_pin);
    }
    return level;
  }
  return word(port + offset);
}

void ChipModel::write_port(std::uint32_t offset, std::uint32_t value) {
  demand(has_bit(mclk + 0x18, 4), "the PORT without its bus clock");
  const std::uint32_t group = offset / 0x80;
  const bool clock_was_low = (port_direction_[0] & ~port_out_[0] & 1U << clock_pin) != 0;
  const bool was_selected = (port_direction_[0] & ~port_out_[0] & 1U << select_pin) != 0;
  switch (offset % 0x80) {
    case 0x04:
      port_direction_[group] &= ~value;
      break;
    case 0x08:
      port_direction_[group] |= value;
      break;
    case 0x14:
      port_out_[group] &= ~value;
      break;
    case 0x18:
      port_out_[group] |= value;
      break;
    default:
      words_[port + offset] = value;
  }
  const bool clock_is_low = (port_direction_[0] & ~port_out_[0] & 1U << clock_pin) != 0;
  if (clock_was_low && !clock_is_low && data_is_held > 0) {
    --data_is_held;
  }
  if (!was_selected && (port_direction_[0] & ~port_out_[0] & 1U << select_pin) != 0) {
    spi_windows.emplace_back();
  }
}
