#include "panel.hpp"

#include <algorithm>
#include <cstdio>

namespace {

/// Bytes of a command with its parameters, section 9; 0: there is none.
std::size_t size_of(std::uint8_t command) {
  switch (command) {
    case 0x21:
    case 0x22:
      return 3;
    case 0x20:
    case 0x81:
    case 0x8D:
    case 0xA8:
    case 0xD3:
    case 0xD5:
    case 0xD9:
    case 0xDA:
    case 0xDB:
      return 2;
    case 0x2E:
    case 0xE3:
      return 1;
    default:
      break;
  }
  const bool is_single = command <= 0x1F || (command >= 0x40 && command <= 0x7F) ||
                         (command >= 0xA0 && command <= 0xA1) || (command >= 0xA4 && command <= 0xA7) ||
                         (command >= 0xAE && command <= 0xB7) || command == 0xC0 || command == 0xC8;
  return is_single ? 1 : 0;
}

}  // namespace

void Panel::power_cycle() {
  state_ = {};
  command_.clear();
  for (auto& page : memory_) {
    for (std::uint8_t& byte : page) {
      noise_ = noise_ * 1664525 + 1013904223;
      byte = static_cast<std::uint8_t>(noise_ >> 24U);
    }
  }
  ++version_;
}

/// 8.1.5.2. A read tells whether it is on, 10.1.21.
prometheus_express::bus::Outcome Panel::transfer(std::span<const std::uint8_t> out,
                                                 std::span<std::uint8_t> in) {
  using prometheus_express::bus::Outcome;
  longest_ = std::max(longest_, out.size());
  bool is_control = true;
  bool is_last = false;
  bool is_data = false;
  for (const std::uint8_t byte : out) {
    if (!take()) {
      return Outcome::nack;
    }
    if (is_control) {
      if ((byte & 0x3FU) != 0) {
        complain("a control byte");
      }
      is_last = (byte & 0x80U) == 0;
      is_data = (byte & 0x40U) != 0;
      is_control = false;
    } else {
      is_data ? data_byte(byte) : command_byte(byte);
      is_control = !is_last;
    }
  }
  std::fill(in.begin(), in.end(), static_cast<std::uint8_t>(state_.on ? 0x00 : 0x40));
  return left_ == 0 ? Outcome::nack : Outcome::ok;
}

bool Panel::take() {
  if (left_ == 0) {
    return false;
  }
  left_ -= left_ == SIZE_MAX ? 0 : 1;
  ++bytes_;
  return true;
}

/// A command that a stop has cut off waits for its parameters: the datasheet does not say that it is forgotten.
void Panel::command_byte(std::uint8_t byte) {
  if (command_.empty()) {
    wanted_ = size_of(byte);
    if (wanted_ == 0) {
      char text[32];
      std::snprintf(text, sizeof text, "command 0x%02X", byte);
      complain(text);
      return;
    }
  }
  command_.push_back(byte);
  if (command_.size() == wanted_) {
    wanted_ == 1 ? execute() : execute_with_parameters();
    command_.clear();
    ++version_;
  }
}

void Panel::execute() {
  const std::uint8_t command = command_.front();
  const unsigned low = command & 0x0FU;
  switch (command >> 4U) {
    case 0x0:  // 10.1.1
      state_.column.at = static_cast<std::uint8_t>((state_.column.at & 0xF0U) | low);
      return;
    case 0x1:  // 10.1.2
      state_.column.at = static_cast<std::uint8_t>((state_.column.at & 0x0FU) | (low & 7U) << 4U);
      return;
    case 0x4:
    case 0x5:
    case 0x6:
    case 0x7:  // 10.1.6
      state_.start_line = command & 0x3FU;
      return;
    case 0xB:  // 10.1.13
      state_.page.at = static_cast<std::uint8_t>(low);
      return;
    case 0xC:  // 10.1.14
      state_.scans_from_the_end = low == 8;
      return;
    default:
      break;
  }
  switch (command) {
    case 0xA0:
    case 0xA1:  // 10.1.8
      state_.segments_from_the_end = low == 1;
      return;
    case 0xA4:
    case 0xA5:  // 10.1.9
      state_.all_lit = low == 5;
      return;
    case 0xA6:
    case 0xA7:  // 10.1.10
      state_.inverse = low == 7;
      return;
    case 0xAE:
    case 0xAF:  // 10.1.12
      state_.on = low == 0xF;
      if (state_.on && !state_.charge_pump) {
        complain("turned on without its charge pump");
      }
      return;
    default:  // it scrolls never, and does nothing
      return;
  }
}

void Panel::execute_with_parameters() {
  const std::uint8_t value = command_[1];
  switch (command_.front()) {
    case 0x20:
      if (value > 2) {
        complain("a mode of addressing");
      }
      state_.mode = static_cast<Mode>(value % 3);
      return;
    case 0x21:  // 10.1.4
      set_pointer(state_.column, width - 1);
      return;
    case 0x22:  // 10.1.5
      set_pointer(state_.page, height / 8 - 1);
      return;
    case 0x81:  // 10.1.7
      state_.contrast = value;
      return;
    case 0x8D:  // 8.10
      state_.charge_pump = (value & 4U) != 0;
      return;
    case 0xA8:  // 10.1.11
      if (value < 15 || value > 63) {
        complain("a multiplex ratio");
      }
      state_.rows = static_cast<std::uint8_t>((value & 0x3FU) + 1);
      return;
    case 0xD3:  // 10.1.15
      state_.offset = value & 0x3FU;
      return;
    case 0xDA:  // 10.1.18: its lines are connected alternately
      state_.alternating_pins = (value & 0x30U) == 0x10;
      return;
    default:  // of its clock and voltages
      return;
  }
}

/// In the mode of pages there are no windows.
void Panel::set_pointer(Pointer& pointer, std::uint8_t largest) {
  if (state_.mode == Mode::page || command_[2] > largest || command_[1] > command_[2]) {
    complain("a window");
    return;
  }
  pointer = {command_[1], command_[2], command_[1]};
}

/// 10.1.3.
void Panel::data_byte(std::uint8_t byte) {
  if (!command_.empty()) {
    complain("data within a command");
    command_.clear();
  }
  const auto column = static_cast<std::size_t>(state_.column.at);
  memory_[state_.page.at % memory_.size()][state_.segments_from_the_end ? width - 1 - column : column] = byte;
  ++data_bytes_;
  ++version_;
  switch (state_.mode) {
    case Mode::page:
      state_.column.at = static_cast<std::uint8_t>((column + 1) % width);
      return;
    case Mode::horizontal:
      if (state_.column.advance()) {
        static_cast<void>(state_.page.advance());
      }
      return;
    case Mode::vertical:
      if (state_.page.advance()) {
        static_cast<void>(state_.column.advance());
      }
      return;
  }
}

/// The module is mounted upside down: its first segment is at the right, its first line at the bottom.
bool Panel::is_lit(int x, int y) const {
  const int segment = width - 1 - x;
  const int line = height - 1 - y;
  const int row = state_.scans_from_the_end ? height - 1 - line : line;
  if (!is_on() || !state_.alternating_pins || row >= state_.rows) {
    return false;
  }
  const int of_memory = (row + state_.start_line + state_.offset) % height;
  const unsigned byte = memory_[static_cast<std::size_t>(of_memory / 8)][static_cast<std::size_t>(segment)];
  const bool bit = (byte >> static_cast<unsigned>(of_memory % 8) & 1U) != 0;
  return state_.all_lit || bit != state_.inverse;
}

void Panel::complain(std::string_view what) { problems_.emplace_back(what); }
