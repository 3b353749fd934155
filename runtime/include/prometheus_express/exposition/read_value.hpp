// How the renderer reads values whose type it does not know: one small function for each type of metric, so that firmware
// links the number formats and the types that it uses and no others.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>

#include "prometheus_express/exposition/page.hpp"
#include "prometheus_express/metrics/decimal.hpp"
#include "prometheus_express/metrics/histogram.hpp"
#include "prometheus_express/metrics/state_set.hpp"
#include "prometheus_express/metrics/summary.hpp"

namespace prometheus_express {

template <const auto& bounds, class Access>
std::size_t format_line(const HistogramCell<bounds, Access>&,
                        const typename HistogramCell<bounds, Access>::Reading& reading, std::size_t line,
                        NumberText& text) {
  constexpr std::size_t buckets = HistogramCell<bounds, Access>::buckets;
  return line > buckets ? format(text, reading.sum)
                        : format(text, reading.cumulative[line == buckets ? buckets - 1 : line]);
}

template <StoredValue Value, class Access>
std::size_t format_line(const SummaryCell<Value, Access>&,
                        const typename SummaryCell<Value, Access>::Reading& reading, std::size_t line,
                        NumberText& text) {
  return line == 0 ? format(text, reading.count) : format(text, reading.sum);
}

template <Label State, class Access>
std::size_t format_line(const StateSetCell<State, Access>&, State reading, std::size_t line,
                        NumberText& text) {
  text[0] = line == static_cast<std::size_t>(reading) ? '1' : '0';
  return 1;
}

/// A cell that has several lines, whose values agree with each other.
template <class Cell>
concept SeveralLines = requires {
  typename Cell::Reading;  // all lines, of one moment
};

/// Lines of a cell on the page.
template <class Cell>
constexpr std::uint16_t lines_of() {
  if constexpr (SeveralLines<Cell>) {
    return static_cast<std::uint16_t>(Cell::lines);
  } else {
    return 1;
  }
}

/// Bytes that a cell keeps in the snapshot while its lines are written.
template <class Cell>
constexpr std::size_t snapshot_size() {
  if constexpr (SeveralLines<Cell>) {
    return sizeof(typename Cell::Reading);
  } else {
    return 0;
  }
}

/// Text of one line of a cell, which is read when its first line starts.
template <class Cell>
std::size_t read_cell(const Cell& cell, std::size_t line, Snapshot snapshot, NumberText& text) {
  if constexpr (SeveralLines<Cell>) {
    using Reading = typename Cell::Reading;
    static_assert(std::is_trivially_copyable_v<Reading> && alignof(Reading) <= snapshot_alignment);
    if (line == 0) {
      ::new (snapshot) Reading(cell.reading());
    }
    return format_line(cell, *std::launder(reinterpret_cast<const Reading*>(snapshot)), line, text);
  } else {
    return cell.present() ? format(text, cell.value()) : 0;
  }
}

/// A ReadValue for a metric with or without closed labels. `first` is the address of its first cell.
template <class Metric>
std::size_t read_closed(const void* first, Line line, Snapshot snapshot, NumberText& text) {
  using Cell = typename Metric::CellType;
  static_assert(std::is_standard_layout_v<Metric>);
  return read_cell(static_cast<const Cell*>(first)[line.child], line.index, snapshot, text);
}

/// Bytes that rendering a metric of this type needs of the snapshot. Of open families: see read_open.hpp.
template <class Metric>
struct SnapshotOf {
  static constexpr std::size_t bytes = [] {
    if constexpr (requires { typename Metric::CellType; }) {
      return snapshot_size<typename Metric::CellType>();
    } else {
      return std::size_t{0};
    }
  }();
};

/// The snapshot of pages with metrics of these types: `snapshot_bytes` of generated code.
template <class... Metrics>
consteval std::size_t largest_snapshot() {
  std::size_t largest = 0;
  ((largest = SnapshotOf<Metrics>::bytes > largest ? SnapshotOf<Metrics>::bytes : largest), ...);
  return (largest + snapshot_alignment - 1) / snapshot_alignment * snapshot_alignment;
}

/// The value 1 of an info metric whose labels are all known at build time.
inline std::size_t read_one(const void*, Line, Snapshot, NumberText& text) {
  text[0] = '1';
  return 1;
}

/// A ReadValue for an info metric that is set at start.
template <class Info>
std::size_t read_info(const void* info, Line line, Snapshot snapshot, NumberText& text) {
  return static_cast<const Info*>(info)->present() ? read_one(info, line, snapshot, text) : 0;
}

/// Reads one of several counts that have a line each (StatusCounts).
template <class Counts>
std::size_t read_counts(const void* object, Line line, Snapshot, NumberText& text) {
  return format(text, static_cast<const Counts*>(object)->counted(line.index));
}

}  // namespace prometheus_express
