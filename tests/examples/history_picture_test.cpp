// What is drawn of known histories, held against pictures that were drawn by hand and against a calculation in doubles.
#include "history_picture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace {

using prometheus_express::Duration;
using prometheus_express::Time;

constexpr int curve_top = 16, curve_height = 47;

/// Spans of one second each.
History seconds() { return History(Duration::seconds(1)); }

void note(History& history, const std::vector<int>& values, std::uint32_t second = 0) {
  for (const int value : values) {
    history.note(Time{1000 * second++}, value);
  }
}

Frame drawn(const History& history) {
  Frame frame;
  for (int x = 0; x < Frame::width; ++x) {
    frame.set(x, x % Frame::height);  // which is not to stay
  }
  draw_history(history, frame);
  return frame;
}

/// `#` and `.`, a line a row.
std::string part(const Frame& frame, int left, int top, int width, int height) {
  std::string text;
  for (int y = top; y < top + height; ++y) {
    for (int x = left; x < left + width; ++x) {
      text += frame.is_set(x, y) ? '#' : '.';
    }
    text += '\n';
  }
  return text;
}

/// The rows below the figures that are lit in a column.
std::vector<int> rows_of(const Frame& frame, int column) {
  std::vector<int> rows;
  for (int y = 8; y < Frame::height; ++y) {
    if (frame.is_set(column, y)) {
      rows.push_back(y);
    }
  }
  return rows;
}

std::vector<int> rows(int first, int last) {
  std::vector<int> all;
  for (int row = first; row <= last; ++row) {
    all.push_back(row);
  }
  return all;
}

bool is_dark(const Frame& frame, int left, int top, int width, int height) {
  return part(frame, left, top, width, height).find('#') == std::string::npos;
}

TEST(HistoryPicture, WithoutValuesThereAreDashesAndNothingElse) {
  const Frame frame = drawn(seconds());
  EXPECT_EQ(part(frame, 0, 0, 24, 7),
            ".............##....###..\n"
            "............#..#..#...#.\n"
            "............#..#..#.....\n"
            "#####.#####..##...#.....\n"
            "..................#.....\n"
            "..................#...#.\n"
            "...................###..\n");
  EXPECT_TRUE(is_dark(frame, 24, 0, 104, 64));
  EXPECT_TRUE(is_dark(frame, 0, 7, 24, 57));
}

TEST(HistoryPicture, OneValueIsADotInTheMiddleOfTheLastColumn) {
  History history = seconds();
  note(history, {-453});
  const Frame frame = drawn(history);
  EXPECT_EQ(rows_of(frame, 127), rows(39, 39));
  EXPECT_TRUE(is_dark(frame, 0, 8, 127, 56));
}

TEST(HistoryPicture, FiguresAreTenthsOfTheNewestAndOfBothEnds) {
  History history = seconds();
  note(history, {2196, 2149, -456});
  const Frame frame = drawn(history);
  EXPECT_EQ(part(frame, 0, 0, 36, 7),
            ".........#..........##...##....###..\n"
            "........##.........#....#..#..#...#.\n"
            ".......#.#........#.....#..#..#.....\n"
            "#####.#..#........####...##...#.....\n"
            "......#####.......#...#.......#.....\n"
            ".........#...##...#...#.......#...#.\n"
            ".........#...##....###.........###..\n");
  EXPECT_EQ(part(frame, 75, 0, 53, 7),
            ".........#..........##.........###...###.........###.\n"
            "........##.........#..........#...#.#...#.......#...#\n"
            ".......#.#........#......#........#.....#.......#..##\n"
            "#####.#..#........####..#.#.#....#.....#........#.#.#\n"
            "......#####.......#...#....#....#.....#.........##..#\n"
            ".........#...##...#...#........#.....#.....##...#...#\n"
            ".........#...##....###........#####.#####..##....###.\n");
}

TEST(HistoryPicture, AFlatHourIsALineInTheMiddle) {
  History history = seconds();
  note(history, std::vector<int>(128, 2150));
  const Frame frame = drawn(history);
  for (int column = 0; column < 128; ++column) {
    EXPECT_EQ(rows_of(frame, column), rows(39, 39)) << column;
  }
}

TEST(HistoryPicture, LessThanADegreeIsDrawnAsIfItWereOne) {
  History history = seconds();
  note(history, {2000, 2050});  // of 19.75 to 20.75
  const Frame frame = drawn(history);
  EXPECT_EQ(rows_of(frame, 126), rows(51, 51));
  EXPECT_EQ(rows_of(frame, 127), rows(28, 50));
}

