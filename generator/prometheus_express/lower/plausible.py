"""What of a channel's range is looked at where it is published: a value beyond it comes of a line, not of a part."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Optional

from .. import ir
from ..device.model import Channel, Device
from ..expression import operations
from ..expression.term import Kind, Term, constant, known
from .exact import Exact
from .exact_terms import exact_term


def plausible(device: Device, channel: Channel) -> Optional[ir.Plausible]:
    """The condition for a value to be one that the part can report; None where every one is. Of integers, where they can hold the
    value: a device that publishes decimals then links no floating point for it."""
    if channel.range is None:
        return None
    (low, high), bounds = channel.range, channel.value.range
    if bounds and low <= bounds.low and bounds.high <= high:
        return None
    quotient = Exact(device).scaled(channel.value, Fraction(1), Fraction(0))
    if quotient is None:
        return ir.Plausible(low, high)
    value, scale = quotient
    tests = _tests(value, math.ceil(low * scale), math.floor(high * scale))
    if not tests:
        return None
    term = tests[0] if len(tests) == 1 else operations.apply("and", tests)
    return ir.Plausible(low, high, exact_term(device, term))


def _tests(value: Term, low: int, high: int) -> list[Term]:
    tests = []
    if known(value).low < low:
        tests.append(operations.apply(">=", [value, constant(Fraction(low), Kind.INTEGER)]))
    if known(value).high > high:
        tests.append(operations.apply("<=", [value, constant(Fraction(high), Kind.INTEGER)]))
    return tests
