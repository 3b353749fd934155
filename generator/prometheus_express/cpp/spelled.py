"""Pieces of C++ expressions, and how strongly each binds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

# Strength of C++'s operators, from an atom down ([expr]).
ATOM, UNARY, PRODUCT, SUM, SHIFT, ORDER, EQUAL, AND, OR, BOTH, EITHER, CONDITIONAL = range(20, 8, -1)
STRENGTHS = {
    "*": PRODUCT, "/": PRODUCT, "div": PRODUCT, "%": PRODUCT, "+": SUM, "-": SUM, "<<": SHIFT, ">>": SHIFT,
    "<": ORDER, "<=": ORDER, ">": ORDER, ">=": ORDER, "==": EQUAL, "!=": EQUAL, "&": AND, "|": OR,
    "and": BOTH, "or": EITHER,
}  # fmt: skip
SIGNS = {"and": "&&", "or": "||", "div": "/"}


@dataclass(frozen=True)
class Spelled:
    """A C++ expression, how strongly it binds, and whether it is an int64."""

    text: str
    strength: int = ATOM
    wide: bool = False

    def inside(self, strength: int) -> str:
        return self.text if self.strength >= strength else f"({self.text})"


def decimal(value: Fraction) -> str:
    """A number as C++ reads it: whole, or the shortest that gives the nearest double."""
    if value.denominator == 1 and abs(value) < 2**53:
        return str(value.numerator)
    return repr(float(value))


def floating(value: Fraction, real: str = "float") -> str:
    """A number in a floating type; `Real` is one that a template has as its parameter."""
    text = decimal(value)
    if real == "Real" or (real == "float" and value and not 2**-126 <= abs(value) < 2**128):
        return f"{real}({text})"  # a literal that a float cannot hold is an error
    return (text if re.search("[.e]", text) else f"{text}.0") + ("F" if real == "float" else "")


def hexadecimal(number: int) -> str:
    return f"0x{number:02X}"
