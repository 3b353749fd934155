// A metric with closed labels: one series for each combination of label values, all in place from the start.
//
//   Family<Counter<std::uint64_t>, Method, Code> http_requests;
//   http_requests.labels(Method::get, Code::_200).inc();         // resolved to an address by the compiler
#pragma once

#include <array>
#include <cstddef>

#include "prometheus_express/metrics/labels.hpp"
#include "prometheus_express/metrics/metric.hpp"

namespace prometheus_express {

/// `Of` is the metric that each series is, such as Counter<std::uint64_t>.
template <class Of, Label... Labels>
class Family {
 public:
  using CellType = typename Of::CellType;
  using TallyType = typename Of::TallyType;
  static constexpr std::size_t size = (label_count<Labels> * ...);

  constexpr Family() = default;
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;

  /// The series of these label values, one of each label in the order of the schema.
  [[nodiscard]] constexpr Handle<CellType, TallyType> labels(Labels... values) {
    return {cells_[label_index(values...)], tally_};
  }

  /// Resets the series of these label values; one that is initially absent leaves the page.
  constexpr void remove(Labels... values) { cells_[label_index(values...)].reset(); }

  /// Resets every series.
  constexpr void clear() {
    for (CellType& cell : cells_) {
      cell.reset();
    }
  }

  [[nodiscard]] constexpr std::uint32_t refused(Refusal why) const { return tally_.counted(why); }

 private:
  std::array<CellType, size> cells_{};
  [[no_unique_address]] typename TallyType::OfClosed tally_;
};

}  // namespace prometheus_express
