"""Label sets and the C++ enums that stand for them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..kinds.metric import MetricType
from ..model.application import Model
from ..model.metric import Label, Metric
from ..names.cpp import enum_type, enumerator
from ..names.text import Text
from ..problems.problem import Note, Problem

SHOWN = 20  # values of a set in a proposal
MOST_SERIES = 65_536  # of one family: a row number has 16 bits


def label_sets_differ(model: Model) -> Iterator[Problem]:
    """One enum, two sets of values; of states also two orders, for they start in the first."""
    first: dict[str, tuple[Label, Text]] = {}
    for metric in model.metrics:
        for label in metric.enums:
            other, of = first.setdefault(label.enum.value, (label, metric.name))
            if other.values == label.values:
                continue
            name = enum_type(f"{metric.name}_{label.name}" if label is not metric.states else f"{metric.name}_value")
            values = ", ".join(_written(text.value) for text in label.values[:SHOWN])
            more = ", …" if len(label.values) > SHOWN else ""
            key = "states" if label is metric.states else label.name
            same = {text.value for text in other.values} == {text.value for text in label.values}
            what = "lists its values in another order" if same else "has other values"
            yield Problem(
                "label-sets-differ",
                f"the enum `{label.enum}` {what} in metric `{metric.name}` than in `{of}`",
                label.name.span,
                f"list the same values, or name another enum: `{key}: {{values: [{values}{more}], as: {name}}}`",
                (Note("the first set stands here", other.name.span),),
            )


def _written(text: str) -> str:
    """A text as it can be written in a YAML list."""
    plain = text and text.isascii() and text[0].isalnum() and all(part.isalnum() or part in "_.-/" for part in text)
    return text if plain else "'" + text.replace("'", "''") + "'"


def enumerator_collision(model: Model) -> Iterator[Problem]:
    """Two values that become the same enumerator, such as `a-b` and `a_b`; told once for each enum."""
    told: set[tuple[str, str]] = set()
    for label in (label for metric in model.metrics for label in metric.enums):
        names: dict[str, Text] = {}
        for value in label.values:
            name = enumerator(value.value)
            first = names.setdefault(name, value)
            if first is not value and (label.enum.value, value.value) not in told:
                told.add((label.enum.value, value.value))
                yield Problem(
                    "enumerator-collision",
                    f"the values `{first}` and `{value}` would both be the C++ enumerator `{label.enum}::{name}`",
                    value.span,
                    "let the values differ in more than upper case and punctuation",
                    (Note("the other stands here", first.span),),
                )


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
    yield from ((label.name.value, len(label.values)) for label in metric.labels if not label.is_open)
    if metric.is_open:
        yield "max_series", metric.max_series or 1
    if metric.states:
        yield "states", len(metric.states.values)
    if metric.type is MetricType.HISTOGRAM:
        yield "buckets, sum and count", len(metric.buckets) + 3


RULES = (label_sets_differ, enumerator_collision, too_many_series)
