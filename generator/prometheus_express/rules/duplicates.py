"""Things that would have the same name: on the page, or in C++."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Note, Problem
from ..model import Metric, Model, Text
from ..naming import claimed_names, member


def duplicate_name(model: Model) -> Iterator[Problem]:
    """Two metrics that claim the same name, once namespace, unit and suffix are there."""
    owners: dict[str, Metric] = {}
    for metric in model.metrics:
        clash = [name for name in claimed_names(model, metric) if name in owners]
        if clash:
            first = owners[clash[0]]
            yield Problem(
                "duplicate-name",
                f"metrics `{first.name}` and `{metric.name}` would both use the name `{clash[0]}`",
                metric.name.span,
                "rename one of the two",
                (Note("the other stands here", first.name.span),),
            )
        for name in claimed_names(model, metric):
            owners.setdefault(name, metric)


def duplicate_member(model: Model) -> Iterator[Problem]:
    """Two metrics whose names become the same identifier in C++, such as `EIO` and `eio`."""
    owners: dict[str, Text] = {}
    for metric in model.metrics:
        identifier = member(metric.name.value)
        first = owners.setdefault(identifier, metric.name)
        if first is not metric.name:
            yield Problem(
                "duplicate-member",
                f"metrics `{first}` and `{metric.name}` would both be the C++ member `{identifier}`",
                metric.name.span,
                "rename one of the two",
                (Note("the other stands here", first.span),),
            )


def duplicate_label(model: Model) -> Iterator[Problem]:
    """A label that every series carries already."""
    constant = {label.name.value: label.name for label in model.constant_labels}
    for label in (label for metric in model.metrics for label in metric.labels):
        if label.name.value in constant:
            yield Problem(
                "duplicate-label",
                f"the label `{label.name}` is a constant label too",
                label.name.span,
                "rename one of the two",
                (Note("the constant label stands here", constant[label.name.value].span),),
            )


RULES = (duplicate_name, duplicate_member, duplicate_label)
