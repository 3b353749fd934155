// The handle to one series of an open family.
//
//   auto peer = station.metrics.peer_bytes.labels(address);
//   peer.inc(1514);                                          // no look-up; dropped and counted once the series is gone
#pragma once

#include <cstdint>

#include "prometheus_express/metrics/refusals.hpp"

namespace prometheus_express {

/// It has the verbs of the family's type. Made by OpenFamily::labels; it may be kept as long as the family lives.
template <class Family>
class OpenHandle : public Family::CellType::template Verbs<OpenHandle<Family>> {
 public:
  using CellType = typename Family::CellType;

  /// Leads nowhere: the family refused the series, and has counted that.
  constexpr OpenHandle() = default;

  constexpr OpenHandle(Family& family, std::uint16_t place, std::uint16_t cell, std::uint32_t generation)
      : family_(&family), generation_(generation), place_(place), cell_(cell) {}

  /// True while the series is in its place.
  [[nodiscard]] constexpr bool valid() const {
    return family_ != nullptr && family_->holds(place_, generation_);
  }

 private:
  friend typename CellType::template Verbs<OpenHandle>;

  template <class Change>
  constexpr void apply(Change change) {
    if (family_ == nullptr) {
      return;
    }
    family_->alone([&] {
      if (!family_->holds(place_, generation_)) {
        family_->refuse(Refusal::stale_handle);
      } else if (const Refusal why = change(family_->updated_cell(place_, cell_)); why != Refusal::none) {
        family_->refuse(why);
      }
    });
  }

  /// Of a series that is gone, the reading of a new one.
  template <class Reading>
  constexpr auto inspect(Reading reading) const {
    const CellType none;
    if (family_ == nullptr) {
      return reading(none);
    }
    return family_->alone(
        [&] { return reading(family_->holds(place_, generation_) ? family_->cell(place_, cell_) : none); });
  }

  Family* family_ = nullptr;
  std::uint32_t generation_ = 0;
  std::uint16_t place_ = 0;
  std::uint16_t cell_ = 0;
};

}  // namespace prometheus_express
