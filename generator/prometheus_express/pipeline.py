"""The whole generator: each pass takes what the pass before it made.

    metrics.yaml ─load→ document ─resolve→ model ─check→ model ─lower→ ir ─render→ texts of the generated files
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

Pass = Callable[[Any], Outcome[Any]]

CHECKS: tuple[Pass, ...] = (load, resolve, check)
PASSES: tuple[Pass, ...] = (*CHECKS, lower, render)


def run(schema: Path, passes: tuple[Pass, ...] = PASSES) -> Outcome[Any]:
    """What the last pass made, and the problems of all. A schema with errors is checked to the end, never lowered."""
    product: Any = schema
    problems: tuple[Problem, ...] = ()
    for step in passes:
        if step not in CHECKS and has_errors(problems):
            return Outcome(None, problems)
        outcome = step(product)
        problems += outcome.problems
        product = outcome.product
        if product is None:
            break
    return Outcome(product, problems)
