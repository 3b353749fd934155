// A metric with closed labels that is also used without them: such updates go to a child of its own, whose label values
// are all "None" (`default_child: true` in the schema; what the Python predecessor did).
//
//   DefaultedFamily<Counter<std::uint64_t>, Method> requests;
//   requests.inc();                             // requests_total{method="None"}
//   requests.labels(Method::get).inc();
#pragma once

#include <array>
#include <cstddef>

#include "prometheus_express/metrics/labels.hpp"
#include "prometheus_express/metrics/metric.hpp"

namespace prometheus_express {

/// `Of` is the metric that each series is, such as Counter<std::uint64_t>; the family has its verbs as well.
template <class Of, Label... Labels>
class DefaultedFamily : public Of::CellType::template Verbs<DefaultedFamily<Of, Labels...>> {
 public:
  using CellType = typename Of::CellType;
  using TallyType = typename Of::TallyType;
  static constexpr std::size_t combinations = (label_count<Labels> * ...);

  constexpr DefaultedFamily() = default;
  DefaultedFamily(const DefaultedFamily&) = delete;
  DefaultedFamily& operator=(const DefaultedFamily&) = delete;

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
  friend typename CellType::template Verbs<DefaultedFamily>;

  template <class Change>
  constexpr void apply(Change change) {
    if (!change(cells_[combinations])) {
      tally_.count(Refusal::not_increasing);
    }
  }

  template <class Reading>
  constexpr auto read(Reading reading) const {
    return reading(cells_[combinations]);
  }

  std::array<CellType, combinations + 1> cells_{};  // the default child is the last
  [[no_unique_address]] typename TallyType::OfClosed tally_;
};

}  // namespace prometheus_express
