#include "history_picture.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "glyphs.hpp"

namespace {

constexpr int curve_top = 16, curve_bottom = Frame::height - 1;
constexpr int least_range = 100;  // hundredths, from bottom to top

struct Range {
  int low;
  int high;
};

/// Characters of one line; what does not fit is lost.
class Line {
 public:
  void put(char character) {
    if (size_ < characters_.size()) {
      characters_[size_++] = character;
    }
  }

  /// Hundredths as tenths, halves away from zero.
  void put_tenths(int hundredths) {
    const int tenths = (hundredths < 0 ? hundredths - 5 : hundredths + 5) / 10;
    const int size = tenths < 0 ? -tenths : tenths;
    if (tenths < 0) {
      put('-');
    }
    for (int power = size >= 1000 ? 1000 : size >= 100 ? 100 : 10; power >= 10; power /= 10) {
      put(static_cast<char>('0' + size / power % 10));
    }
    put('.');
    put(static_cast<char>('0' + size % 10));
  }

  [[nodiscard]] int width() const { return static_cast<int>(size_) * glyph_pitch; }

  void draw(Frame& frame, int x) const {
    for (std::size_t at = 0; at < size_; ++at, x += glyph_pitch) {
      const Glyph glyph = glyph_of(characters_[at]);
      for (int column = 0; column < static_cast<int>(glyph.size()); ++column) {
        for (int row = 0; row < 8; ++row) {
          if ((glyph[static_cast<std::size_t>(column)] >> static_cast<unsigned>(row) & 1U) != 0) {
            frame.set(x + column, row);
          }
        }
      }
    }
  }

 private:
  std::array<char, Frame::width / glyph_pitch> characters_{};
  std::size_t size_ = 0;
};

void draw_figures(const History& history, bool empty, Range range, Frame& frame) {
  Line newest;
  if (const int value = history[History::columns - 1]; value != History::gap) {
    newest.put_tenths(value);
  } else {
    newest.put('-');
    newest.put('-');
  }
  newest.put(degree);
  newest.put('C');
  newest.draw(frame, 0);
  if (!empty) {
    Line ends;
    ends.put_tenths(range.low);
    ends.put('~');
    ends.put_tenths(range.high);
    ends.draw(frame, Frame::width + 1 - ends.width());
  }
}

class Curve {
 public:
  explicit Curve(Range range) {
    const int rest = std::max(least_range - (range.high - range.low), 0);
    low_ = range.low - rest / 2;
    range_ = range.high - range.low + rest;
  }

  [[nodiscard]] int row(int value) const {
    constexpr int height = curve_bottom - curve_top;
    return curve_bottom - ((value - low_) * height + range_ / 2) / range_;
  }

 private:
  int low_;
  int range_;
};

/// A column reaches from its own row to the one next to its left neighbour's, so that a steep curve has no holes.
void draw_curve(const History& history, const Curve& curve, Frame& frame) {
  for (std::uint32_t column = 0; column < History::columns; ++column) {
    if (history[column] == History::gap) {
      continue;
    }
    const int row = curve.row(history[column]);
    int end = row;
    if (column > 0 && history[column - 1] != History::gap) {
      const int before = curve.row(history[column - 1]);
      end = before < row ? before + 1 : before > row ? before - 1 : row;
    }
    for (int y = std::min(row, end); y <= std::max(row, end); ++y) {
      frame.set(static_cast<int>(column), y);
    }
  }
}

}  // namespace

void draw_history(const History& history, Frame& frame) {
  frame.clear();
  bool empty = true;
  Range range{};
  for (std::uint32_t column = 0; column < History::columns; ++column) {
    const int value = history[column];
    if (value != History::gap) {
      range = empty ? Range{value, value} : Range{std::min(range.low, value), std::max(range.high, value)};
      empty = false;
    }
  }
  draw_figures(history, empty, range, frame);
  draw_curve(history, Curve(range), frame);
}
