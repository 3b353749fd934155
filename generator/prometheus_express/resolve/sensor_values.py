"""How the readings of sensors are stored where nothing is written: as decimals that are as fine as the parts resolve."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Optional

from ..expression.term import Range
from ..kinds.sensor import OnStale
from ..kinds.value import ValueKind, ValueType
from ..model.sensor import Binding

FLOAT = ValueType(ValueKind.FLOAT)
FURTHER_PLACES = 2  # at most, behind the one in which a step first shows: 0.0078125 becomes decimal(5)
LARGEST_POWER = {32: 9, 64: 18}  # of ten, in an int32 and an int64
MOST_PLACES = 20  # beyond every decimal


def value_of(bindings: Sequence[Binding]) -> ValueType:
    """A decimal of the finest channel's resolution that holds what each can read; a float where one of the channels says
    neither, or must be able to become NaN."""
    steps = [abs(one.scale * one.channel.resolution) for one in bindings if one.channel.resolution is not None]
    ranges = [readings for one in bindings if (readings := _readings(one)) is not None]
    if not bindings or not len(steps) == len(ranges) == len(bindings) or not all(steps):
        return FLOAT
    if any(one.on_stale is OnStale.NAN for one in bindings):
        return FLOAT
    places = max(map(places_of, steps))
    largest = max(max(abs(one.low), abs(one.high)) for one in ranges)
    for bits, power in LARGEST_POWER.items():
        if places <= power and largest * 10**places < 2 ** (bits - 1):
            return ValueType(ValueKind.DECIMAL, places, bits)
    return FLOAT


def places_of(step: Fraction) -> int:
    """Decimal places that show every step: all of the step's own, or, of one with many, two behind its first digit."""
    first = next((places for places in range(MOST_PLACES) if step * 10**places >= 1), MOST_PLACES)
    exact = (places for places in range(first + FURTHER_PLACES) if (step * 10**places).denominator == 1)
    return next(exact, first + FURTHER_PLACES)


def _readings(binding: Binding) -> Optional[Range]:
    """What the metric can be set to: as the schema says, as the part is described, or as its formula tells."""
    if binding.range:
        return Range(*binding.range)
    described = binding.channel.range
    measured = Range(*described) if described else binding.channel.value.range
    if measured is None:
        return None
    return measured * Range(binding.scale, binding.scale) + Range(binding.offset, binding.offset)
