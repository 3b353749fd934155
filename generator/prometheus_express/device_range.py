"""What of a channel's range is looked at where it is published: a value beyond it comes of a line, not of a part."""

from __future__ import annotations

import math
from fractions import Fraction

from . import device_operations as operations
from .device_cpp import Speller, decimal
from .device_model import Channel
from .device_terms import Kind, Term, constant, known


def range_condition(channel: Channel, speller: Speller) -> str:
    """The condition for a value to be one that the part can report; nothing where every one is. Of integers of 32 bits,
    where they can hold the value, else of the floating type."""
    if channel.range is None:
        return ""
    low, high = channel.range
    bounds = channel.value.range
    if bounds and low <= bounds.low and bounds.high <= high:
        return ""
    quotient = speller.exact.scaled(channel.value, Fraction(1), Fraction(0))
    if quotient and known(quotient[0]).fits(32):
        value, scale = quotient
        return _between(value, math.ceil(low * scale), math.floor(high * scale), speller)
    turn = speller.turn if channel.turns else ""
    limits = ", ".join(f"{speller.real}({decimal(end)})" for end in (low, high))
    return f"px::sensors::within({channel.function}<{speller.real}>({turn}), {limits})"


def _between(value: Term, low: int, high: int, speller: Speller) -> str:
    tests = []
    if known(value).low < low:
        tests.append(operations.apply(">=", [value, constant(Fraction(low), Kind.INTEGER)]))
    if known(value).high > high:
        tests.append(operations.apply("<=", [value, constant(Fraction(high), Kind.INTEGER)]))
    return speller.text(tests[0] if len(tests) == 1 else operations.apply("and", tests)) if tests else ""
