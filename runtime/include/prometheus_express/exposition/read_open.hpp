// How the renderer reads families with open labels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>
#include <type_traits>

#include "prometheus_express/exposition/read_value.hpp"
#include "prometheus_express/metrics/open_family.hpp"

namespace prometheus_express {

/// A series of an open family as it was when its first line started: it may be removed while its lines are written, and its
/// place be taken by another.
template <class Family>
struct OpenSnapshot {
  static constexpr std::size_t cell_size = snapshot_size<typename Family::CellType>();

  alignas(snapshot_alignment) std::byte cell[cell_size == 0 ? 1 : cell_size];
  std::uint32_t generation;
  typename Family::Row row;
};

template <class Of, std::uint16_t max_series, WhenFull when_full, class Access, class... Labels>
struct SnapshotOf<OpenFamily<Of, max_series, when_full, Access, Labels...>> {
  static constexpr std::size_t bytes =
      sizeof(OpenSnapshot<OpenFamily<Of, max_series, when_full, Access, Labels...>>);
};

/// A ReadValue for an open family: `line.child` is a place, `line.index` counts through the lines of its cells. Lines of a
/// series that goes away while it is written are left out from the next cell on.
template <class Family>
std::size_t read_open(const void* object, Line line, Snapshot snapshot, NumberText& text) {
  using Cell = typename Family::CellType;
  constexpr std::size_t lines = lines_of<Cell>();
  static_assert(std::is_trivially_copyable_v<OpenSnapshot<Family>>);
  const Family& family = *static_cast<const Family*>(object);
  auto* const pinned = std::launder(reinterpret_cast<OpenSnapshot<Family>*>(snapshot));
  return family.alone([&]() -> std::size_t {
    if (line.index == 0) {
      pinned->generation = family.generation(line.child);
      if (!family.occupied(line.child)) {
        return 0;
      }
      pinned->row = family.row(line.child);
    } else if ((pinned->generation & 1U) == 0) {
      return 0;
    }
    if (line.index % lines == 0 && family.generation(line.child) != pinned->generation) {
      pinned->generation = 0;
      return 0;
    }
    return read_cell(family.cell(line.child, line.index / lines), line.index % lines, pinned->cell, text);
  });
}

/// Value of open label number `label` of the series whose line is being written.
template <class Family>
std::string_view open_text(Snapshot snapshot, std::size_t label) {
  return std::launder(reinterpret_cast<const OpenSnapshot<Family>*>(snapshot))->row[label];
}

}  // namespace prometheus_express
