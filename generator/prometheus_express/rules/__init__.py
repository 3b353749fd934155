"""What a schema must keep to beyond its structure: one family of rules a file, each rule a function model → problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model.application import Model
from ..problems.problem import Outcome, Problem
from . import (
    buckets, children, duplicates, enums, limits, lints, names, registries, routes, sensor_labels, sensors, settings, texts, values,
)  # fmt: skip
from .accepted import without_accepted

Rule = Callable[[Model], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    *names.RULES,
    *texts.RULES,
    *duplicates.RULES,
    *enums.RULES,
    *values.RULES,
    *buckets.RULES,
    *children.RULES,
    *sensors.RULES,
    *sensor_labels.RULES,
    *settings.RULES,
    *registries.RULES,
    *limits.RULES,
    *routes.RULES,
    *lints.RULES,
)


def check(model: Model) -> Outcome[Model]:
    """The model again, with the problems that all rules find and nobody accepts."""
    return Outcome(model, tuple(without_accepted(model, (problem for rule in RULES for problem in rule(model)))))
