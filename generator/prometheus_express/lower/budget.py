"""budget: whether the device, and the tables, have room for what the schema takes. Only after lowering is that known, to the byte."""

from __future__ import annotations

from collections.abc import Callable

from .. import ir
from ..formats.text import MAX_BLOCK_BYTES
from ..kinds.format import Format
from ..model.application import Model
from ..problems.problem import Note, Problem

# What each key of `memory:` bounds: what to call it, how many bytes it is, and what makes it less.
NEEDS: dict[str, tuple[str, Callable[[ir.Firmware], int], str]] = {
    "ram": ("the cells take", lambda firmware: firmware.cells, "take labels, values or metrics out"),
    "tables": (
        "the pages' text and tables take",
        lambda firmware: sum(page.literals + page.tables for page in firmware.pages),
        "take labels, values or metrics out, or a metric off one of several pages",
    ),
    "page": (
        "the largest page can have",
        lambda firmware: max((page.largest for page in firmware.pages), default=0),
        "take labels, values or metrics out, or spread them over several `registries`",
    ),
}


def check_budget(model: Model, firmware: ir.Firmware) -> tuple[Problem, ...]:
    """What the schema needs beyond its `memory:`, and beyond what a table can hold."""
    problems = _long_texts(model, firmware)
    for key, span in model.memory.spans:
        limit, (what, size, less) = getattr(model.memory, key), NEEDS.get(key, ("", lambda _: 0, ""))
        needed = size(firmware)
        if needed > limit:
            message = f"{what} {needed:,} bytes, {needed - limit:,} more than the {limit:,} of the budget"
            fix = f"write `{key}: {_written(needed)}`, or {less}"
            problems.append(Problem("over-budget", message, span, fix, _notes(model)))
    return tuple(problems)


def _long_texts(model: Model, firmware: ir.Firmware) -> list[Problem]:
    """Metrics with a text that no block of a page's table can hold; each once."""
    metrics = {metric.name.value: metric for metric in model.metrics}
    problems: dict[str, Problem] = {}
    for page in firmware.pages:
        for exposition, text in zip(page.expositions, page.text.families):
            key, name = exposition.family.key, exposition.names[Format.TEXT].family
            largest = max(len(block.text.encode()) for block in text.blocks)
            if largest > MAX_BLOCK_BYTES:
                message = f"the help and a line of metric `{name}` have {largest:,} bytes on the page, and {MAX_BLOCK_BYTES:,} fit"
                fix = "shorten its help, or the values of its labels"
                span = metrics[key].name.span if key in metrics else model.application.span
                problems.setdefault(key, Problem("text-too-long", message, span, fix))
    return list(problems.values())


def _notes(model: Model) -> tuple[Note, ...]:
    """The metric with the most series: where to start."""
    largest = max(model.metrics, key=lambda metric: metric.series, default=None)
    if largest is None or largest.series == 1:
        return ()
    return (Note(f"`{largest.name}` has the most series, {largest.series:,}", largest.name.span),)


def _written(size: int) -> str:
    """A size of at least so many bytes, as a schema has it."""
    return f"{-(-size // 1024)}KiB" if size > 1024 else f"{size}B"
