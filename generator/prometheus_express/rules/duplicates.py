"""Things that would have the same name: on the page, or in C++."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.application import Model, Registry
from ..model.metric import Metric
from ..model.page_names import claimed_names
from ..names.cpp import member
from ..names.text import Text
from ..problems.problem import Note, Problem


def duplicate_name(model: Model) -> Iterator[Problem]:
    """Two metrics that claim the same name, once namespace, unit and suffix are there; on one page or on two."""
    owners: dict[str, tuple[Metric, Registry]] = {}
    told: set[tuple[str, str]] = set()
    for registry in model.registries:
        for metric in registry.metrics:
            names = claimed_names(metric, registry)
            clash = next((name for name in names if owners.get(name, (metric,))[0] is not metric), None)
            if clash:
                first, other = owners[clash]
                pair = (first.name.value, metric.name.value)
                if pair not in told:
                    told.update((pair, pair[::-1]))
                    yield _clash(model, clash, (first, other), (metric, registry))
            for name in names:
                owners.setdefault(name, (metric, registry))


def _clash(model: Model, name: str, first: tuple[Metric, Registry], second: tuple[Metric, Registry]) -> Problem:
    (one, _), (two, _) = first, second
    notes = [Note("the other stands here", one.name.span)]
    for _, registry in (first, second):
        if registry.namespace and registry.namespace is not model.namespace:
            notes.append(Note(f"the page `{registry.name}` has its own namespace", registry.namespace.span))
    message = f"metrics `{one.name}` and `{two.name}` would both use the name `{name}`"
    return Problem("duplicate-name", message, two.name.span, "rename one of the two", tuple(dict.fromkeys(notes)))


def duplicate_member(model: Model) -> Iterator[Problem]:
    """Two metrics whose names become the same identifier in C++, such as `EIO` and `eio`; or that of the other's tables."""
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
    for metric in model.metrics:
        tables = [f"{page.name}_page_{member(metric.name.value)}" for page in model.registries[1:]]
        for table in [f"{member(metric.name.value)}_bounds", *tables] if metric.buckets else tables:
            if table in owners:
                message = f"the metric `{owners[table]}` would be called as a table of metric `{metric.name}`, `{table}`"
                note = Note("the other stands here", metric.name.span)
                yield Problem("duplicate-member", message, owners[table].span, "rename one of the two", (note,))


def duplicate_label(model: Model) -> Iterator[Problem]:
    """A label that every series carries already."""
    constant = {label.name.value: label.name for label in model.constant_labels}
    for metric in model.metrics:
        for name in [label.name for label in metric.labels] + [label.name for label in metric.info]:
            if name.value in constant:
                note = Note("the constant label stands here", constant[name.value].span)
                message = f"the label `{name}` is a constant label too"
                yield Problem("duplicate-label", message, name.span, "rename one of the two", (note,))


RULES = (duplicate_name, duplicate_member, duplicate_label)
