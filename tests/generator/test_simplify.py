"""Formulas are made shorter, and stay the same number or truth for every value of what is in them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction

import pytest
from prometheus_express.expression import operations
from prometheus_express.expression.syntax import parse
from prometheus_express.expression.term import Kind, Term, constant, of_bits
from prometheus_express.lower.simplify import negated, simplified

FIELDS = {name: Term("field", Kind.INTEGER, of_bits(signed, bits), name=name) for name, signed, bits in (
    ("a", False, 8), ("b", True, 16), ("c", False, 1), ("d", True, 24), ("e", False, 31))}  # fmt: skip
REAL = Term("field", Kind.REAL, None, name="real")


def typed(text: str) -> Term:
    """The term of a formula over the fields, typed without a scope of its own."""

    def of(tree: object) -> Term:
        name, number = getattr(tree, "text", None), getattr(tree, "value", None)
        if name is not None:
            return REAL if name == "real" else FIELDS[name]
        if number is not None:
            return constant(number)
        return operations.apply(tree.operator, [of(one) for one in tree.operands])  # type: ignore[attr-defined]

    return of(parse(text))


def shown(term: Term) -> str:
    """The term in brackets, so that its shape is seen."""
    if term.constant is not None:
        return ("true" if term.constant else "false") if term.kind is Kind.TRUTH else str(term.constant)
    if not term.operands:
        return term.name
    operands = [shown(one) for one in term.operands]
    return f"({operands[0]} {term.operator} {operands[1]})" if len(operands) == 2 else f"{term.operator}({', '.join(operands)})"


@pytest.mark.parametrize(
    ("formula", "simple"),
    [
        ("a + 1908 + 2385 + 1000 + b", "((a + 5293) + b)"),
        ("a + 5 - 5", "a"),
        ("3 + a - 10", "(a - 7)"),
        ("a - 3 - 4", "(a - 7)"),
        ("a * 4 * 25", "(a * 100)"),
        ("2 * (a * 3)", "(a * 6)"),
        ("a | 1 | 2", "(a | 3)"),
        ("a + b + 5 + d + 7", "(((a + b) + d) + 12)"),
        ("a << 0", "a"),
        ("-7 div 2 + a", "(-3 + a)"),
        ("(300 & 255) + a", "(44 + a)"),
        ("a + 45[5:2]", "(a + 11)"),
        ("a + s8(200)", "(a + -56)"),
        ("a + u8(-1)", "(a + 255)"),
        ("0 | a", "a"),
        ("a * 1 + 0", "a"),
        ("a & 255", "a"),
        ("a & 127", "(a & 127)"),
        ("a & 254", "(a & 254)"),
        ("a & 0", "0"),
        ("not not c", "(c != 0)"),
        ("not (a == 3)", "(a != 3)"),
        ("not (a < 3)", "(a >= 3)"),
        ("not (a < 3 and not c)", "((a >= 3) or (c != 0))"),
        ("not (real < 3)", "not((real < 3))"),  # of NaN, `real >= 3` would be another answer
        ("not (real == 3)", "(real != 3)"),
        ("c and 1 == 1", "(c != 0)"),
        ("a if 2 > 1 else b", "a"),
        ("real * 1", "real"),
        ("real + 0", "(real + 0)"),  # -0 + 0 is 0
        ("real * 2 * 4", "((real * 2) * 4)"),  # each product of floats is rounded
    ],
)
def test_what_changes_nothing_is_left_out(formula: str, simple: str) -> None:
    assert shown(simplified(typed(formula))) == simple


@pytest.mark.parametrize("formula", ["d * 64 + 2000000000 - 2000000000", "e - 1073741824 + a * 4194304 - 5"])
def test_no_part_of_a_formula_needs_more_bits_than_before(formula: str) -> None:
    term = typed(formula)
    wanted = max(32, *(0 if part.range is None or part.range.fits(32) else 64 for part in parts(term)))
    assert all(part.range is None or part.range.fits(wanted) for part in parts(simplified(term)))


def parts(term: Term) -> list[Term]:
    return [term, *(part for one in term.operands for part in parts(one))]


def value(term: Term, of: Mapping[str, int]) -> Fraction:
    if term.constant is not None:
        return term.constant
    if term.operator == "field":
        return Fraction(of[term.name])
    operands = [value(one, of) for one in term.operands]
    left, right = operands[0], operands[-1]
    whole = [int(one) for one in operands]
    truths = {"==": left == right, "!=": left != right, "<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right,
              "and": bool(left and right), "or": bool(left or right), "not": not left}  # fmt: skip
    if term.operator in truths:
        return Fraction(truths[term.operator])
    if term.operator == "if":
        return operands[1] if operands[0] else operands[2]
    numbers = {"+": whole[0] + whole[-1], "-": whole[0] - whole[-1], "*": whole[0] * whole[-1], "negate": -whole[0], "~": ~whole[0]}
    if term.operator in numbers:
        return Fraction(numbers[term.operator])
    return Fraction({"&": lambda: whole[0] & whole[1], "|": lambda: whole[0] | whole[1],
                     "<<": lambda: whole[0] << whole[1], ">>": lambda: whole[0] >> whole[1]}[term.operator]())  # fmt: skip


def formula(chance: random.Random, depth: int, kind: Kind) -> Term:
    """A formula of few and small constants, so that there is much to leave out."""
    while True:
        try:
            return attempt(chance, depth, kind)
        except operations.Misfit:
            continue  # bits of what may be negative, and the like


def attempt(chance: random.Random, depth: int, kind: Kind) -> Term:
    if kind is Kind.TRUTH:
        if depth == 0:
            return operations.truth(FIELDS["c"])
        operator = chance.choice(["and", "or", "not", "==", "!=", "<", "<=", ">", ">="])
        inner = Kind.TRUTH if operator in ("and", "or", "not") else Kind.INTEGER
        return operations.apply(operator, [formula(chance, depth - 1, inner) for _ in range(1 if operator == "not" else 2)])
    if depth == 0:
        return chance.choice([*FIELDS.values(), *(constant(Fraction(number)) for number in (0, 1, 1, 7, 255))])
    operator = chance.choice(["+", "-", "*", "&", "|", "if", "negate", "+", "-"])
    if operator == "if":
        return operations.apply("if", [formula(chance, depth - 1, Kind.TRUTH), *(formula(chance, depth - 1, kind) for _ in range(2))])
    return operations.apply(operator, [formula(chance, depth - 1, kind) for _ in range(1 if operator == "negate" else 2)])


@pytest.mark.parametrize("seed", range(20))
def test_the_value_is_the_same(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        kind = chance.choice([Kind.INTEGER, Kind.TRUTH])
        term = formula(chance, chance.randrange(1, 5), kind)
        made = simplified(term)
        opposite = negated(made) if kind is Kind.TRUTH else made
        for _ in range(20):
            of = {name: chance.choice([int(field.range.low), int(field.range.high), 0, 1]) for name, field in FIELDS.items() if field.range}
            assert value(made, of) == value(term, of), (shown(term), shown(made))
            if kind is Kind.TRUTH:
                assert value(opposite, of) == 1 - value(term, of), (shown(term), shown(opposite))
        assert len(parts(made)) <= len(parts(term))