TEST(HistoryPicture, ARisingHourReachesFromTheBottomToTheTopWithoutAHole) {
  History history = seconds();
  std::vector<int> values;
  for (int column = 0; column < 128; ++column) {
    values.push_back(column * column);  // steeper and steeper
  }
  note(history, values);
  const Frame frame = drawn(history);
  int before = curve_top + curve_height;
  for (int column = 0; column < 128; ++column) {
    const double height = curve_height * (column * column / (127.0 * 127.0));
    const int row = curve_top + curve_height - static_cast<int>(std::floor(height + 0.5));
    EXPECT_EQ(rows_of(frame, column), rows(row, std::max(row, before - 1))) << column;
    before = row;
  }
  EXPECT_EQ(before, curve_top);
}

TEST(HistoryPicture, AFallingStepIsClosedToo) {
  History history = seconds();
  note(history, {3000, 1000});
  const Frame frame = drawn(history);
  EXPECT_EQ(rows_of(frame, 126), rows(16, 16));
  EXPECT_EQ(rows_of(frame, 127), rows(17, 63));
}

TEST(HistoryPicture, WhatIsOlderThanTheHourLeavesAtTheLeft) {
  History history = seconds();
  std::vector<int> values(130, 1000);
  values[0] = values[1] = 9000;  // the oldest two
  values[2] = 1100;
  note(history, values);
  const Frame frame = drawn(history);
  EXPECT_EQ(rows_of(frame, 0), rows(16, 16));  // of 10 to 11 degrees
  EXPECT_EQ(rows_of(frame, 1), rows(17, 63));
  EXPECT_EQ(rows_of(frame, 127), rows(63, 63));
}

TEST(HistoryPicture, ASilentSensorIsAGap) {
  History history = seconds();
  note(history, std::vector<int>(10, 2150));
  history.pass(Time{15'999});
  note(history, {2150, 2150}, 16);
  const Frame frame = drawn(history);
  for (int column = 0; column < 128; ++column) {
    const bool known = (column >= 110 && column < 120) || column >= 126;
    EXPECT_EQ(rows_of(frame, column), known ? rows(39, 39) : rows(0, -1)) << column;
  }
}

TEST(HistoryPicture, NoLineCrossesAGap) {
  History history = seconds();
  note(history, {1000});
  note(history, {3000}, 2);
  const Frame frame = drawn(history);
  EXPECT_EQ(rows_of(frame, 125), rows(63, 63));
  EXPECT_EQ(rows_of(frame, 126), rows(0, -1));
  EXPECT_EQ(rows_of(frame, 127), rows(16, 16));
}

TEST(History, AnHourIs128SpansOf28125Milliseconds) {
  EXPECT_EQ(History::column_of(Duration::seconds(3600)), Duration{28'125});
  EXPECT_EQ(History::column_of(Duration{5}), Duration{1});
}

TEST(History, KeepsTheLastValueOfASpan) {
  History history = seconds();
  EXPECT_TRUE(history.note(Time{500}, 1));
  EXPECT_TRUE(history.note(Time{1499}, 2));
  EXPECT_FALSE(history.note(Time{1499}, 2)) << "nothing has changed";
  EXPECT_EQ(history[127], 2);
  EXPECT_TRUE(history.note(Time{1500}, 2)) << "a new span";
  EXPECT_EQ(history[126], 2);
  EXPECT_EQ(history[125], History::gap);
}

TEST(History, GoesOnAcrossTheWrapOfTheClock) {
  History history = seconds();
  history.note(Time{0xFFFFFFFF - 499}, 1);
  history.note(Time{500}, 2);
  EXPECT_EQ(history[126], 1);
  EXPECT_EQ(history[127], 2);
}

TEST(History, ForgetsAllBehindALongSilence) {
  History history = seconds();
  note(history, std::vector<int>(128, 7));
  history.pass(Time{1'000'000'000});
  for (std::uint32_t column = 0; column < History::columns; ++column) {
    EXPECT_EQ(history[column], History::gap);
  }
}

TEST(History, TakesWhatDoesNotFitAsTheEndOfTheRange) {
  History history = seconds();
  history.note(Time{0}, 40'000);
  EXPECT_EQ(history[127], 32'767);
  history.note(Time{0}, -40'000);
  EXPECT_EQ(history[127], -32'767) << "not a gap";
}

}  // namespace
