"""Bounds of buckets: in order, and numbers that the histogram's value type can keep."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Optional

from ..kinds.value import ValueKind, ValueType
from ..model.application import Model
from ..model.metric import Bound, Metric
from ..problems.problem import Note, Problem
from .values import MOST_PLACES

SHOWN = 20  # bounds in a proposal
RANGES = {
    ValueKind.UINT32: (0, 2**32 - 1),
    ValueKind.UINT64: (0, 2**64 - 1),
    ValueKind.INT32: (-(2**31), 2**31 - 1),
    ValueKind.INT64: (-(2**63), 2**63 - 1),
}
# Halfway from the largest number to the power of two above it: from here on rounding makes infinity.
ENDS = {
    ValueKind.FLOAT: Fraction(2**128 - 2**103),
    ValueKind.DOUBLE: Fraction(2**1024 - 2**970),
}


def buckets_not_ascending(model: Model) -> Iterator[Problem]:
    for metric in model.metrics:
        for before, bound in zip(metric.buckets, metric.buckets[1:]):
            if before.value >= bound.value:
                written = sorted({other.value for other in metric.buckets})
                listed = ", ".join(map(plain, written))
                fix = f"write `[{listed}]`" if len(written) <= SHOWN else "write each bound once, the lowest first"
                notes = (Note("the one before it stands here", before.span),)
                message = f"the bound {plain(bound.value)} is not more than the one before it, {plain(before.value)}"
                yield Problem("buckets-not-ascending", message, bound.span, fix, notes)
                break
            if before.text == bound.text and fits(bound, metric.value):
                message = f"the bounds {plain(before.value)} and {plain(bound.value)} are the same {metric.value}, {bound.text}"
                fix = "delete one, or write `value: double`" if metric.value.kind is ValueKind.FLOAT else "delete one"
                yield Problem("buckets-not-ascending", message, bound.span, fix, (Note("the other stands here", before.span),))
                break


def bound_does_not_fit(model: Model) -> Iterator[Problem]:
    """Told once for each metric: what is wrong with one bound is often wrong with all."""
    for metric in model.metrics:
        if metric.value.kind is ValueKind.DECIMAL and metric.value.places > MOST_PLACES[metric.value.bits]:
            continue  # the rule decimal-places has its say
        unfit = next((bound for bound in metric.buckets if not fits(bound, metric.value)), None)
        if unfit is None:
            continue
        written = metric.span("buckets")
        what = "the bound" if written else "client_python's default bound"
        value = metric.span("value")
        notes = (Note("the value type stands here", value),) if written and value else ()
        fix = f"write {_instead(metric)}" if written else f"add `buckets: [64, 256, 1024]`, or write {_instead(metric)}"
        message = f"{what} {plain(unfit.value)} cannot be stored as {metric.value}"
        yield Problem("bound-does-not-fit", message, unfit.span, fix, notes)


def fits(bound: Bound, value: ValueType) -> bool:
    """Whether the number can be kept: exactly, but for the rounding of floating-point types."""
    if value.is_floating:
        return abs(bound.value) < ENDS[value.kind]
    count = bound.value * Fraction(10) ** value.places
    lowest, highest = RANGES[value.storage]
    return bool(count.denominator == 1 and lowest <= count <= highest)


def _instead(metric: Metric) -> str:
    """A value type that keeps every bound."""
    candidates = [ValueType(ValueKind(kind)) for kind in ("uint32", "int32", "uint64", "int64")]
    if metric.value.kind is ValueKind.DECIMAL:
        decimals = [ValueType(ValueKind.DECIMAL, places, bits) for bits in (32, 64) for places in range(MOST_PLACES[bits] + 1)]
        candidates = decimals
    if metric.value.is_floating:
        candidates = []
    candidates.append(ValueType(ValueKind.DOUBLE))
    found: Optional[ValueType] = next((one for one in candidates if all(fits(b, one) for b in metric.buckets)), None)
    return f"`value: {found}`" if found else "numbers between -1e308 and 1e308"


def plain(number: Fraction) -> str:
    """The number as it could stand in a schema."""
    if number.denominator == 1 and abs(number) < 10**15:
        return str(number.numerator)
    places = next((n for n in range(31) if (number * 10**n).denominator == 1), None)
    if places is None or abs(number) >= 10**15:
        return repr(float(number)) if abs(number) < ENDS[ValueKind.DOUBLE] else "beyond 1e308"
    digits = str(abs(number * 10**places)).rjust(places + 1, "0")
    return ("-" if number < 0 else "") + digits[:-places] + "." + digits[-places:]


RULES = (buckets_not_ascending, bound_does_not_fit)
