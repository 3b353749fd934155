// A metric with open labels: their values come at run time, and a bounded number of series has its place from the start.
//
//   OpenFamily<Counter<std::uint64_t>, 8, WhenFull::drop, OpenLabel<24>> peer_bytes;
//   peer_bytes.labels("10.0.0.7").inc(1514);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "prometheus_express/metrics/cell.hpp"
#include "prometheus_express/metrics/open_handle.hpp"
#include "prometheus_express/metrics/open_label.hpp"
#include "prometheus_express/metrics/refusals.hpp"
#include "prometheus_express/metrics/text_row.hpp"

namespace prometheus_express {

/// What happens to new label values when every place is taken.
enum class WhenFull : std::uint8_t {
  drop,   // they get no series; the refusal is counted
  evict,  // they take the place of the series whose last update is the longest ago
};

/// The row of an open family's texts: one for each open label.
template <class Row, class... Labels>
struct RowOf {
  using Type = Row;
};
template <std::size_t... before, std::size_t max_length, class... Rest>
struct RowOf<TextRow<before...>, OpenLabel<max_length>, Rest...>
    : RowOf<TextRow<before..., max_length>, Rest...> {};
template <std::size_t... before, class Closed, class... Rest>
struct RowOf<TextRow<before...>, Closed, Rest...> : RowOf<TextRow<before...>, Rest...> {};

/// `labels`, `remove` and `clear` take a time that grows with `max_series` and are not for interrupts; the verbs of a handle take
/// a constant time. `Labels` are in the order of the schema; each place has a cell for each combination of the closed ones.
template <class Of, std::uint16_t max_series, WhenFull when_full, class Access, class... Labels>
class OpenFamily {
 public:
  using CellType = typename Of::CellType;
  using TallyType = typename Of::TallyType;
  using Row = typename RowOf<TextRow<>, Labels...>::Type;
  using Texts = typename Row::Texts;
  static constexpr std::uint16_t places = max_series;
  static constexpr std::size_t cells_per_place = (closed_count<Labels>() * ...);

  constexpr OpenFamily() = default;
  OpenFamily(const OpenFamily&) = delete;
  OpenFamily& operator=(const OpenFamily&) = delete;

  /// The series of these label values, one of each label in the order of the schema; it is made if there is none yet. Values that are
  /// too long or not UTF-8 are refused, as are new ones when the family is full and drops: the handle then leads nowhere and
  /// its updates do nothing. Each refusal is counted.
  [[nodiscard]] constexpr OpenHandle<OpenFamily> labels(LabelArgument<Labels>... values) {
    const Texts texts = open_texts(values...);
    switch (Row::check(texts)) {
      case TextProblem::too_long:
        tally_.count(Refusal::label_too_long);
        return {};
      case TextProblem::not_utf8:
        tally_.count(Refusal::label_not_utf8);
        return {};
      case TextProblem::none:
        break;
    }
    std::size_t cell = 0;
    ((cell = advance_index<Labels>(cell, values)), ...);
    return alone([&]() -> OpenHandle<OpenFamily> {
      std::uint16_t place = find(texts);
      if (place == places) {
        place = vacate();
        if (place != places) {
          occupy(place, texts);
        }
      }
      if (place == places) {
        tally_.count(Refusal::family_full);
        return {};
      }
      return {*this, place, static_cast<std::uint16_t>(cell), generation(place)};
    });
  }

  /// Removes the series of these label values, and with it the others of its open values. Handles to them become stale. False when
  /// there is none.
  constexpr bool remove(LabelArgument<Labels>... values) {
    return alone([&] {
      const std::uint16_t place = find(open_texts(values...));
      if (place == places) {
        return false;
      }
      vacate(place);
      return true;
    });
  }

  /// Removes every series.
  constexpr void clear() {
    alone([&] {
      for (std::uint16_t place = 0; place < places; ++place) {
        if (occupied(place)) {
          vacate(place);
        }
      }
    });
  }

  [[nodiscard]] constexpr std::uint32_t refused(Refusal why) const { return tally_.counted(why); }

  // For handles and the renderer:

