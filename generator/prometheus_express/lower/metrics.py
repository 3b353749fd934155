"""Metrics to families: the cells that keep them, and their lines on a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Optional

from . import cell_sizes as cells
from ..ir import firmware as ir
from ..names import cpp as naming
from ..cpp.text import integer
from ..model.metric import Bound, ConstantLabel, Label, Metric, MetricType, Model, Registry, Sharing, ValueKind
from .self_metrics import self_families, self_lines

_Labels = tuple[tuple[str, Optional[str]], ...]

_QUOTES = 2
_ESCAPE = 2  # bytes of an escaped character

_SUFFIXES = {MetricType.COUNTER: naming.TOTAL, MetricType.INFO: "_info"}
_TYPES = {MetricType.INFO: "gauge", MetricType.STATESET: "gauge"}  # what the text format 0.0.4 knows instead


class Lowering:
    """The families of a model, made once; `exposition` shows one of them on a page."""

    def __init__(self, model: Model, access: str) -> None:
        self._model = model
        self._access = access
        self._tally = f"px::Tallied<{access}>" if "updates" in model.self_metrics else ""
        self._functions = itertools.count()
        self._end = 0
        stored = tuple(map(self._family, model.metrics))
        self._by_name = {metric.name.value: family for metric, family in zip(model.metrics, stored)}
        boot = (label.max_length for label in model.constant_labels if label.max_length is not None)
        constant = tuple(_holes(True, boot))
        self._own = tuple(map(self._own_family, self_families(model, access or "px::Unshared", constant)))
        self.families = stored + self._own
        self.arrays = tuple(map(_bounds, (metric for metric in model.metrics if metric.buckets)))

    def _own_family(self, family: ir.Family) -> ir.Family:
        """A family of the library's own, with its place or number."""
        if family.member:
            return replace(family, member=self._place(family.member.cpp_type, family.member.size, family.member.alignment))
        return replace(family, function=next(self._functions)) if family.function is not None else family

    def exposition(self, metric: Metric, registry: Registry) -> ir.Exposition:
        base = naming.family_name(replace(self._model, namespace=registry.namespace), metric)
        suffix = _SUFFIXES.get(metric.type, "") if metric.total_suffix else ""
        type_ = _TYPES.get(metric.type, metric.type.value)
        return ir.Exposition(self._by_name[metric.name.value], base + suffix, type_, tuple(self._lines(metric, base, suffix)))

    def self_expositions(self) -> tuple[ir.Exposition, ...]:
        return tuple(self_lines(self._model, family, self._constant_labels()) for family in self._own)

    def _family(self, metric: Metric) -> ir.Family:
        cell = cells.cell(metric, self._access, self._tally, f"{naming.member(metric.name.value)}_bounds")
        reader, lines, snapshot, member = "read_closed", cell.lines, cells.snapshot_size(metric, cell), None
        if metric.type is MetricType.INFO:
            lengths = tuple(label.max_length for label in metric.info if label.max_length is not None)
            reader, lines, snapshot = "read_info" if lengths else "read_one", 1, 0
            if lengths:
                member = self._place(f"px::Info<{', '.join(map(str, lengths))}>", cells.info_size(lengths), 1)
        elif not metric.read_function:
            locked = self._model.concurrency.sharing is Sharing.THREADS
            size, alignment = cells.member_size(metric, cell, bool(self._tally), locked)
            member = self._place(cells.member_type(metric, cell, self._access), size, alignment)
        if metric.is_open:
            reader, lines = "read_open", lines * cells.closed_children(metric)
        return ir.Family(
            identifier=naming.member(metric.name.value),
            help=metric.help.value if metric.help else "",
            member=member,
            function=next(self._functions) if metric.read_function else None,
            value_type=cells.value_type(metric.value),
            enums=tuple(label.enum.value for label in metric.labels if not label.is_open),
            reader=reader,
            lines_per_child=lines,
            places=metric.max_series or 1 if metric.is_open else 1,
            holes=tuple(self._holes(metric)),
            snapshot=snapshot if member else 0,
            counts_refusals=bool(self._tally) and (metric.is_open or cells.is_counter(metric)) and member is not None,
        )

    def _place(self, cpp_type: str, size: int, alignment: int) -> ir.Member:
        offset = cells.aligned(self._end, alignment)
        self._end = offset + size
        return ir.Member(cpp_type, size, alignment, offset)

    def _holes(self, metric: Metric) -> Iterator[ir.Hole]:
        lengths = (*(label.max_length for label in metric.labels), *(label.max_length for label in metric.info))
        own = (length for length in lengths if length is not None)
        boot = (label.max_length for label in self._model.constant_labels if label.max_length is not None)
        return itertools.chain(_holes(False, own), _holes(True, boot))

    def _constant_labels(self) -> _Labels:
        return tuple(map(_constant, self._model.constant_labels))

    def _children(self, metric: Metric) -> Iterator[_Labels]:
        """The labels of each child: the product of the labels' values, the last label varying fastest."""
        constant = self._constant_labels()
        info = tuple(map(_constant, metric.info))
        columns = [_values(label) for label in metric.labels]
        names = [label.name.value for label in metric.labels]
        for row in itertools.product(*columns):
            yield (*zip(names, row), *info, *constant)
        if metric.default_child:
            yield (*((name, "None") for name in names), *constant)

    def _lines(self, metric: Metric, base: str, suffix: str) -> Iterator[ir.Line]:
        longest = cells.longest_text(metric.value)
        for labels in self._children(metric):
            if metric.type is MetricType.HISTOGRAM:
                for text in (*(bound.text for bound in metric.buckets), "+Inf"):
                    yield ir.Line(f"{base}_bucket", (*labels, ("le", text)), cells.UINT32_TEXT)
            if metric.type in (MetricType.HISTOGRAM, MetricType.SUMMARY):
                yield ir.Line(f"{base}_count", labels, cells.UINT32_TEXT)
                if metric.type is MetricType.SUMMARY or cells.has_sum(metric):
                    yield ir.Line(f"{base}_sum", labels, longest)
            elif metric.states:
                for state in metric.states.values:
                    yield ir.Line(base, (*labels, (base, state.value)), 1)
            else:
                yield ir.Line(base + suffix, labels, 1 if metric.type is MetricType.INFO else longest)


def _holes(constant: bool, lengths: Iterable[int]) -> Iterator[ir.Hole]:
    return (ir.Hole(constant, index, _QUOTES + _ESCAPE * length) for index, length in enumerate(lengths))


def _values(label: Label) -> list[Optional[str]]:
    """The values of a label on a page; one that the device brings is None."""
    return [None] if label.is_open else [value.value for value in label.values]


def _constant(label: ConstantLabel) -> tuple[str, Optional[str]]:
    return label.name.value, None if label.max_length is not None else label.value.value


def _bounds(metric: Metric) -> ir.Array:
    items = tuple(_bound(metric, bound) for bound in metric.buckets)
    return ir.Array(f"{naming.member(metric.name.value)}_bounds", cells.value_type(metric.value), items)


def _bound(metric: Metric, bound: Bound) -> str:
    kind = metric.value.kind
    if kind is ValueKind.DECIMAL:
        return f"{{{integer(int(bound.value * 10**metric.value.places))}}}"
    if kind is ValueKind.DOUBLE:
        return bound.text
    return f"{bound.text}F" if kind is ValueKind.FLOAT else integer(int(bound.value))
