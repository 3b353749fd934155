"""One enum for all labels of a name, with every value that one of them has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Optional

from ..model.metric import Enumeration, Label, Metric
from ..names.text import Text


def with_enums(
    metrics: tuple[Metric, ...], first: Mapping[str, tuple[Text, ...]]
) -> tuple[tuple[Metric, ...], tuple[Enumeration, ...]]:
    """The metrics, whose labels list their values in the order of the enum, and the enums in the order of their first use.

    `first`: values that come before all others of an enum. States come before labels, for one of them is the start.
    """
    values = {enum: dict.fromkeys(texts) for enum, texts in first.items()}
    for label in (*(metric.states for metric in metrics if metric.states), *_closed(metrics)):
        values.setdefault(label.enum.value, {}).update(dict.fromkeys(label.values))
    used = {label.enum.value: label.enum for metric in metrics for label in metric.enums}
    named: dict[str, dict[str, Text]] = {enum: {} for enum in used}
    for label in (label for metric in metrics for label in metric.enums):
        for value, name in label.names:
            named[label.enum.value].setdefault(value, name)
    enums = tuple(Enumeration(enum, tuple(values[key]), tuple(named[key].items())) for key, enum in used.items())
    places = {key: {text.value: place for place, text in enumerate(texts)} for key, texts in values.items()}

    def ordered(label: Label) -> Label:
        if label.is_open:
            return label
        return replace(label, values=tuple(sorted(label.values, key=lambda text: places[label.enum.value][text.value])))

    def rows(metric: Metric) -> Optional[tuple[tuple[str, ...], ...]]:
        if metric.rows is None:
            return None
        columns = [places[label.enum.value] for label in metric.labels]
        return tuple(sorted(metric.rows, key=lambda row: [places[value] for places, value in zip(columns, row)]))

    return tuple(replace(one, labels=tuple(map(ordered, one.labels)), rows=rows(one)) for one in metrics), enums


def _closed(metrics: tuple[Metric, ...]) -> tuple[Label, ...]:
    return tuple(label for metric in metrics for label in metric.labels if not label.is_open)