  /// Runs a section in which no other thread gives, takes or updates a place of this family.
  template <class Section>
  constexpr auto alone(Section section) const {
    return lock_.hold(section);
  }
  constexpr void refuse(Refusal why) { tally_.count(why); }
  [[nodiscard]] constexpr bool occupied(std::uint16_t place) const { return (generation(place) & 1U) != 0; }
  [[nodiscard]] constexpr std::uint32_t generation(std::uint16_t place) const {
    return Access::load(places_[place].generation);
  }
  [[nodiscard]] constexpr bool holds(std::uint16_t place, std::uint32_t generation) const {
    return this->generation(place) == generation;
  }
  [[nodiscard]] constexpr const Row& row(std::uint16_t place) const { return places_[place].row; }
  [[nodiscard]] constexpr const CellType& cell(std::uint16_t place, std::size_t cell) const {
    return places_[place].cells[cell];
  }
  constexpr CellType& updated_cell(std::uint16_t place, std::size_t cell) {
    places_[place].age.touch(clock_);
    return places_[place].cells[cell];
  }

 private:
  /// Counts updates, so that the series with the oldest one can be found.
  struct Ticks {
    std::uint32_t now = 0;
  };
  struct Age {
    std::uint32_t last = 0;
    constexpr void touch(Ticks& clock) {
      Access::update(clock.now, [](std::uint32_t now) { return now + 1U; });
      Access::store(last, Access::load(clock.now));
    }
    [[nodiscard]] constexpr std::uint32_t of(const Ticks& clock) const {
      return Access::load(clock.now) - Access::load(last);
    }
  };
  struct NoTicks {};
  struct NoAge {
    static constexpr void touch(NoTicks&) {}
  };
  static constexpr bool evicts = when_full == WhenFull::evict;

  struct Place {
    std::array<CellType, cells_per_place> cells{};
    std::uint32_t generation = 0;  // odd while the place is taken
    [[no_unique_address]] std::conditional_t<evicts, Age, NoAge> age{};
    Row row{};
  };

  static constexpr Texts open_texts(const LabelArgument<Labels>&... values) {
    Texts texts{};
    std::size_t next = 0;
    const auto take = [&](const auto& value) {
      if constexpr (std::is_same_v<decltype(value), const std::string_view&>) {
        texts[next++] = value;
      }
    };
    (take(values), ...);
    return texts;
  }

  /// The place of these texts; `places` when they have none.
  [[nodiscard]] constexpr std::uint16_t find(const Texts& texts) const {
    std::uint16_t place = 0;
    while (place < places && !(occupied(place) && places_[place].row.equals(texts))) {
      ++place;
    }
    return place;
  }

  /// A free place, if need be by eviction; `places` when there is none.
  constexpr std::uint16_t vacate() {
    std::uint16_t oldest = 0;
    for (std::uint16_t place = 0; place < places; ++place) {
      if (!occupied(place)) {
        return place;
      }
      if constexpr (evicts) {
        if (places_[place].age.of(clock_) > places_[oldest].age.of(clock_)) {
          oldest = place;
        }
      }
    }
    if constexpr (evicts) {
      vacate(oldest);
      return oldest;
    } else {
      return places;
    }
  }

  /// Handles become stale first, so that an interrupt finds the series gone before its cells are reset.
  constexpr void vacate(std::uint16_t place) {
    Access::update(places_[place].generation, [](std::uint32_t generation) { return generation + 1U; });
    for (CellType& cell : places_[place].cells) {
      cell.reset();
    }
  }

  constexpr void occupy(std::uint16_t place, const Texts& texts) {
    places_[place].row.assign(texts);
    places_[place].age.touch(clock_);
    Access::update(places_[place].generation, [](std::uint32_t generation) { return generation + 1U; });
  }

  std::array<Place, places> places_{};
  [[no_unique_address]] std::conditional_t<evicts, Ticks, NoTicks> clock_{};
  [[no_unique_address]] typename Access::Lock lock_{};
  [[no_unique_address]] typename TallyType::OfOpen tally_;
};

}  // namespace prometheus_express
