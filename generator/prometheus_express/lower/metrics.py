"""Metrics to families: the cells that keep them, and their samples on a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Optional

from .. import ir
from ..kinds.format import Format, SampleKind
from ..kinds.metric import MetricType, Sharing
from ..model.application import Model, Registry
from ..model.metric import ConstantLabel, Label, Metric
from ..model.page_names import names_in_formats
from . import cell_sizes as sizes
from .self_metrics import SelfMetric, self_metrics

_QUOTES = 2
_ESCAPE = 2  # bytes of an escaped character


class Families:
    """The families of a model, made once; `exposition` shows one of them on a page."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._tallied = "updates" in model.self_metrics
        self._functions = itertools.count()
        self._end = 0
        self._constant_labels = tuple((label.name.value, _value(label)) for label in model.constant_labels)
        self._by_key = {metric.name.value: self._family(metric) for metric in model.metrics}
        self._own = tuple((one, self._own_family(one)) for one in self_metrics(model))
        self.all = (*self._by_key.values(), *(family for _, family in self._own))

    @property
    def cells(self) -> int:
        """Bytes of all cells."""
        places = [family.place for family in self.all if family.place]
        return sizes.aligned(self._end, max(place.alignment for place in places)) if places else 1  # C++ has no empty object

    def exposition(self, metric: Metric, registry: Registry) -> ir.Exposition:
        names = names_in_formats(metric, registry)
        return ir.Exposition(self._by_key[metric.name.value], names, tuple(self._samples(metric, names[Format.TEXT].family)))

    def own_expositions(self) -> tuple[ir.Exposition, ...]:
        """Those of the library's own metrics."""
        return tuple(
            ir.Exposition(family, one.names, tuple(
                ir.Sample(SampleKind.VALUE, (*labels, *self._constant_labels), sizes.UINT32_TEXT) for labels in one.labels
            ))
            for one, family in self._own
        )  # fmt: skip

    def _own_family(self, one: SelfMetric) -> ir.Family:
        origin: ir.Origin = ir.Refusals(one.refusals)
        if one.codes:
            origin = ir.Answers(one.codes, self._place(4 * len(one.labels), 4))
        elif one.asked:
            origin = ir.Asked(next(self._functions))
        return ir.Family(one.key, MetricType.COUNTER, one.help, one.value, origin, len(one.labels), holes=tuple(self._boot_holes()))

    def _family(self, metric: Metric) -> ir.Family:
        cell = sizes.cell(metric)
        origin = self._origin(metric, cell)
        is_info = metric.type is MetricType.INFO
        lines = 1 if is_info else cell.lines * sizes.closed_children(metric) if metric.is_open else cell.lines
        in_cells = isinstance(origin, ir.Cells)
        return ir.Family(
            key=metric.name.value,
            type=metric.type,
            help=metric.help.value if metric.help else "",
            unit=metric.unit.value if metric.unit else "",
            value=metric.value,
            origin=origin,
            lines=lines,
            labels=tuple(map(_label, metric.labels)),
            series=metric.rows if metric.rows and len(metric.rows) < sizes.combinations(metric) else (),
            sensor_labels=_all_sensor_labels(metric),
            states=metric.states.enum.value if metric.states else "",
            buckets=tuple(ir.Bound(bound.value, bound.text) for bound in metric.buckets),
            info=tuple(map(constant_label, metric.info)),
            initial=metric.initial,
            monotonic=metric.monotonic,
            default_child=metric.default_child,
            places=(metric.max_series or 1) if metric.is_open else 1,
            when_full=metric.when_full,
            holes=tuple(self._holes(metric)),
            snapshot=sizes.snapshot_size(metric, cell) if in_cells and not is_info else 0,
            counts_refusals=self._tallied and in_cells and sizes.counts_refusals(metric),
        )

    def _origin(self, metric: Metric, cell: sizes.Cell) -> ir.Origin:
        if metric.type is MetricType.INFO:
            lengths = tuple(label.max_length for label in metric.info if label.max_length is not None)
            return ir.Cells(self._place(sizes.info_size(lengths), 1)) if lengths else ir.Known()
        if metric.read_function:
            return ir.Asked(next(self._functions), metric.function.value if metric.function else "")
        locked = self._model.concurrency.sharing is Sharing.THREADS
        return ir.Cells(self._place(*sizes.member_size(metric, cell, self._tallied, locked)))

    def _place(self, size: int, alignment: int) -> ir.Place:
        offset = sizes.aligned(self._end, alignment)
        self._end = offset + size
        return ir.Place(size, alignment, offset)

    def _holes(self, metric: Metric) -> Iterator[ir.Hole]:
        lengths = (*(label.max_length for label in metric.labels), *(label.max_length for label in metric.info))
        own = (length for length in lengths if length is not None)
        return itertools.chain(_holes(False, own), self._boot_holes())

    def _boot_holes(self) -> Iterator[ir.Hole]:
        return _holes(True, (label.max_length for label in self._model.constant_labels if label.max_length is not None))

    def _children(self, metric: Metric) -> Iterator[ir.Labels]:
        """The labels of each child: the product of the labels' values, the last label varying fastest."""
        info = tuple((label.name.value, _value(label)) for label in metric.info)
        names = [label.name.value for label in metric.labels]
        rows: Iterable[tuple[Optional[str], ...]] = metric.rows or itertools.product(*map(_values, metric.labels))
        for row in rows:
            own = (pair for pair in zip(names, row) if pair[1] or metric.rows is None)
            yield (*own, *_sensor_labels(metric, row), *info, *self._constant_labels)
        if metric.default_child:
            yield (*((name, "None") for name in names), *self._constant_labels)

    def _samples(self, metric: Metric, name: str) -> Iterator[ir.Sample]:
        """The lines of one place. `name`: that of the family, as which the label of a stateset is called."""
        longest = sizes.longest_text(metric.value)
        for labels in self._children(metric):
            if metric.type in (MetricType.HISTOGRAM, MetricType.SUMMARY):
                for text in (*(bound.text for bound in metric.buckets), "+Inf") if metric.buckets else ():
                    yield ir.Sample(SampleKind.BUCKET, (*labels, ("le", text)), sizes.UINT32_TEXT)
                yield ir.Sample(SampleKind.COUNT, labels, sizes.UINT32_TEXT)
                if metric.has_sum:
                    yield ir.Sample(SampleKind.SUM, labels, longest)
            elif metric.states:
                for state in metric.states.values:
                    yield ir.Sample(SampleKind.VALUE, (*labels, (name, state.value)), 1)
            else:
                yield ir.Sample(SampleKind.VALUE, labels, 1 if metric.type is MetricType.INFO else longest)


