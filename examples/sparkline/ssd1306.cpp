#include "ssd1306.hpp"

#include <algorithm>

namespace {

// Control bytes, 8.1.5.2: Co (more control bytes follow the next byte) and D/C# (it is data for the picture).
constexpr std::uint8_t only_commands_follow = 0x00, one_command_follows = 0x80, only_data_follows = 0x40;

// Commands, section 9, explained in section 10.
constexpr std::uint8_t set_memory_mode = 0x20, set_columns = 0x21, set_pages = 0x22, stop_scrolling = 0x2E,
                       set_start_line_0 = 0x40, set_contrast = 0x81, set_charge_pump = 0x8D,
                       map_segments_from_the_end = 0xA1, show_picture = 0xA4, show_normally = 0xA6,
                       set_multiplex_ratio = 0xA8, turn_on = 0xAF, scan_from_the_end = 0xC8,
                       set_offset = 0xD3, set_clock = 0xD5, set_precharge = 0xD9, set_pins = 0xDA,
                       set_deselect_level = 0xDB, no_operation = 0xE3;

// Before it is turned on. The panel's voltage comes from the controller's charge pump (8.10), and the module is mounted upside
// down, as most are.
constexpr std::uint8_t settings[] = {
    no_operation,
    no_operation,    // the parameters of a command that was cut off, where it waits for them
    stop_scrolling,  //
    set_memory_mode,
    0x00,  // horizontal, 10.1.3
    set_multiplex_ratio,
    Frame::height - 1,
    set_offset,
    0,
    set_start_line_0,
    map_segments_from_the_end,
    scan_from_the_end,
    set_pins,
    0x12,  // alternating, 10.1.18
    set_clock,
    0x80,  // as after a reset, 10.1.16
    set_precharge,
    0xF1,  // 1 clock, then 15: what makers of modules take with the charge pump, 10.1.17
    set_deselect_level,
    0x20,  // 0.77 of the supply, 10.1.19
    set_contrast,
    0xCF,
    show_picture,
    show_normally,
    set_charge_pump,
    0x14};

constexpr std::uint8_t turning_on[] = {turn_on};
constexpr std::uint8_t asking[] = {no_operation};

}  // namespace

Ssd1306::Duration(Ssd1306::poll)(Time now) {
  if (under_way_) {
    Outcome outcome = (bus_.poll)();
    if (outcome == Outcome::pending && now - since_ >= patience) {
      bus_.cancel();
      outcome = Outcome::failed;
    }
    end(outcome, now);
  }
  if (!under_way_ && (!resting_ || now - since_ >= retry_interval)) {
    begin(now);
  }
  return pause(now);
}

/// Begins the transfer that is due; without one, does nothing.
void Ssd1306::begin(Time now) {
  size_ = 0;
  piece_ = {};
  choose(now);
  if (size_ != 0) {
    resting_ = false;
    since_ = now;
    under_way_ = true;
    end(bus_.begin(target_, std::span(bytes_).first(size_), {}), now);
  }
}

void Ssd1306::choose(Time now) {
  if (step_ == Step::showing && now - refreshed_ >= refresh_interval) {
    step_ = Step::settings;
  }
  switch (step_) {
    case Step::settings:
      refreshed_ = now;
      commands(settings);
      return;
    case Step::picture: {
      constexpr std::uint8_t pieces_a_page = Frame::width / columns_a_piece;
      send({static_cast<std::uint8_t>(next_piece_ / pieces_a_page),
            static_cast<std::uint8_t>(next_piece_ % pieces_a_page * columns_a_piece), columns_a_piece});
      return;
    }
    case Step::turning_on:  // only now, since what is in its memory after power-up is anything
      commands(turning_on);
      return;
    case Step::showing:
      break;
  }
  Piece piece;
  if (drawn_ && find_difference(piece)) {
    send(piece);
    return;
  }
  drawn_ = false;
  if (now - since_ >= check_interval) {
    commands(asking);
  }
}

