"""Registries: what stands on which page."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.application import Model
from ..names.text import Text
from ..problems.problem import Note, Problem, Severity


def duplicate_page(model: Model) -> Iterator[Problem]:
    """Two pages with the same path."""
    first: dict[str, Text] = {}
    for registry in model.registries:
        other = first.setdefault(registry.path.value, registry.path)
        if other is not registry.path:
            note = Note("the first stands here", other.span)
            message = f"a second page on `{registry.path}`"
            fix = f"write another path, such as `{registry.path.value.rstrip('/')}/{registry.name}`"
            yield Problem("duplicate-page", message, registry.path.span, fix, (note,))


def metric_on_no_page(model: Model) -> Iterator[Problem]:
    """A metric that is updated, and never seen."""
    shown = {metric.name.value for registry in model.registries for metric in registry.metrics}
    for metric in model.metrics:
        if metric.name.value not in shown:
            last = model.registries[-1]
            fix = f"add `{metric.name}` to the `metrics` of a registry, such as `{last.name}`"
            message = f"metric `{metric.name}` stands on no page"
            yield Problem("metric-on-no-page", message, metric.name.span, fix, severity=Severity.WARNING)


RULES = (duplicate_page, metric_on_no_page)
