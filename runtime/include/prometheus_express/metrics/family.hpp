// A metric with closed labels: one series for each combination of label values, all in place from the start.
//
//   Family<Counter<std::uint64_t>, Method, Code> http_requests;
//   http_requests.labels(Method::get, Code::_200).inc();         // resolved to an address by the compiler
//
// A DefaultedFamily is also used without labels: such updates go to a series of its own, whose label values are all "None" on
// the page (`default_child: true` in the schema; what the Python predecessor did).
//
//   DefaultedFamily<Counter<std::uint64_t>, Method> requests;
//   requests.inc();                                              // requests_total{method="None"}
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include "prometheus_express/metrics/labels.hpp"
#include "prometheus_express/metrics/metric.hpp"

namespace prometheus_express {

struct NoVerbs {};

template <class Of, bool defaulted, Label... Labels>
class ClosedFamily;

/// `Of` is the metric that each series is, such as Counter<std::uint64_t>.
template <class Of, Label... Labels>
using Family = ClosedFamily<Of, false, Labels...>;

/// The same, with the verbs of `Of` for the series without labels.
template <class Of, Label... Labels>
using DefaultedFamily = ClosedFamily<Of, true, Labels...>;

template <class Of, bool defaulted, Label... Labels>
class ClosedFamily
    : public std::conditional_t<
          defaulted, typename Of::CellType::template Verbs<ClosedFamily<Of, defaulted, Labels...>>, NoVerbs> {
 public:
  using CellType = typename Of::CellType;
  using TallyType = typename Of::TallyType;

  constexpr ClosedFamily() = default;
  ClosedFamily(const ClosedFamily&) = delete;
  ClosedFamily& operator=(const ClosedFamily&) = delete;

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
  friend typename CellType::template Verbs<ClosedFamily>;

  static constexpr std::size_t combinations = (label_count<Labels> * ...);

  template <class Change>
  constexpr void apply(Change change) {
    static_assert(defaulted);
    apply_counted(change, cells_[combinations], tally_);
  }

  template <class Reading>
  constexpr auto inspect(Reading reading) const {
    static_assert(defaulted);
    return reading(cells_[combinations]);
  }

  std::array<CellType, combinations + defaulted> cells_{};  // the series without labels is the last
  [[no_unique_address]] typename TallyType::OfClosed tally_;
};

}  // namespace prometheus_express
