"""How large the cells of metrics are on every target, to the byte.

Sizes follow runtime/include/prometheus_express/metrics; the generated header's static_assert holds both together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..kinds.metric import Initial, MetricType, WhenFull
from ..kinds.value import ValueKind, ValueType
from ..model.metric import Metric

UINT32_TEXT = 10  # characters of the largest 32-bit count

_SIZES = {
    ValueKind.UINT32: 4, ValueKind.INT32: 4, ValueKind.FLOAT: 4, ValueKind.UINT64: 8, ValueKind.INT64: 8, ValueKind.DOUBLE: 8,
}  # fmt: skip

# Longest text of a value: all digits with sign, point and leading zero. The longest float and double are just below 1e21
# ("-123456790000000000000") and just above 1e-6 ("-0.0000012345678901234567").
_LONGEST = {
    ValueKind.UINT32: 10, ValueKind.INT32: 11, ValueKind.FLOAT: 22, ValueKind.UINT64: 20, ValueKind.INT64: 20,
    ValueKind.DOUBLE: 25,
}  # fmt: skip

_OF_NUMBERS = (MetricType.COUNTER, MetricType.GAUGE, MetricType.HISTOGRAM, MetricType.SUMMARY, MetricType.UNTYPED)
_SNAPSHOT_ALIGNMENT = 8
_REFUSALS_OF_CLOSED, _REFUSALS_OF_OPEN = 2, 6  # counts of 32 bits


@dataclass(frozen=True)
class Cell:
    """One series in memory."""

    size: int
    alignment: int
    lines: int  # on the page
    reading: int  # bytes of what its lines share


def aligned(offset: int, alignment: int) -> int:
    return -(-offset // alignment) * alignment


def longest_text(value: ValueType) -> int:
    """Characters of the longest text of a value. A decimal's point needs one more than its digits."""
    return _LONGEST[value.storage] + (1 if value.kind is ValueKind.DECIMAL and value.places else 0)


def cell(metric: Metric) -> Cell:
    """The cell of a metric, of whichever type."""
    kind, size = metric.type, _SIZES[metric.value.storage]
    if kind is MetricType.HISTOGRAM:
        alignment = max(size, 4)
        total = aligned(size + 4 * (len(metric.buckets) + 1), alignment)
        return Cell(total, alignment, len(metric.buckets) + 2 + metric.has_sum, total)
    if kind is MetricType.SUMMARY:
        alignment = max(size, 4)
        total = aligned(size + 4, alignment)
        return Cell(total, alignment, 2, total)
    if kind is MetricType.STATESET:
        assert metric.states
        size = 1 if len(metric.states.values) <= 256 else 2
        return Cell(size, size, len(metric.states.values), size)
    # A series that can be absent keeps a flag behind its value, padded to the value's alignment.
    return Cell(size * (2 if metric.initial is Initial.ABSENT else 1), size, 1, 0)


def member_size(metric: Metric, cell_: Cell, tallied: bool, locked: bool) -> tuple[int, int]:
    """Size and alignment of all cells of a metric. `locked`: an open family has a lock, as threads share it."""
    counting = tallied and counts_refusals(metric)
    if not metric.is_open:
        children = closed_children(metric) + metric.default_child
        alignment = max(cell_.alignment, 4 if counting else 1)
        size = cell_.size * children
        if counting:
            size = aligned(size, 4) + 4 * _REFUSALS_OF_CLOSED
        return aligned(size, alignment), alignment
    evicts = metric.when_full is WhenFull.EVICT
    alignment = max(cell_.alignment, 4)
    place = aligned(aligned(cell_.size * closed_children(metric), 4) + (8 if evicts else 4) + row_size(metric), alignment)
    size = place * (metric.max_series or 0) + 4 * (evicts + locked + (_REFUSALS_OF_OPEN if tallied else 0))
    return aligned(size, alignment), alignment


def counts_refusals(metric: Metric) -> bool:
    """Whether an update of it can be refused. What sensors feed has been looked at before."""
    return metric.is_open or (metric.type in _OF_NUMBERS and metric.rows is None and not metric.sensors)


def info_size(lengths: tuple[int, ...]) -> int:
    """Bytes of texts set at boot: a length and the characters of each, and whether there are any."""
    return sum(lengths) + len(lengths) + 1


def row_size(metric: Metric) -> int:
    """Bytes of the values of a place's open labels: a length and the characters of each."""
    return sum((label.max_length or 0) + 1 for label in metric.labels if label.is_open)


def closed_children(metric: Metric) -> int:
    """Those combinations of the values of closed labels that there are."""
    return combinations(metric) if metric.rows is None else len(metric.rows)


def combinations(metric: Metric) -> int:
    """All combinations of the values of closed labels."""
    return math.prod(len(label.values) for label in metric.labels if not label.is_open)


def snapshot_size(metric: Metric, cell_: Cell) -> int:
    """Bytes that a renderer keeps while it writes a child's lines."""
    if not metric.is_open:
        return aligned(cell_.reading, _SNAPSHOT_ALIGNMENT)
    size = aligned(max(cell_.reading, 1), 4) + 4 + row_size(metric)
    return aligned(size, _SNAPSHOT_ALIGNMENT)