def constant_label(label: ConstantLabel) -> ir.ConstantLabel:
    return ir.ConstantLabel(label.name.value, label.value.value, label.max_length)


def _label(label: Label) -> ir.Label:
    values = tuple(value.value for value in label.values)
    return ir.Label(label.name.value, "" if label.is_open else label.enum.value, values, label.max_length or 0)


def _value(label: ConstantLabel) -> Optional[str]:
    """The value of a label on a page; one that is set at boot is None."""
    return None if label.max_length is not None else label.value.value


def _sensor_labels(metric: Metric, row: tuple[Optional[str], ...]) -> ir.Labels:
    known = tuple(value for value in row if value is not None)
    return tuple((name.value, value.value) for name, value in metric.sensor_labels(known)) if metric.sensors else ()


def _all_sensor_labels(metric: Metric) -> tuple[tuple[str, tuple[str, ...]], ...]:
    values: dict[str, dict[str, None]] = {}
    for sensor in metric.sensors:
        for name, value in sensor.labels:
            values.setdefault(name.value, {})[value.value] = None
    return tuple((name, tuple(found)) for name, found in values.items())


def _values(label: Label) -> list[Optional[str]]:
    """The values of a label on a page; one that the device brings is None."""
    return [None] if label.is_open else [value.value for value in label.values]


def _holes(constant: bool, lengths: Iterable[int]) -> Iterator[ir.Hole]:
    return (ir.Hole(constant, index, _QUOTES + _ESCAPE * length) for index, length in enumerate(lengths))
