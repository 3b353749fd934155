// A display of 128 by 64 pixels with the controller SSD1306 on I2C. It is sent what has changed and nothing else, by one
// transfer of at most 45 bytes a poll (1 ms at 400 kHz), and nothing waits.
//
//   Ssd1306 display(i2c0, {0x3C});
//   display.draw().set(64, 32);
//   for (;;) { const Duration pause = display.poll(clock.now()); … }
//
// A display that does not answer is asked again every second, and set up from scratch as soon as it does. Nobody can ask it
// what it holds (8.1.5: on I2C it is only written to), so one that lost its power and came back between two transfers is not
// noticed; for that, settings and picture are all sent again once a minute.
//
// Source: Solomon Systech, SSD1306, revision 1.5 (August 2010); sections are its.
#pragma once

#include <array>
#include <cstdint>
#include <prometheus_express/base/clock.hpp>
#include <prometheus_express/bus/bus.hpp>
#include <span>

#include "frame.hpp"

class Ssd1306 {
 public:
  using Duration = prometheus_express::Duration;
  using Time = prometheus_express::Time;

  static constexpr Duration retry_interval = Duration::seconds(1);
  static constexpr Duration check_interval = Duration::seconds(1);  // whether it is still there
  static constexpr Duration refresh_interval = Duration::seconds(60);
  static constexpr Duration patience{250};  // with a transfer that does not end

  /// `bus` must outlive the display.
  constexpr Ssd1306(prometheus_express::bus::I2c& bus, prometheus_express::bus::Target target)
      : bus_(bus), target_(target) {}

  Ssd1306(const Ssd1306&) = delete;
  Ssd1306& operator=(const Ssd1306&) = delete;

  /// The picture, to be changed; what differs from what is shown is sent by the polls to come.
  [[nodiscard]] Frame& draw() {
    drawn_ = true;
    return frame_;
  }

  /// Goes on as far as it can without waiting, with one transfer at most. Returns after how long to call it again; sooner does
  /// no harm.
  Duration(poll)(Time now);

  /// Whether it took what it was sent last, and shows a picture.
  [[nodiscard]] bool up() const { return up_; }
  /// Whether what was drawn is shown, as far as anybody knows.
  [[nodiscard]] bool is_current() const { return step_ == Step::showing && !drawn_ && !under_way_; }
  /// Times that it was set up, having been silent before, the first one included.
  [[nodiscard]] std::uint32_t starts() const { return starts_; }
  [[nodiscard]] std::uint32_t failures() const { return failures_; }

 private:
  using Outcome = prometheus_express::bus::Outcome;

  enum class Step : std::uint8_t { settings, picture, turning_on, showing };

  /// A part of a page.
  struct Piece {
    std::uint8_t page = 0;
    std::uint8_t column = 0;
    std::uint8_t columns = 0;
  };

  static constexpr std::uint8_t columns_a_piece = 32;
  static constexpr std::uint8_t window_size = 13;  // bytes that say where a piece goes
  static constexpr std::uint8_t pieces = Frame::width / columns_a_piece * Frame::pages;

  void end(Outcome outcome, Time now);
  void begin(Time now);
  void choose(Time now);
  [[nodiscard]] Duration pause(Time now) const;
  void commands(std::span<const std::uint8_t> bytes);
  void send(const Piece& piece);
  [[nodiscard]] bool find_difference(Piece& piece) const;
  void note_shown();
  void fail(Outcome outcome, Time now);

  prometheus_express::bus::I2c& bus_;
  prometheus_express::bus::Target target_;
  Frame frame_;
  Frame shown_;
  std::array<std::uint8_t, window_size + columns_a_piece> bytes_ = {};  // of the transfer
  std::uint8_t size_ = 0;
  Piece piece_ = {};             // in the transfer; none: it has commands only
  std::uint8_t next_piece_ = 0;  // of the picture
  Step step_ = Step::settings;
  bool under_way_ = false;
  bool drawn_ = false;
  bool up_ = false;
  bool resting_ = false;  // since the last failure
  Time since_{};          // of the transfer; of the last one
  Time refreshed_{};
  std::uint32_t starts_ = 0;
  std::uint32_t failures_ = 0;
};
