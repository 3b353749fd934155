"""Formulas without floating point: a value as one whole number over another, where integers of 64 bits can hold them.

`-45 + 175 * code / 65535` becomes `(175 * code - 2949075) / 65535`, without rounding anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Optional

from ..device.model import Device
from ..expression import operations
from ..expression.term import Kind, Range, Term, add, constant, integer, integers, known, times

Quotient = tuple[Term, int]
MOST_STEPS = 2000  # values are written out in full: one that uses another twice, and so on, would double it each time


class NotExact(Exception):
    """The formula divides by what is not constant, or needs more than 64 bits, or becomes too long."""


class Exact:
    """Rewrites the formulas of one device."""

    def __init__(self, device: Device) -> None:
        self.device, self.values = device, device.values
        self.of_integers: set[str] = set()  # values that were found to be whole
        self.steps = 0

    def truncated(self, term: Term) -> Optional[Term]:
        """`trunc(…)` of what only settings decide as a division of integers: a float could miss a whole number. What is
        measured is not worth divisions of 64 bits."""
        try:
            return None if self.is_measured(term) else self.whole(term)
        except NotExact:
            return None

    def compared(self, term: Term) -> Optional[Term]:
        """A comparison of what only settings decide, of integers."""
        try:
            return None if self.is_measured(term) else self.condition(term)
        except NotExact:
            return None

    def is_measured(self, term: Term) -> bool:
        if term.operator == "value":
            return self.is_measured(self.values[term.name])
        return term.operator == "field" or any(map(self.is_measured, term.operands))

    def scaled(self, value: Term, factor: Fraction, offset: Fraction) -> Optional[Quotient]:
        """`value * factor + offset` as a numerator, and the denominator by which it is divided."""
        try:
            numerator, denominator = self.quotient(value)
            top, bottom = self.reduced(numerator, factor.numerator, denominator * factor.denominator)
            common = math.lcm(bottom, offset.denominator)
            shift = constant(offset * common, Kind.INTEGER)
            if common >= 2**62:
                raise NotExact
            return self.bounded(add(times(top, common // bottom), shift)), common
        except NotExact:
            return None

    def reduced(self, numerator: Term, factor: int, denominator: int) -> Quotient:
        divisor = math.gcd(factor, denominator)
        if numerator.operator == "*" and (known_factor := numerator.operands[1].constant) is not None:
            shared = math.gcd(int(known_factor), denominator // divisor)
            if shared > 1:
                numerator, denominator = times(numerator.operands[0], int(known_factor) // shared), denominator // shared
        return self.bounded(times(numerator, factor // divisor)), denominator // divisor

    def quotient(self, term: Term) -> Quotient:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise NotExact
        if term.kind is Kind.INTEGER:
            return self.whole(term), 1
        if term.constant is not None:
            return constant(Fraction(term.constant.numerator)), term.constant.denominator
        operator = term.operator
        if operator == "value":
            return self.quotient(self.values[term.name])
        if operator == "setting":
            setting = self.device.setting(term.name)
            if setting.choices:
                at = Term("choice", Kind.INTEGER, integers(0, len(setting.choices) - 1), name=term.name)
                return scaled_list(f"{term.name}_choices", setting.numbers, at)
            scale = 10**setting.decimals
            range_ = integers(int(setting.minimum * scale), int(setting.maximum * scale))
            return Term("count", Kind.INTEGER, range_, name=term.name), scale
        if operator == "table":
            return scaled_list(term.name, self.device.tables[term.name], self.whole(term.operands[0]))
        if operator == "negate":
            top, bottom = self.quotient(term.operands[0])
            return integer("negate", -known(top), top), bottom
        if operator in ("+", "-"):
            (left, right), bottom = self.common(*term.operands)
            if operator == "+":
                return self.bounded(add(left, right)), bottom
            return self.bounded(integer("-", known(left) + -known(right), left, right)), bottom
        if operator in ("*", "/"):
            return self.product(*term.operands) if operator == "*" else self.divided(*term.operands)
        if operator == "**":
            base, power = term.operands[0], int(term.operands[1].constant or 0)
            top, bottom = self.quotient(base)
            return self.bounded(operations.power(top, constant(Fraction(power)))), bottom**power
        if operator in ("clamp", "min", "max", "abs"):
            tops, bottom = self.common(*term.operands)
            return operations.apply("call:" + operator, tops), bottom
        if operator == "if":
            (left, right), bottom = self.common(*term.operands[1:])
            return operations.apply("if", [self.condition(term.operands[0]), left, right]), bottom
        raise NotExact

    def product(self, left: Term, right: Term) -> Quotient:
        (a, below_a), (b, below_b) = self.quotient(left), self.quotient(right)
        if a.constant is not None:
            a, b, below_a, below_b = b, a, below_b, below_a
        if b.constant is not None:
            return self.reduced(a, int(b.constant), below_a * below_b)
        return self.bounded(integer("*", known(a) * known(b), a, b)), below_a * below_b

    def divided(self, left: Term, right: Term) -> Quotient:
        top, below = self.quotient(left)
        divisor, over = self.quotient(right)
        if divisor.constant is None or divisor.constant == 0:
            raise NotExact
        by = int(divisor.constant)
        return self.reduced(top, over if by > 0 else -over, below * abs(by))

    def common(self, *terms: Term) -> tuple[list[Term], int]:
        """Numerators over one denominator."""
        quotients = [self.quotient(term) for term in terms]
        bottom = math.lcm(*(below for _, below in quotients))
        return [self.bounded(times(top, bottom // below)) for top, below in quotients], bottom

    def whole(self, term: Term) -> Term:
        """An integer whose operands need no floating point either."""
        if term.operator == "value":
            if term.name not in self.of_integers:
                self.whole(self.values[term.name])  # the function that it becomes must be one of integers
                self.of_integers.add(term.name)
            return term
        if term.operator == "trunc":
            inner = term.operands[0]
            while inner.operator == "value":
                inner = self.values[inner.name]
            if inner.operator == "/":
                (top, below), (divisor, over) = map(self.quotient, inner.operands)
                if known(divisor).low > 0:
                    common = math.gcd(below, over)
                    top, divisor = self.bounded(times(top, over // common)), self.bounded(times(divisor, below // common))
                    return operations.apply("div", [top, divisor])
            top, bottom = self.quotient(inner)
            return operations.apply("div", [top, constant(Fraction(bottom))])
        if term.operator == "floor":
            raise NotExact
        operands = tuple(self.condition(one) if one.kind is Kind.TRUTH else self.whole(one) for one in term.operands)
        return self.bounded(replace(term, operands=operands))

    def condition(self, term: Term) -> Term:
        if term.operator == "value":
            return self.condition(self.values[term.name])
        if term.operator in ("and", "or", "not"):
            return replace(term, operands=tuple(map(self.condition, term.operands)))
        if term.operator == "if":
            return replace(term, operands=tuple(map(self.condition, term.operands)))
        if term.operands:
            tops, _ = self.common(*term.operands)
            return replace(term, operands=tuple(tops))
        return term

    @staticmethod
    def bounded(term: Term) -> Term:
        if not known(term).fits(62):
            raise NotExact
        return term


def scale_of(numbers: Sequence[Fraction]) -> int:
    """What makes all of them whole."""
    return math.lcm(*(number.denominator for number in numbers))


def scaled_list(name: str, numbers: Sequence[Fraction], at: Term) -> Quotient:
    scale = scale_of(numbers)
    range_ = Range(min(numbers) * scale, max(numbers) * scale)
    if not range_.fits(32):
        raise NotExact
    return Term("scaled", Kind.INTEGER, range_, (at,), f"{name}_times_{scale}", at.in_turn), scale


def fits_after_rounding(numerator: Term, denominator: int, bits: int) -> bool:
    """Whether the sum of the numerator and half the denominator fits, and the denominator too."""
    half = Fraction(denominator // 2)
    range_ = known(numerator)
    return Range(range_.low - half, range_.high + half).fits(bits) and denominator < 2 ** (bits - 1)
