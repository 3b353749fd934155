// What the library refuses instead of doing something wrong, counted for its own metrics.
//
// A family counts its refusals itself where the schema says `self_metrics:`; elsewhere they cost no memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "prometheus_express/metrics/cell.hpp"

namespace prometheus_express {

/// Why an update changed nothing. The first two kinds occur in every metric, the others with open labels only.
enum class Refusal : std::uint8_t {
  not_increasing,  // a counter was to be increased by a negative amount or NaN
  out_of_range,  // the value, or the amount, or what a gauge came to with it, has no place among the numbers of the metric
  stale_handle,    // the handle's series was removed or evicted in the meantime
  label_too_long,  // a label value is longer than the schema's `max_length`
  label_not_utf8,  // a label value is not valid UTF-8
  family_full,     // no room for a further series
  none,            // it was done
};

/// Counts of the first `kinds` kinds of refusal.
template <std::size_t kinds, class Access>
class RefusalCounts {
 public:
  constexpr void count(Refusal why) {
    Access::update(counts_[static_cast<std::size_t>(why)], [](std::uint32_t count) { return count + 1U; });
  }

  /// 0 for a kind that cannot occur here.
  [[nodiscard]] constexpr std::uint32_t counted(Refusal why) const {
    const auto kind = static_cast<std::size_t>(why);
    return kind < kinds ? Access::load(counts_[kind]) : 0U;
  }

 private:
  std::array<std::uint32_t, kinds> counts_{};
};

/// Does what `change` does with a cell, and has it counted where that refuses.
template <class Change, class Cell, class Counts>
constexpr void apply_counted(Change change, Cell& cell, Counts& counts) {
  if (const Refusal why = change(cell); why != Refusal::none) {
    counts.count(why);
  }
}

/// Refusals are refused and forgotten.
struct Untallied {
  static constexpr void count(Refusal) {}
  [[nodiscard]] static constexpr std::uint32_t counted(Refusal) { return 0; }

  using OfClosed = Untallied;
  using OfOpen = Untallied;
};

/// Refusals are counted, by kind. Without open labels there are only the first two.
template <class Access = Unshared>
struct Tallied {
  using OfClosed = RefusalCounts<2, Access>;
  using OfOpen = RefusalCounts<6, Access>;
};

}  // namespace prometheus_express
