// What was measured in the last while, a value for each of 128 spans of time; of the last hour, a span is 28,125 ms.
//
//   History history(History::column_of(Duration::seconds(3600)));
//   history.note(clock.now(), 2153);        // 21.53 degrees; as often as there is something
//   history.pass(clock.now());              // nothing is known now: in a span without any value there is a gap
//   history[127];                           // the newest span: its last value
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <prometheus_express/base/clock.hpp>

class History {
 public:
  using Duration = prometheus_express::Duration;
  using Time = prometheus_express::Time;
  using Value = std::int16_t;

  static constexpr std::uint32_t columns = 128;
  static constexpr Value gap = std::numeric_limits<Value>::min();

  /// The length of a span where all together are `whole`; at least 1 ms.
  static constexpr Duration column_of(Duration whole) {
    return {whole.milliseconds < columns ? 1U : whole.milliseconds / columns};
  }

  constexpr explicit History(Duration column) : column_(column) { values_.fill(gap); }

  /// The length of a span: who notes less often leaves gaps.
  [[nodiscard]] Duration column() const { return column_; }

  /// Time goes on. True when there is another newest span. To be called at least once in 24 days.
  bool pass(Time now) {
    if (!started_) {
      started_ = true;
      since_ = now;
      return false;
    }
    const std::uint32_t passed = (now - since_).milliseconds / column_.milliseconds;
    since_ = since_ + Duration{passed * column_.milliseconds};
    for (std::uint32_t column = 0; column < passed && column < columns; ++column) {
      newest_ = (newest_ + 1) % columns;
      values_[newest_] = gap;
    }
    return passed != 0;
  }

  /// True when that changes anything. A value outside the range of 16 bits is taken as the end of it.
  bool note(Time now, std::int32_t value) {
    const bool passed = pass(now);
    constexpr std::int32_t low = gap + 1, high = std::numeric_limits<Value>::max();
    const auto stored = static_cast<Value>(value < low ? low : value > high ? high : value);
    const bool changes = passed || values_[newest_] != stored;
    values_[newest_] = stored;
    return changes;
  }

  /// Of a span, 0 the oldest and 127 the newest: its last value, or `gap`.
  [[nodiscard]] Value operator[](std::uint32_t column) const {
    return values_[(newest_ + 1 + column) % columns];
  }

 private:
  std::array<Value, columns> values_{};
  Duration column_;
  Time since_{};  // of the newest span
  std::uint32_t newest_ = columns - 1;
  bool started_ = false;
};
