"""The runtime's types: how the members of `Metrics` are spelled, and how the lines of a family are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from ..ir import Answers, Asked, Cells, Family, Firmware, Initial, Known, Label, MetricType, Refusals, Sharing, ValueKind, ValueType
from ..names.cpp import member
from .text import integer

ACCESSES = {
    Sharing.NONE: "",
    Sharing.THREADS: "px::Atomic",
    Sharing.INTERRUPTS: "px::InterruptMasked<::InterruptGuard>",
}  # of the cells; empty: the runtime's default
ACCESS = "Access"  # what the generated header calls it, where it is not the default
UNSHARED = "px::Unshared"

_STORED = {
    ValueKind.UINT32: "std::uint32_t",
    ValueKind.UINT64: "std::uint64_t",
    ValueKind.INT32: "std::int32_t",
    ValueKind.INT64: "std::int64_t",
    ValueKind.FLOAT: "float",
    ValueKind.DOUBLE: "double",
}

# Each class of the runtime, and its header in metrics/.
_HEADERS = {
    "Counter": "counter.hpp",
    "Gauge": "gauge.hpp",
    "Histogram": "histogram.hpp",
    "Summary": "summary.hpp",
    "StateSet": "state_set.hpp",
    "Info": "info.hpp",
    "Family": "family.hpp",
    "DefaultedFamily": "family.hpp",
    "SparseFamily": "sparse_family.hpp",
    "OpenFamily": "open_family.hpp",
    "StatusCounts": "status_counts.hpp",
}
# Each reader of the runtime, and its header in exposition/.
_READER_HEADERS = {
    "read_open": "read_open.hpp",
    "read_closed": "read_value.hpp",
    "read_info": "read_value.hpp",
    "read_one": "read_value.hpp",
    "read_counts": "read_value.hpp",
}


def identifier(family: Family) -> str:
    """The family's member of `Metrics`, and the stem of its tables."""
    return member(family.key)


def function_name(family: Family) -> str:
    """The application's function that is asked for the family's values."""
    named = family.origin.function if isinstance(family.origin, Asked) else ""
    return named or identifier(family)


def bounds_name(family: Family) -> str:
    return f"{identifier(family)}_bounds"


def value_type(value: ValueType) -> str:
    if value.kind is not ValueKind.DECIMAL:
        return _STORED[value.kind]
    storage = "" if value.bits == 32 else f", {_STORED[value.storage]}"
    return f"px::Decimal<{value.places}{storage}>"


def bounds(family: Family) -> list[str]:
    """The bounds of a histogram's buckets, as literals of its value type."""
    kind, places = family.value.kind, family.value.places
    if kind is ValueKind.DECIMAL:
        return [f"{{{integer(int(bound.value * 10**places))}}}" for bound in family.buckets]
    if kind in (ValueKind.FLOAT, ValueKind.DOUBLE):
        return [bound.text + ("F" if kind is ValueKind.FLOAT else "") for bound in family.buckets]
    return [integer(int(bound.value)) for bound in family.buckets]


def series_name(family: Family) -> str:
    """The combinations of label values that a sparse family has."""
    return f"{identifier(family)}_series"


def member_type(family: Family, firmware: Firmware, closed: Callable[[Label], str]) -> str:
    """The type of the family's member of `Metrics`; `closed`: that of a closed label."""
    access = ACCESS if ACCESSES[firmware.sharing] else ""
    if isinstance(family.origin, Answers):
        return f"px::StatusCounts<{access or UNSHARED}, {', '.join(map(str, family.origin.codes))}>"
    if family.type is MetricType.INFO:
        lengths = (label.max_length for label in family.info if label.max_length is not None)
        return f"px::Info<{', '.join(map(str, lengths))}>"
    metric = _metric_type(family, access, f"px::Tallied<{access}>" if _tallies(firmware) else "")
    if not family.labels:
        return metric
    labels = [f"px::OpenLabel<{label.max_length}>" if label.is_open else closed(label) for label in family.labels]
    if family.is_open:
        full = f"px::WhenFull::{family.when_full.value}"
        return f"px::OpenFamily<{', '.join((metric, str(family.places), full, access or UNSHARED, *labels))}>"
    if family.series:
        return f"px::SparseFamily<{', '.join((metric, series_name(family), *labels))}>"
    family_class = "DefaultedFamily" if family.default_child else "Family"
    return f"px::{family_class}<{', '.join((metric, *labels))}>"


def _tallies(firmware: Firmware) -> bool:
    """Whether refused updates are counted."""
    return any(isinstance(family.origin, Refusals) for family in firmware.families)


def _metric_type(family: Family, access: str, tally: str) -> str:
    """A metric without labels. `access` and `tally` are empty for the runtime's defaults."""
    value, shared = value_type(family.value), (access, UNSHARED)
    tallied = (tally if family.counts_refusals else "", "px::Untallied")
    kind = family.type
    if kind is MetricType.HISTOGRAM:
        return _spell("Histogram", bounds_name(family), shared, tallied)
    if kind is MetricType.SUMMARY:
        return _spell("Summary", value, shared, tallied)
    if kind is MetricType.STATESET:
        return _spell("StateSet", family.states, shared, tallied)
    initial = ("" if family.initial is Initial.ZERO else f"px::Initial::{family.initial.value}", "px::Initial::zero")
    return _spell("Counter" if family.is_counter else "Gauge", value, initial, shared, tallied)


def _spell(name: str, value: str, *optional: tuple[str, str]) -> str:
    """A type with its optional arguments, each with the runtime's default; those at the end that are the default are left out."""
    arguments = [argument or default for argument, default in optional]
    given = max((number for number, (argument, _) in enumerate(optional, 1) if argument), default=0)
    return f"px::{name}<{', '.join((value, *arguments[:given]))}>"


def metric_headers(types: list[str]) -> set[str]:
    """The headers of the runtime that the types come from."""
    return {f"metrics/{header}" for name, header in _HEADERS.items() if any(f"px::{name}<" in type_ for type_ in types)}


def reader(family: Family) -> str:
    """The function of the runtime that reads a line's value; the type of the family's member is its argument."""
    origin = family.origin
    if isinstance(origin, Answers):
        return "read_counts"
    if isinstance(origin, Known):
        return "read_one"
    if isinstance(origin, Cells):
        return "read_info" if family.type is MetricType.INFO else "read_open" if family.is_open else "read_closed"
    if isinstance(origin, (Asked, Refusals)):
        return ""  # of the application, or of the generated source file
    _never(origin)


def reader_headers(families: tuple[Family, ...]) -> set[str]:
    return {f"exposition/{_READER_HEADERS[name]}" for name in map(reader, families) if name}


def _never(value: NoReturn) -> NoReturn:
    raise AssertionError(value)
