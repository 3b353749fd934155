// A metric without labels, and the handle to one series of a metric with labels. Both have the verbs of their type of
// cell: inc, dec, set, observe, state …, documented with the cell.
//
//   Counter<std::uint64_t> served;                                 // a Metric
//   served.inc();
//   auto child = http_requests.labels(Method::get, Code::_200);    // a Handle, resolved to an address
//   child.inc();
#pragma once

#include "prometheus_express/metrics/refusals.hpp"

namespace prometheus_express {

/// One cell in place. It cannot be copied, so that nobody updates a copy by accident.
template <class Cell, class Tally = Untallied>
class Metric : public Cell::template Verbs<Metric<Cell, Tally>> {
 public:
  using CellType = Cell;
  using TallyType = Tally;

  constexpr Metric() = default;
  Metric(const Metric&) = delete;
  Metric& operator=(const Metric&) = delete;

  [[nodiscard]] constexpr std::uint32_t refused(Refusal why) const { return tally_.counted(why); }

 private:
  friend typename Cell::template Verbs<Metric<Cell, Tally>>;

  /// Lets `change` update the cell; it says why where it refuses.
  template <class Change>
  constexpr void apply(Change change) {
    apply_counted(change, cell_, tally_);
  }

  template <class Reading>
  constexpr auto inspect(Reading reading) const {
    return reading(cell_);
  }

  Cell cell_;
  [[no_unique_address]] typename Tally::OfClosed tally_;
};

/// One series of a family with closed labels. It may be kept as long as the family lives.
template <class Cell, class Tally>
class Handle : public Cell::template Verbs<Handle<Cell, Tally>> {
 public:
  constexpr Handle(Cell& cell, typename Tally::OfClosed& tally) : cell_(&cell), tally_(&tally) {}

 private:
  friend typename Cell::template Verbs<Handle<Cell, Tally>>;

  template <class Change>
  constexpr void apply(Change change) {
    apply_counted(change, *cell_, *tally_);
  }

  template <class Reading>
  constexpr auto inspect(Reading reading) const {
    return reading(static_cast<const Cell&>(*cell_));
  }

  Cell* cell_;
  typename Tally::OfClosed* tally_;
};

}  // namespace prometheus_express
