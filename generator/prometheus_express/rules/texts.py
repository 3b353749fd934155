"""Help and units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from ..model.application import Model
from ..problems.problem import Note, Problem

# Prometheus' base units (prometheus.io/docs/practices/naming), and those that are written in their place.
UNITS = frozenset(
    """amperes bits bytes celsius coulombs fahrenheit farads grams henries hertz hours hpa joules kelvin kilobytes
    kilograms kilometers kilowatts kpa lumens lux megabytes meters metres microseconds milliamperes milligrams
    millimeters milliseconds millivolts milliwatts minutes nanoseconds newtons ohms pascals percent ppb ppm radians ratio
    seconds teslas volts watts""".split()
)


def missing_help(model: Model) -> Iterator[Problem]:
    """A help that is there, and says nothing."""
    for metric in model.metrics:
        if metric.help and not metric.help.value.strip():
            message = f"the help of metric `{metric.name}` is empty"
            yield Problem("missing-help", message, metric.help.span, "say in a sentence what the metric tells")


def unit_contradicts_name(model: Model) -> Iterator[Problem]:
    """A name that ends in another unit than the one that is appended to it."""
    for metric in model.metrics:
        if metric.unit is None:
            continue
        stem = metric.name.value[: -len("_total")] if metric.name.value.endswith("_total") else metric.name.value
        written = _unit_at_end(stem)
        if written and not (stem == metric.unit.value or stem.endswith(f"_{metric.unit}")):
            base = stem[: -len(written)].rstrip("_") or "value"
            yield Problem(
                "unit-contradicts-name",
                f"the name `{metric.name}` says {written}, the unit says {metric.unit}",
                metric.unit.span,
                f"call the metric `{base}`, or write `unit: {written}`",
                (Note("the name stands here", metric.name.span),),
            )


def _unit_at_end(name: str) -> Optional[str]:
    last = name.rsplit("_", 1)[-1]
    return last if last in UNITS else None


RULES = (missing_help, unit_contradicts_name)
