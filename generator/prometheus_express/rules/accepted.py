"""Warnings that a metric accepts with `accept: [no-base-unit]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.application import Model
from ..problems.problem import Problem, Severity


def without_accepted(model: Model, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that no metric accepts, and one for each acceptance of a warning that there is not."""
    accepted = {(metric.name.value, slug.value): slug for metric in model.metrics for slug in metric.accept}
    used: set[tuple[str, str]] = set()
    for problem in problems:
        place = problem.metric, problem.slug
        if problem.severity is Severity.WARNING and place in accepted:
            used.add(place)
        else:
            yield problem
    for (metric, _), slug in accepted.items():
        if (metric, slug.value) not in used:
            message = f"there is no warning `{slug}` about the metric `{metric}`"
            yield Problem("accepts-nothing", message, slug.span, "delete it", severity=Severity.WARNING)