void Ssd1306::end(Outcome outcome, Time now) {
  under_way_ = outcome == Outcome::pending;
  if (under_way_) {
    return;
  }
  if (outcome != Outcome::ok) {
    fail(outcome, now);
    return;
  }
  note_shown();
  switch (step_) {
    case Step::settings:
      next_piece_ = 0;
      step_ = Step::picture;
      break;
    case Step::picture:
      ++next_piece_;
      step_ = next_piece_ == pieces ? Step::turning_on : Step::picture;
      break;
    case Step::turning_on:
      starts_ += up_ ? 0U : 1U;
      up_ = true;
      step_ = Step::showing;
      break;
    case Step::showing:
      break;
  }
}

void Ssd1306::fail(Outcome outcome, Time now) {
  ++failures_;
  up_ = false;
  step_ = Step::settings;
  resting_ = true;
  since_ = now;
  if (outcome == Outcome::stuck) {
    static_cast<void>(bus_.recover());  // whether it helped shows at the next transfer
  }
}

Ssd1306::Duration Ssd1306::pause(Time now) const {
  if (under_way_ || (step_ != Step::showing && !resting_) || drawn_) {
    return {1};
  }
  const Duration whole = resting_ ? retry_interval : check_interval;
  const Duration passed = now - since_;
  return {passed < whole ? whole.milliseconds - passed.milliseconds : 0U};
}

void Ssd1306::commands(std::span<const std::uint8_t> bytes) {
  static_assert(1 + sizeof settings <= std::tuple_size_v<decltype(bytes_)>);
  bytes_[0] = only_commands_follow;
  std::copy(bytes.begin(), bytes.end(), bytes_.begin() + 1);
  size_ = static_cast<std::uint8_t>(1 + bytes.size());
}

/// The window and what goes into it, in one transfer, so that one that fails leaves no window without its data.
void Ssd1306::send(const Piece& piece) {
  const auto last = static_cast<std::uint8_t>(piece.column + piece.columns - 1);
  const std::array<std::uint8_t, window_size> window = {
      one_command_follows, set_columns,         one_command_follows,
      piece.column,        one_command_follows, last,  // 10.1.4
      one_command_follows, set_pages,           one_command_follows,
      piece.page,          one_command_follows, piece.page,  // 10.1.5
      only_data_follows};
  const auto data = frame_.page(piece.page).subspan(piece.column, piece.columns);
  std::copy(data.begin(), data.end(), std::copy(window.begin(), window.end(), bytes_.begin()));
  size_ = static_cast<std::uint8_t>(window_size + piece.columns);
  piece_ = piece;
}

/// What is in the transfer is shown; what was drawn since then is not.
void Ssd1306::note_shown() {
  const auto data = std::span(bytes_).subspan(window_size, piece_.columns);
  std::copy(data.begin(), data.end(), shown_.page(piece_.page).subspan(piece_.column).begin());
}

/// The first columns that are to change. A stretch that stays is in between only where that is shorter than a window of its own.
bool Ssd1306::find_difference(Piece& piece) const {
  for (int number = 0; number < Frame::pages; ++number) {
    const auto drawn = frame_.page(number);
    const auto shown = shown_.page(number);
    const auto first = std::mismatch(drawn.begin(), drawn.end(), shown.begin()).first - drawn.begin();
    if (first == Frame::width) {
      continue;
    }
    const auto limit = std::min<std::ptrdiff_t>(first + columns_a_piece, Frame::width);
    auto last = first;
    for (auto column = first; column < limit && column - last <= window_size; ++column) {
      last =
          drawn[static_cast<std::size_t>(column)] != shown[static_cast<std::size_t>(column)] ? column : last;
    }
    piece = {static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(first),
             static_cast<std::uint8_t>(last - first + 1)};
    return true;
  }
  return false;
}
