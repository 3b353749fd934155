// A picture of one bit a pixel, in the order of a display that takes eight rows in a byte.
//
//   Frame frame;
//   frame.set(0, 0);                    // the pixel at the top left
//   frame.page(0)[0];                   // 0x01: the topmost row is the lowest bit
#pragma once

#include <array>
#include <cstdint>
#include <span>

class Frame {
 public:
  static constexpr int width = 128;
  static constexpr int height = 64;
  static constexpr int pages = height / 8;

  void clear() { bytes_ = {}; }

  /// Lights a pixel; one outside the picture is ignored.
  void set(int x, int y) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      auto& byte = bytes_[static_cast<std::size_t>(y / 8 * width + x)];
      byte = static_cast<std::uint8_t>(byte | 1U << static_cast<unsigned>(y % 8));
    }
  }

  [[nodiscard]] bool is_set(int x, int y) const {
    return (bytes_[static_cast<std::size_t>(y / 8 * width + x)] >> static_cast<unsigned>(y % 8) & 1U) != 0;
  }

  /// Rows 8 * number to 8 * number + 7, a byte a column.
  [[nodiscard]] std::span<std::uint8_t, width> page(int number) {
    return std::span(bytes_).subspan(static_cast<std::size_t>(number * width)).first<width>();
  }
  [[nodiscard]] std::span<const std::uint8_t, width> page(int number) const {
    return std::span(bytes_).subspan(static_cast<std::size_t>(number * width)).first<width>();
  }

 private:
  std::array<std::uint8_t, static_cast<std::size_t>(width* pages)> bytes_ = {};
};
