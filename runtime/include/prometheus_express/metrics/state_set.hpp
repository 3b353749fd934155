// A state set: which one of several states something is in. Each state has a line, 1 for the current one, 0 for the others.
//
//   enum class State : std::uint8_t { starting, connected, ready };      // with label_values, as any label
//   StateSet<State> link;
//   link.state(State::connected);
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/labels.hpp"
#include "prometheus_express/metrics/metric.hpp"

namespace prometheus_express {

/// Starts in the first state.
template <Label State, class Access = Unshared>
class StateSetCell {
 public:
  /// Lines on the page: one a state.
  static constexpr std::size_t lines = label_count<State>;

  /// What a page shows of it, taken at one moment.
  using Reading = State;

  template <class Self>
  class Verbs {
   public:
    /// Enters a state.
    constexpr void state(State state) {
      self().apply([state](StateSetCell& cell) {
        Access::store(cell.state_, state);
        return Refusal::none;
      });
    }

    /// Goes back to the first state.
    constexpr void reset() { state(State{}); }

    [[nodiscard]] constexpr State value() const {
      return static_cast<const Self&>(*this).inspect([](const StateSetCell& cell) { return cell.reading(); });
    }

   private:
    constexpr Self& self() { return static_cast<Self&>(*this); }
  };

  [[nodiscard]] constexpr State reading() const { return Access::load(state_); }
  constexpr void reset() { Access::store(state_, State{}); }

 private:
  State state_{};
};

template <Label State, class Access = Unshared, class Tally = Untallied>
using StateSet = Metric<StateSetCell<State, Access>, Tally>;

}  // namespace prometheus_express
