"""Label sets and the C++ enums that stand for them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..kinds.metric import MetricType
from ..model.application import Model
from ..model.metric import Enumeration, Label, Metric
from ..names.cpp import enum_type, why_reserved
from ..names.text import Text
from ..problems.problem import Note, Problem

SHOWN = 20  # values of a set in a proposal
MOST_SERIES = 65_536  # of one family: a row number has 16 bits


def label_sets_differ(model: Model) -> Iterator[Problem]:
    """Labels have what values of an enum they like; the states of a stateset are all of them, and it starts in the first."""
    enums = {enum.name.value: enum for enum in model.enums}
    for metric in model.metrics:
        states = metric.states
        enum = enums.get(states.enum.value) if states else None
        if states is None or enum is None or enum.values == states.values:
            continue
        other, of = next((label, of) for label, of in _labels(model, enum) if label is not states)
        same = {text.value for text in enum.values} == {text.value for text in states.values}
        name = enum_type(f"{metric.name}_value")
        values = ", ".join(_written(text.value) for text in states.values[:SHOWN])
        more = ", …" if len(states.values) > SHOWN else ""
        what = "lists its values in another order" if same else "has other values"
        yield Problem(
            "label-sets-differ",
            f"the enum `{states.enum}` {what} in metric `{metric.name}` than in `{of.name}`",
            states.name.span,
            f"list the same values, or name another enum: `states: {{values: [{values}{more}], as: {name}}}`",
            (Note("the first set stands here", other.name.span),),
        )


def _labels(model: Model, enum: Enumeration) -> Iterator[tuple[Label, Metric]]:
    return ((label, metric) for metric in model.metrics for label in metric.enums if label.enum.value == enum.name.value)


def _written(text: str) -> str:
    """A text as it can be written in a YAML list."""
    plain = text and text.isascii() and text[0].isalnum() and all(part.isalnum() or part in "_.-/" for part in text)
    return text if plain else "'" + text.replace("'", "''") + "'"


def duplicate_value(model: Model) -> Iterator[Problem]:
    """A value that is listed as a text, and again with the name of its enumerator."""
    for label in (label for metric in model.metrics for label in metric.enums):
        first: dict[str, Text] = {}
        for value in label.values:
            other = first.setdefault(value.value, value)
            if other is not value:
                message, note = f"`{value}` is written twice in `{label.name}`", Note("it stands here already", other.span)
                yield Problem("duplicate-value", message, value.span, "delete one", (note,))


def enumerator_collision(model: Model) -> Iterator[Problem]:
    """Enumerators that the schema names: one for each value, and each value has one."""
    for enum in model.enums:
        values: dict[str, tuple[str, Text]] = {}
        for label, _ in _labels(model, enum):
            for value, name in label.names:
                first_value, first = values.setdefault(name.value, (value, name))
                if first_value != value:
                    message = f"the values `{first_value}` and `{value}` would both be the C++ enumerator `{enum.name}::{name}`"
                    note = Note("the other stands here", first.span)
                    yield Problem("enumerator-collision", message, name.span, "name one of them otherwise", (note,))
                chosen = dict(enum.names)[value]
                if chosen != name:
                    message = f"the value `{value}` of `{enum.name}` is called `{chosen}` and `{name}`"
                    note = Note("the other stands here", chosen.span)
                    yield Problem("enumerator-collision", message, name.span, f"write `as: {chosen}`", (note,))


def reserved_enumerator(model: Model) -> Iterator[Problem]:
    """Enumerators that the schema names as C++ or a macro."""
    for name in (name for metric in model.metrics for label in metric.enums for _, name in label.names):
        reason = why_reserved(name.value)
        if reason:
            message = f"an enumerator cannot be called `{name}`, which is {reason}"
            yield Problem("reserved-name", message, name.span, f"write for example `{name}_value`")


def too_many_series(model: Model) -> Iterator[Problem]:
    """The product of the sets and of the lines that each child has."""
    for metric in model.metrics:
        factors = list(_factors(metric))
        series = math.prod(count for _, count in factors)
        if series > MOST_SERIES:
            written = " × ".join(f"`{name}` ({count:,})" for name, count in factors)
            yield Problem(
                "too-many-series",
                f"metric `{metric.name}` would have {series:,} series: {written}",
                metric.name.span,
                f"remove labels or values; a metric has at most {MOST_SERIES:,} series",
            )


def _factors(metric: Metric) -> Iterator[tuple[str, int]]:
    if metric.rows is not None:
        yield "sensors and their channels", len(metric.rows)
        return
    yield from ((label.name.value, len(label.values)) for label in metric.labels if not label.is_open)
    if metric.is_open:
        yield "max_series", metric.max_series or 1
    if metric.states:
        yield "states", len(metric.states.values)
    if metric.type is MetricType.HISTOGRAM:
        yield "buckets, sum and count", len(metric.buckets) + 3


RULES = (label_sets_differ, duplicate_value, enumerator_collision, reserved_enumerator, too_many_series)
