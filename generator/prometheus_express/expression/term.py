"""Expressions with types: every operand resolved, every range known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Optional


class Kind(Enum):
    INTEGER = "integer"
    REAL = "real"
    TRUTH = "truth"
    CHOICE = "choice"  # a setting whose choices are words


@dataclass(frozen=True)
class Range:
    """All values from `low` to `high`."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def __neg__(self) -> Range:
        return Range(-self.high, -self.low)

    def __mul__(self, other: Range) -> Range:
        return spanning(*(a * b for a in (self.low, self.high) for b in (other.low, other.high)))

    def fits(self, bits: int) -> bool:
        return -(1 << (bits - 1)) <= self.low and self.high < 1 << (bits - 1)

    @property
    def is_constant(self) -> bool:
        return self.low == self.high


def spanning(*values: Fraction) -> Range:
    return Range(min(values), max(values))


def integers(low: int, high: int) -> Range:
    return Range(Fraction(low), Fraction(high))


def of_bits(signed: bool, bits: int) -> Range:
    return integers(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else integers(0, 2**bits - 1)


@dataclass(frozen=True)
class Term:
    """`operator` is a sign of the grammar, a function, or a leaf: constant, field, setting, choice, value, table, turn.

    `name` is what a leaf stands for; `range` is None for a real without known bounds. `in_turn`: one value for each
    turn of the loop in which its fields are read."""

    operator: str
    kind: Kind
    range: Optional[Range]
    operands: tuple[Term, ...] = ()
    name: str = ""
    in_turn: bool = False

    @property
    def constant(self) -> Optional[Fraction]:
        return self.range.low if self.range and self.operator == "constant" else None


def constant(value: Fraction, kind: Optional[Kind] = None) -> Term:
    return Term("constant", kind or (Kind.INTEGER if value.denominator == 1 else Kind.REAL), Range(value, value))


def known(term: Term) -> Range:
    """The range of an integer, which always has one."""
    assert term.range is not None
    return term.range


def integer(operator: str, range_: Range, *operands: Term) -> Term:
    """An integer operation; what is known beforehand is calculated."""
    if range_.is_constant:
        return constant(range_.low, Kind.INTEGER)
    return Term(operator, Kind.INTEGER, range_, operands, in_turn=any(one.in_turn for one in operands))


def add(left: Term, right: Term) -> Term:
    if right.constant == 0:
        return left
    if left.constant == 0:
        return right
    return integer("+", known(left) + known(right), left, right)


def times(left: Term, factor: int) -> Term:
    return left if factor == 1 else integer("*", known(left) * integers(factor, factor), left, constant(Fraction(factor)))
