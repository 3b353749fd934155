"""The whole generator: each pass takes what the pass before it made.

    metrics.yaml ─load→ document ─resolve→ model ─check→ model ─lower→ ir ─render→ texts of files
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from .diagnostics import Outcome, Problem, has_errors
from .load import load
from .lower import lower
from .render import render
from .resolve import resolve
from .rules import check

CHECKS: tuple[Callable[[Any], Outcome[Any]], ...] = (load, resolve, check)  # each goes as far as it can
MAKES: tuple[Callable[[Any], Any], ...] = (lower, render)  # only for a schema without errors; these cannot fail
PASSES = (*CHECKS, *MAKES)


def run_checks(schema: Path) -> Outcome[Any]:
    """The model of a schema, and the problems of all checks."""
    product: Any = schema
    problems: tuple[Problem, ...] = ()
    for step in CHECKS:
        outcome = step(product)
        problems += outcome.problems
        product = outcome.product
        if product is None:
            break
    return Outcome(product, problems)


def run(schema: Path) -> Outcome[dict[str, str]]:
    """The texts of the generated files by name, or only problems."""
    checked = run_checks(schema)
    if checked.product is None or has_errors(checked.problems):
        return Outcome(None, checked.problems)
    product = checked.product
    for step in MAKES:
        product = step(product)
    return Outcome(product, checked.problems)
