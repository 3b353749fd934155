"""The whole generator: each pass takes what the pass before it made.

    metrics.yaml ─load→ ─include→ ─substitute→ document ─describe→ document and devices ─resolve→ model ─check→ model
                 ─lower→ ir ─budget→ ir ─render→ texts of files
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from .cpp.render import render
from .device.library import describe, is_device, load_device, refuse_device
from .document.include import include
from .document.load import load
from .document.variables import substitute
from .ir.firmware import Firmware
from .lower.budget import check_budget
from .lower.firmware import lower
from .model.application import Model
from .problems.problem import Outcome, Problem, Severity, has_errors
from .resolve.schema import resolve
from .rules import check


@dataclass(frozen=True)
class Options:
    """What is said beside the schema: the values of its variables, and whether warnings are errors."""

    definitions: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False


@dataclass(frozen=True)
class Plan:
    """A schema without errors, and all that follows from it."""

    model: Model
    firmware: Firmware


def check_file(file: Path, options: Options = Options()) -> tuple[Problem, ...]:
    """What is wrong with a schema, or with the description of a device, whichever the file is."""
    document = load(file).product
    return load_device(file).problems if document and is_device(document) else plan(file, options).problems


def run_checks(schema: Path, options: Options = Options()) -> Outcome[Any]:
    """The model of a schema, and the problems of all checks but the budget's."""
    variables = partial(substitute, definitions=options.definitions)
    checks: tuple[Callable[[Any], Outcome[Any]], ...] = (load, refuse_device, include, variables, describe, resolve, check)
    product: Any = schema
    problems: tuple[Problem, ...] = ()
    for step in checks:  # each goes as far as it can
        outcome = step(product)
        problems += outcome.problems
        product = outcome.product
        if product is None:
            break
    if options.strict:
        problems = tuple(replace(problem, severity=Severity.ERROR) for problem in problems)
    return Outcome(product, problems)


def plan(schema: Path, options: Options = Options()) -> Outcome[Plan]:
    """What would be generated, or only problems."""
    checked = run_checks(schema, options)
    if checked.product is None or has_errors(checked.problems):
        return Outcome(None, checked.problems)
    firmware = lower(checked.product)
    over = check_budget(checked.product, firmware)
    return Outcome(None if over else Plan(checked.product, firmware), checked.problems + over)


def run(schema: Path, options: Options = Options()) -> Outcome[dict[str, str]]:
    """The texts of the generated files by name, or only problems."""
    planned = plan(schema, options)
    return Outcome(render(planned.product.firmware) if planned.product else None, planned.problems)
