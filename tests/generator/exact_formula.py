"""What a formula of a device description is worth: Python's own parser, and exact fractions."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Callable

BINARY: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow, ast.Mod: operator.mod,
    ast.FloorDiv: lambda a, b: math.trunc(a / b), ast.LShift: lambda a, b: int(a) << int(b), ast.RShift: lambda a, b: int(a) >> int(b),
    ast.BitAnd: lambda a, b: int(a) & int(b), ast.BitOr: lambda a, b: int(a) | int(b),
}  # fmt: skip
COMPARED: dict[type, Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip
CALLED: dict[str, Callable[..., Any]] = {
    "min": min, "max": max, "abs": abs, "trunc": math.trunc, "floor": math.floor, "clamp": lambda x, low, high: min(max(x, low), high),
}  # fmt: skip


def value(formula: str, fields: Mapping[str, int]) -> Fraction:
    """`div`, a division of integers towards 0, binds as Python's `//` does; else the grammars are one for what is written here."""
    return Fraction(_value(ast.parse(re.sub(r"\bdiv\b", "//", formula), mode="eval").body, fields))


def nearest(number: Fraction) -> int:
    """Halves away from zero."""
    return math.floor(abs(number) + Fraction(1, 2)) * (-1 if number < 0 else 1)


def _value(node: ast.expr, fields: Mapping[str, int]) -> Any:
    def of(one: ast.expr) -> Any:
        return _value(one, fields)

    if isinstance(node, ast.Constant):
        return Fraction(repr(node.value))
    if isinstance(node, ast.Name):
        return Fraction(fields[node.id])
    if isinstance(node, ast.BinOp):
        return Fraction(BINARY[type(node.op)](of(node.left), of(node.right)))
    if isinstance(node, ast.UnaryOp):
        return not of(node.operand) if isinstance(node.op, ast.Not) else -of(node.operand) - isinstance(node.op, ast.Invert)
    if isinstance(node, ast.BoolOp):
        return (all if isinstance(node.op, ast.And) else any)(map(of, node.values))
    if isinstance(node, ast.Compare):
        return COMPARED[type(node.ops[0])](of(node.left), of(node.comparators[0]))
    if isinstance(node, ast.IfExp):
        return of(node.body if of(node.test) else node.orelse)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and node.slice.lower and node.slice.upper:
        top, bottom = int(of(node.slice.lower)), int(of(node.slice.upper))
        return int(of(node.value)) >> bottom & (1 << top - bottom + 1) - 1
    assert isinstance(node, ast.Call) and isinstance(node.func, ast.Name), ast.dump(node)
    return _called(node.func.id, *map(of, node.args))


def _called(name: str, *operands: Any) -> Any:
    cut = re.fullmatch("([su])([0-9]+)", name)
    if not cut:
        return CALLED[name](*operands)
    bits = int(cut.group(2))
    low = int(operands[0]) & (1 << bits) - 1
    return low - (1 << bits) if cut.group(1) == "s" and low >> bits - 1 else low
