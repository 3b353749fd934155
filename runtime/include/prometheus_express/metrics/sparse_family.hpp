// A metric with closed labels of which only some combinations are: there are cells for those, and for no others.
//
//   inline constexpr std::uint16_t temperature_series[] = {label_index(Sensor::board, Channel::_),
//                                                          label_index(Sensor::oven, Channel::internal)};
//   SparseFamily<Gauge<float>, temperature_series, Sensor, Channel> temperature;
//   temperature.labels(Sensor::oven, Channel::internal).set(181.5F);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "prometheus_express/metrics/labels.hpp"
#include "prometheus_express/metrics/metric.hpp"

namespace prometheus_express {

/// One series of a sparse family, or of a combination that it does not have: updates then do nothing, and there is no value.
template <class Cell>
class SparseHandle : public Cell::template Verbs<SparseHandle<Cell>> {
 public:
  constexpr explicit SparseHandle(Cell* cell) : cell_(cell) {}

 private:
  friend typename Cell::template Verbs<SparseHandle<Cell>>;

  template <class Change>
  constexpr void apply(Change change) {
    if (cell_ != nullptr) {
      static_cast<void>(change(*cell_));
    }
  }

  template <class Reading>
  constexpr auto inspect(Reading reading) const {
    if (cell_ == nullptr) {
      const Cell nothing{};
      return reading(nothing);
    }
    return reading(static_cast<const Cell&>(*cell_));
  }

  Cell* cell_;
};

/// `Of` is the metric that each series is, such as Gauge<float>; `series` the numbers of the combinations, as label_index makes
/// them, in ascending order.
template <class Of, const auto& series, Label... Labels>
class SparseFamily {
 public:
  using CellType = typename Of::CellType;

  constexpr SparseFamily() = default;
  SparseFamily(const SparseFamily&) = delete;
  SparseFamily& operator=(const SparseFamily&) = delete;

  /// The series of these label values, one of each label in the order of the schema. Of a combination that the family does not
  /// have, the handle leads nowhere.
  [[nodiscard]] constexpr SparseHandle<CellType> labels(Labels... values) {
    const std::size_t place = places[label_index(values...)];
    return SparseHandle<CellType>(place < cells_.size() ? &cells_[place] : nullptr);
  }

  /// Resets every series.
  constexpr void clear() {
    for (CellType& cell : cells_) {
      cell.reset();
    }
  }

 private:
  static constexpr std::size_t combinations = (label_count<Labels> * ...);
  static constexpr auto places = [] {
    std::array<std::uint16_t, combinations> found{};
    for (std::uint16_t& place : found) {
      place = 0xFFFF;
    }
    for (std::size_t i = 0; i < std::size(series); ++i) {
      found[series[i]] = static_cast<std::uint16_t>(i);
    }
    return found;
  }();

  std::array<CellType, std::size(series)> cells_{};
};

}  // namespace prometheus_express
