"""Formulas without what changes nothing: constants are folded, and no condition is negated twice.

What floating point would round otherwise stays as it is described: only whole numbers are added in another order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Optional

from ..expression import operations
from ..expression.term import Kind, Term, constant, known

OPPOSITES = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", "<=": ">", ">": "<="}
# For each operator of whole numbers, the operand on the right that leaves the one on the left as it is.
_NEUTRAL: dict[str, int] = {"+": 0, "-": 0, "<<": 0, ">>": 0, "|": 0, "*": 1, "div": 1}
_CHAINS = ("+", "*", "|")  # of whole numbers: the constants of a chain are one


def simplified(term: Term) -> Term:
    """The same number or truth, by fewer operations."""
    return _Simplifier().term(term)


def negated(condition: Term) -> Term:
    """True where the condition, which is simplified, is not."""
    operator, operands = condition.operator, condition.operands
    if condition.constant is not None:
        return constant(1 - condition.constant, Kind.TRUTH)
    if operator == "not":
        return operands[0]
    if operator in ("and", "or"):
        return replace(condition, operator="or" if operator == "and" else "and", operands=tuple(map(negated, operands)))
    # What is not below a number need not be above it: it can be NaN.
    if operator in ("==", "!=") or (operator in OPPOSITES and all(one.kind is Kind.INTEGER for one in operands)):
        return replace(condition, operator=OPPOSITES[operator])
    return operations.apply("not", [condition])


class _Simplifier:
    def __init__(self) -> None:
        self.made: dict[int, tuple[Term, Term]] = {}  # by the id of the term that it was: those above it share it

    def term(self, term: Term) -> Term:
        if id(term) not in self.made:
            self.made[id(term)] = term, self.anew(term)
        return self.made[id(term)][1]

    def anew(self, term: Term) -> Term:
        if not term.operands:
            return term
        operands = tuple(map(self.term, term.operands))
        if any(one is not other for one, other in zip(operands, term.operands)):
            term = replace(term, operands=operands)
        if term.kind is Kind.TRUTH:
            return _condition(term)
        if term.kind is Kind.INTEGER:
            return _whole(term)
        return _real(term)


def _condition(term: Term) -> Term:
    operator, operands = term.operator, term.operands
    if operator == "not":
        return negated(operands[0])
    if operator in ("and", "or"):
        decisive = Fraction(operator == "or")
        left, right = operands
        if left.constant is not None:
            return left if left.constant == decisive else right
        return left if right.constant is not None and right.constant != decisive else term
    if operator == "if":
        return _choice(term)
    values = [one.constant for one in operands]
    if operator in OPPOSITES and values[0] is not None and values[1] is not None:
        return constant(Fraction(_holds(operator, values[0], values[1])), Kind.TRUTH)
    return term


def _holds(operator: str, left: Fraction, right: Fraction) -> bool:
    below, same = left < right, left == right
    return {"==": same, "!=": not same, "<": below, "<=": below or same, ">": not below and not same, ">=": not below}[operator]


def _choice(term: Term) -> Term:
    condition, first, second = term.operands
    if condition.constant is None:
        return term
    chosen = first if condition.constant else second
    return chosen if chosen.kind is term.kind else term


def _real(term: Term) -> Term:
    if term.operator == "if":
        return _choice(term)
    # To add 0 to -0 would change it.
    neutral = {"*": 1, "/": 1, "-": 0}.get(term.operator)
    if neutral is not None and term.operands[1].constant == neutral and term.operands[0].kind is Kind.REAL:
        return term.operands[0]
    return term


def _whole(term: Term) -> Term:
    if known(term).is_constant:
        return constant(known(term).low, Kind.INTEGER)
    operator, operands = term.operator, term.operands
    numbers = [int(one.constant) for one in operands if one.constant is not None and one.kind is Kind.INTEGER]
    number = _calculated(operator, numbers) if len(numbers) == len(operands) else None
    if number is not None:
        return constant(Fraction(number))
    if operator == "if":
        return _choice(term)
    if operator in _NEUTRAL:
        left, right = operands
        if right.constant == _NEUTRAL[operator]:
            return left
        if left.constant == _NEUTRAL[operator] and operator in _CHAINS:
            return right
    if operator == "&":
        for one, mask in (operands, operands[::-1]):
            if mask.constant is not None and _is_all_ones(int(mask.constant)) and known(one).high <= mask.constant:
                return one
    return _joined(term) or term


def _calculated(operator: str, numbers: list[int]) -> Optional[int]:
    if operator[1:].isdigit():
        bits = int(operator[1:])
        cut = numbers[0] & ((1 << bits) - 1)
        return cut - (1 << bits) if operator[0] == "s" and cut >> (bits - 1) else cut
    first, last = numbers[0], numbers[-1]
    if operator in _OF_ONE:
        return _OF_ONE[operator](first)
    if operator in _OF_TWO:
        return _OF_TWO[operator](first, last)
    return _OF_THREE[operator](first, numbers[1], last) if operator in _OF_THREE else None


_OF_ONE: dict[str, Callable[[int], int]] = {"~": lambda a: ~a, "negate": lambda a: -a, "abs": abs}
_OF_TWO: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "**": lambda a, b: int(a**b),
    "div": lambda a, b: abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1),
    "%": lambda a, b: a % b,  # neither is negative
    "<<": lambda a, b: a << b,
    ">>": lambda a, b: a >> b,
    "|": lambda a, b: a | b,
    "&": lambda a, b: a & b,
    "min": min,
    "max": max,
}
_OF_THREE: dict[str, Callable[[int, int, int], int]] = {
    "bits": lambda a, top, bottom: a >> bottom & ((1 << (top - bottom + 1)) - 1),
    "clamp": lambda a, low, high: min(max(a, low), high),
}


def _is_all_ones(mask: int) -> bool:
    return mask & (mask + 1) == 0


def _joined(term: Term) -> Optional[Term]:
    """A chain of sums, of products or of bits with its constants as one, at its end; a difference from a constant is a sum."""
    operator = "+" if term.operator == "-" else term.operator
    if operator not in _CHAINS or term.kind is not Kind.INTEGER:
        return None
    links = _links(term, operator)
    constants = [one for one in links if one.constant is not None]
    if len(constants) < 2:
        return None
    others, together = [one for one in links if one.constant is None], _together(operator, constants)
    if together.constant == _NEUTRAL[operator]:
        made = _together(operator, others)
    elif operator == "+" and known(together).low < 0:
        made = operations.apply("-", [_together(operator, others), constant(-known(together).low)])
    else:
        made = _together(operator, [*others, together])
    return _fitting(made, term)


def _links(term: Term, operator: str) -> Sequence[Term]:
    if term.kind is not Kind.INTEGER:
        return (term,)
    if term.operator == operator:
        left, right = term.operands
        return (*_links(left, operator), *_links(right, operator))
    if operator == "+" and term.operator == "-" and term.operands[1].constant is not None:
        return (*_links(term.operands[0], operator), constant(-term.operands[1].constant))
    return (term,)


def _together(operator: str, links: Sequence[Term]) -> Term:
    term = links[0]
    for link in links[1:]:
        both = operations.apply(operator, [term, link])
        term = both if term.constant is None or link.constant is None else _whole(both)
    return term


def _fitting(made: Term, instead: Term) -> Optional[Term]:
    """The term, if no part of it needs more bits than all of what it stands for."""
    bits = 32 if known(instead).fits(32) else 63
    parts = [made]
    while parts:
        part = parts.pop()
        if not known(part).fits(bits):
            return None
        if part.operator in (*_CHAINS, "-"):
            parts += [one for one in part.operands if one.kind is Kind.INTEGER]
    return made
