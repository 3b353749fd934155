"""The runtime's types of metrics: how they are spelled, and how large they are on every target, to the byte.

Sizes follow runtime/include/prometheus_express/metrics; the generated header's static_assert holds both together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..model.metric import Initial, Metric, MetricType, ValueKind, ValueType, WhenFull

UINT32_TEXT = 10  # characters of the largest 32-bit count

_SIZES = {"uint32": 4, "int32": 4, "float": 4, "uint64": 8, "int64": 8, "double": 8}

# Longest text of a value: all digits with sign, point and leading zero. The longest float and double are just below 1e21
# ("-123456790000000000000") and just above 1e-6 ("-0.0000012345678901234567").
_LONGEST = {"uint32": 10, "int32": 11, "float": 22, "uint64": 20, "int64": 20, "double": 25}

_CPP_TYPES = {
    "uint32": "std::uint32_t",
    "uint64": "std::uint64_t",
    "int32": "std::int32_t",
    "int64": "std::int64_t",
    "float": "float",
    "double": "double",
}

_SNAPSHOT_ALIGNMENT = 8
_REFUSALS_OF_CLOSED, _REFUSALS_OF_OPEN = 1, 5  # counts of 32 bits


@dataclass(frozen=True)
class Cell:
    """One series in memory, and the metric type that it makes."""

    metric: str  # C++ type of a metric without labels
    size: int
    alignment: int
    lines: int  # on the page
    reading: int  # bytes of what its lines share


def aligned(offset: int, alignment: int) -> int:
    return -(-offset // alignment) * alignment


def value_size(value: ValueType) -> int:
    return _SIZES[value.storage]


def value_type(value: ValueType) -> str:
    if value.kind is not ValueKind.DECIMAL:
        return _CPP_TYPES[value.storage]
    storage = "" if value.bits == 32 else f", {_CPP_TYPES[value.storage]}"
    return f"px::Decimal<{value.places}{storage}>"


def longest_text(value: ValueType) -> int:
    """Characters of the longest text of a value. A decimal's point needs one more than its digits."""
    return _LONGEST[value.storage] + (1 if value.kind is ValueKind.DECIMAL and value.places else 0)


def cell(metric: Metric, access: str, tally: str, bounds: str) -> Cell:
    """The cell of a metric. `access` and `tally` are C++ types, empty for the runtime's defaults; `bounds` names the array
    of a histogram's."""
    kind, size = metric.type, value_size(metric.value)
    value, shared = value_type(metric.value), (access, "px::Unshared")
    tallied = (tally if is_counter(metric) or metric.is_open else "", "px::Untallied")
    counts = 4 * (len(metric.buckets) + 1)
    if kind is MetricType.HISTOGRAM:
        alignment = max(size, 4)
        total = aligned(size + counts, alignment)
        lines = len(metric.buckets) + 2 + has_sum(metric)
        return Cell(_spell("Histogram", bounds, shared, tallied), total, alignment, lines, total)
    if kind is MetricType.SUMMARY:
        alignment = max(size, 4)
        total = aligned(size + 4, alignment)
        return Cell(_spell("Summary", value, shared, tallied), total, alignment, 2, total)
    if kind is MetricType.STATESET:
        assert metric.states
        size = 1 if len(metric.states.values) <= 256 else 2
        return Cell(_spell("StateSet", metric.states.enum.value, shared, tallied), size, size, len(metric.states.values), size)
    # A series that can be absent keeps a flag behind its value, padded to the value's alignment.
    total = size * (2 if metric.initial is Initial.ABSENT else 1)
    initial = ("" if metric.initial is Initial.ZERO else f"px::Initial::{metric.initial.value}", "px::Initial::zero")
    name = "Counter" if is_counter(metric) else "Gauge"
    return Cell(_spell(name, value, initial, shared, tallied), total, size, 1, 0)


def _spell(name: str, value: str, *optional: tuple[str, str]) -> str:
    """A type with its optional arguments, each with the runtime's default; those at the end that are the default are left out."""
    arguments = [argument or default for argument, default in optional]
    given = max((number for number, (argument, _) in enumerate(optional, 1) if argument), default=0)
    return f"px::{name}<{', '.join((value, *arguments[:given]))}>"


def is_counter(metric: Metric) -> bool:
    """Whether it only rises, and refuses what would make it fall."""
    return metric.type is MetricType.COUNTER and metric.monotonic


def has_sum(metric: Metric) -> bool:
    """A histogram with a negative bound has no sum: it could fall (OpenMetrics 1.0, "Histogram")."""
    return metric.buckets[0].value >= 0


def member_type(metric: Metric, cell_: Cell, access: str) -> str:
    """The type of the metric's member of `Metrics`."""
    if not metric.labels:
        return cell_.metric
    labels = [f"px::OpenLabel<{label.max_length}>" if label.is_open else label.enum.value for label in metric.labels]
    if metric.is_open:
        full = f"px::WhenFull::{metric.when_full.value}"
        arguments = (cell_.metric, str(metric.max_series), full, access or "px::Unshared", *labels)
        return f"px::OpenFamily<{', '.join(arguments)}>"
    family = "DefaultedFamily" if metric.default_child else "Family"
    return f"px::{family}<{', '.join((cell_.metric, *labels))}>"


def member_size(metric: Metric, cell_: Cell, tallied: bool, locked: bool) -> tuple[int, int]:
    """Size and alignment of the metric's member. `locked`: an open family has a lock, as threads share it."""
    counting = tallied and is_counter(metric)
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


def info_size(lengths: tuple[int, ...]) -> int:
    """Bytes of texts set at boot: a length and the characters of each, and whether there are any."""
    return sum(lengths) + len(lengths) + 1


def row_size(metric: Metric) -> int:
    """Bytes of the values of a place's open labels: a length and the characters of each."""
    return sum((label.max_length or 0) + 1 for label in metric.labels if label.is_open)


def closed_children(metric: Metric) -> int:
    """Combinations of the values of closed labels."""
    return math.prod(len(label.values) for label in metric.labels if not label.is_open)


def snapshot_size(metric: Metric, cell_: Cell) -> int:
    """Bytes that a renderer keeps while it writes a child's lines."""
    if not metric.is_open:
        return aligned(cell_.reading, _SNAPSHOT_ALIGNMENT)
    size = aligned(max(cell_.reading, 1), 4) + 4 + row_size(metric)
    return aligned(size, _SNAPSHOT_ALIGNMENT)
