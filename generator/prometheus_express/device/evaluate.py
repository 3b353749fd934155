"""What a formula comes to where the settings are known and the part has said nothing yet."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Optional

from ..expression.term import Kind, Term
from .model import Device, Setting
from .settings import choice_index

Number = Fraction
ARITHMETIC: dict[str, Callable[[Number, Number], Number]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "div": lambda a, b: Fraction(math.trunc(a / b)), "%": lambda a, b: a % b, "**": lambda a, b: a ** int(b),
    "<<": lambda a, b: Fraction(int(a) << int(b)), ">>": lambda a, b: Fraction(int(a) >> int(b)),
    "&": lambda a, b: Fraction(int(a) & int(b)), "|": lambda a, b: Fraction(int(a) | int(b)),
    "min": min, "max": max,
    "==": lambda a, b: Fraction(a == b), "!=": lambda a, b: Fraction(a != b), "<": lambda a, b: Fraction(a < b),
    "<=": lambda a, b: Fraction(a <= b), ">": lambda a, b: Fraction(a > b), ">=": lambda a, b: Fraction(a >= b),
}  # fmt: skip
SINGLE: dict[str, Callable[[Number], Number]] = {
    "negate": lambda a: -a, "~": lambda a: Fraction(~int(a)), "abs": abs, "not": lambda a: Fraction(not a),
    "trunc": lambda a: Fraction(math.trunc(a)), "floor": lambda a: Fraction(math.floor(a)), "exp": lambda a: Fraction(math.exp(a)),
}  # fmt: skip


@dataclass(frozen=True)
class Known:
    """A device with the settings that a schema chooses; the others have their defaults."""

    device: Device
    chosen: Mapping[str, str]

    def value(self, term: Term) -> Optional[Number]:
        """The value; a truth is 0 or 1. None where it depends on the part, or is divided by 0."""
        if term.operator == "constant":
            return term.constant
        if term.operator in ("field", "turn"):
            return None
        if term.operator in ("setting", "choice"):
            return self.setting(self.device.setting(term.name), term)
        if term.operator == "value":
            return self.value(self.device.values[term.name])
        if term.operator in ("and", "or", "if"):
            return self.branched(term)
        operands = [self.value(one) for one in term.operands]
        numbers = [one for one in operands if one is not None]
        if len(numbers) < len(operands):
            return None
        if term.operator == "table":
            return self.device.tables[term.name][int(numbers[0])]
        return _calculated(term.operator, numbers)

    def never(self, term: Optional[Term]) -> bool:
        """Whether a condition fails whatever the part says."""
        return term is not None and self.value(term) == 0

    def setting(self, setting: Setting, term: Term) -> Number:
        written = self.chosen.get(setting.name.value, setting.default)
        if not setting.choices:
            return Fraction(written)
        index = choice_index(setting, written)
        assert index is not None  # or it would have been refused
        by_number = term.operator == "setting" and term.kind in (Kind.INTEGER, Kind.REAL)
        return setting.numbers[index] if by_number else Fraction(index)

    def branched(self, term: Term) -> Optional[Number]:
        """What only some operands decide."""
        first = self.value(term.operands[0])
        if term.operator == "if":
            return None if first is None else self.value(term.operands[1 if first else 2])
        second, decided = self.value(term.operands[1]), Fraction(term.operator == "or")
        for one in (first, second):
            if one is not None and bool(one) == bool(decided):
                return decided
        return None if first is None or second is None else 1 - decided


def _calculated(operator: str, numbers: list[Number]) -> Optional[Number]:
    if operator in SINGLE:
        return SINGLE[operator](numbers[0])
    if operator in ARITHMETIC:
        divides = operator in ("/", "div", "%")
        return None if divides and numbers[1] == 0 else ARITHMETIC[operator](numbers[0], numbers[1])
    if operator == "clamp":
        return min(max(numbers[0], numbers[1]), numbers[2])
    if operator == "bits":
        high, low = int(numbers[1]), int(numbers[2])
        return Fraction(int(numbers[0]) >> low & (1 << high - low + 1) - 1)
    bits = int(operator[1:])  # s12, u8 …
    cut = int(numbers[0]) & (1 << bits) - 1
    return Fraction(cut - (1 << bits) if operator[0] == "s" and cut >> bits - 1 else cut)
