// A simulated display of 128 by 64 pixels with the controller SSD1306, as a module of most makers: it decodes what it is sent
// and says which pixels shine, and what of it the datasheet does not allow.
//
//   Panel panel;
//   bus.attach(0x3C, panel);
//   panel.is_lit(0, 0);                     // the pixel at the top left, as somebody sees it who looks at the module
//   panel.problems();                       // empty
//
// As the controller, it keeps no picture without power: its memory holds anything then. Source: Solomon Systech, SSD1306,
// revision 1.5 (August 2010); sections are its. Scrolling by the controller (10.2) is none of this.
#pragma once

#include <array>
#include <cstdint>
#include <prometheus_express/ports/simulated_bus/part.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

class Panel final : public prometheus_express::simulated::Part {
 public:
  static constexpr int width = 128;
  static constexpr int height = 64;

  Panel() { power_cycle(); }

  prometheus_express::bus::Outcome transfer(std::span<const std::uint8_t> out,
                                            std::span<std::uint8_t> in) override;
  void window(std::span<const std::uint8_t>, std::span<std::uint8_t>) override { complain("SPI"); }
  void set(std::string_view, std::string_view) override {}
  void power_cycle() override;

  /// Acknowledges so many bytes more and then none, until it is told another number.
  void acknowledge(std::size_t bytes) { left_ = bytes; }

  [[nodiscard]] bool is_on() const { return state_.on && state_.charge_pump; }
  [[nodiscard]] bool is_lit(int x, int y) const;
  [[nodiscard]] std::uint8_t contrast() const { return state_.contrast; }

  [[nodiscard]] std::size_t bytes() const { return bytes_; }            // that it was sent
  [[nodiscard]] std::size_t data_bytes() const { return data_bytes_; }  // of these, for its memory
  [[nodiscard]] std::size_t longest() const { return longest_; }        // of its transfers, in bytes
  /// Whenever what it shows may have changed, another number.
  [[nodiscard]] std::size_t version() const { return version_; }
  /// What it was sent and should not have been.
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }

 private:
  enum class Mode : std::uint8_t { horizontal, vertical, page };  // 10.1.3

  /// First and last of a window of columns or pages, and where the next byte goes.
  struct Pointer {
    std::uint8_t first = 0;
    std::uint8_t last = 0;
    std::uint8_t at = 0;

    /// True when it starts again.
    bool advance() {
      const bool ended = at == last;
      at = ended ? first : static_cast<std::uint8_t>(at + 1);
      return ended;
    }
  };

  /// As after a reset, section 9.
  struct State {
    Mode mode = Mode::page;
    Pointer column = {0, width - 1, 0};
    Pointer page = {0, height / 8 - 1, 0};
    std::uint8_t start_line = 0;
    std::uint8_t offset = 0;
    std::uint8_t rows = height;  // multiplex ratio
    std::uint8_t contrast = 0x7F;
    bool segments_from_the_end = false;
    bool scans_from_the_end = false;
    bool all_lit = false;
    bool inverse = false;
    bool on = false;
    bool charge_pump = false;
    bool alternating_pins = true;
  };

  bool take();
  void command_byte(std::uint8_t byte);
  void execute();
  void execute_with_parameters();
  void set_pointer(Pointer& pointer, std::uint8_t largest);
  void data_byte(std::uint8_t byte);
  void complain(std::string_view what);

  State state_;
  std::array<std::array<std::uint8_t, width>, height / 8> memory_{};  // by pages and segments
  std::vector<std::uint8_t> command_;                                 // the one that is not whole yet
  std::size_t wanted_ = 0;                                            // bytes of it
  std::size_t left_ = SIZE_MAX;
  std::size_t bytes_ = 0;
  std::size_t data_bytes_ = 0;
  std::size_t longest_ = 0;
  std::size_t version_ = 0;
  std::uint32_t noise_ = 1;
  std::vector<std::string> problems_;
};
