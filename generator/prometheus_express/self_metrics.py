"""The library's own metrics: what it refused (runtime/include/prometheus_express/metrics/refusals.hpp)."""

from __future__ import annotations

from typing import Optional

from . import cells, ir

# Each with its help, the runtime's kinds of refusal, and the values of its label `reason`.
_FAMILIES = (
    (
        "prometheus_express_refused_updates_total",
        "Updates that were refused: of counters by negative amounts or NaN, of series that are gone, with bad label values",
        ("not_increasing", "stale_handle", "label_too_long", "label_not_utf8"),
    ),
    ("prometheus_express_dropped_series_total", "New series for which an open family had no room", ("family_full",)),
)


def self_families(holes: tuple[ir.Hole, ...]) -> tuple[ir.Family, ...]:
    return tuple(_family(name, help_, kinds, holes) for name, help_, kinds in _FAMILIES)


def self_lines(family: ir.Family, constant: tuple[tuple[str, Optional[str]], ...]) -> ir.Exposition:
    kinds = next(kinds for name, _, kinds in _FAMILIES if name == family.identifier)
    reasons = [(("reason", kind),) if len(kinds) > 1 else () for kind in kinds]
    lines = tuple(ir.Line(family.identifier, (*reason, *constant), cells.UINT32_TEXT) for reason in reasons)
    return ir.Exposition(family, family.identifier, "counter", lines)


def _family(name: str, help_: str, kinds: tuple[str, ...], holes: tuple[ir.Hole, ...]) -> ir.Family:
    return ir.Family(
        identifier=name,
        help=help_,
        member=None,
        function=None,
        value_type="std::uint32_t",
        enums=(),
        reader=f"read_refusals<px::Refusal::{kinds[0]}>",
        lines_per_child=len(kinds),
        places=1,
        holes=holes,
        snapshot=0,
        counts_refusals=False,
    )
