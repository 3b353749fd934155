"""The library's own metrics: what it refused (runtime/include/prometheus_express/metrics/refusals.hpp), its HTTP answers by
status (…/metrics/status_counts.hpp), and the device's starts, which the application counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Optional

from . import cell_sizes as cells
from ..ir import firmware as ir
from ..model.metric import Model

# Each with its help, the runtime's kinds of refusal, and the values of its label `reason`.
_REFUSALS = (
    (
        "prometheus_express_refused_updates_total",
        "Updates that were refused: of counters by negative amounts or NaN, of series that are gone, with bad label values",
        ("not_increasing", "stale_handle", "label_too_long", "label_not_utf8"),
    ),
    ("prometheus_express_dropped_series_total", "New series for which an open family had no room", ("family_full",)),
)


ANSWERS = "prometheus_express_http_requests_total"
BOOTS = "prometheus_express_boots_total"

# The statuses of a responder with pages only, and those that routes add; a handler's others are counted as `other`.
_OF_PAGES = (200, 204, 400, 404, 405, 408, 413, 414, 417, 431, 500, 501, 505)
_OF_ROUTES = (401, 403, 411, 503)


def self_families(model: Model, access: str, holes: tuple[ir.Hole, ...]) -> Iterator[ir.Family]:
    """Those that the schema wants. What has cells is not placed yet, and functions have no number."""
    if "updates" in model.self_metrics:
        for name, help_, kinds in _REFUSALS:
            reader = f"read_refusals<px::Refusal::{kinds[0]}>"
            yield replace(_family(name, help_, holes), reader=reader, lines_per_child=len(kinds))
    if "http_requests" in model.self_metrics:
        codes = _codes(model)
        count = len(codes) + 1
        cells_type = f"px::StatusCounts<{access}, {', '.join(map(str, codes))}>"
        family = _family(ANSWERS, "Requests by the status of their answer", holes)
        member = ir.Member(cells_type, 4 * count, 4)
        yield replace(family, reader="read_counts", member=member, lines_per_child=count)
    if "boots" in model.self_metrics:
        family = _family(BOOTS, "Starts of the device, as the application counts them", holes)
        yield replace(family, identifier="boots", function=0)


def self_lines(model: Model, family: ir.Family, constant: tuple[tuple[str, Optional[str]], ...]) -> ir.Exposition:
    name = BOOTS if family.identifier == "boots" else family.identifier
    labels: list[tuple[tuple[str, str], ...]] = [()]
    if name == ANSWERS:
        labels = [(("code", str(code)),) for code in (*_codes(model), "other")]
    elif name != BOOTS:
        kinds = next(kinds for refused, _, kinds in _REFUSALS if refused == name)
        labels = [(("reason", kind),) if len(kinds) > 1 else () for kind in kinds]
    lines = tuple(ir.Line(name, (*own, *constant), cells.UINT32_TEXT) for own in labels)
    return ir.Exposition(family, name, "counter", lines)


def _codes(model: Model) -> tuple[int, ...]:
    return tuple(sorted(_OF_PAGES + (_OF_ROUTES if model.http and model.http.routes else ())))


def _family(name: str, help_: str, holes: tuple[ir.Hole, ...]) -> ir.Family:
    return ir.Family(
        identifier=name,
        help=help_,
        member=None,
        function=None,
        value_type="std::uint32_t",
        enums=(),
        reader="read_closed",
        lines_per_child=1,
        places=1,
        holes=holes,
        snapshot=0,
        counts_refusals=False,
    )
