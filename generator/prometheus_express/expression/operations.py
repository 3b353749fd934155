"""The operators and functions of expressions: which operands each takes, and the range of what it makes."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Optional

from .term import Kind, Range, Term, constant, integer, integers, known, of_bits, spanning

LARGEST_REAL = Fraction(10) ** 36  # beyond it, a float's range says nothing


class Misfit(Exception):
    """An operand that does not fit, and what to write instead."""

    def __init__(self, message: str, help: str = "correct the expression", slug: str = "wrong-operand") -> None:
        super().__init__(message)
        self.help, self.slug = help, slug
        self.at: Optional[tuple[int, int]] = None  # where in the text, and how long; None: all of it


def phrase(term: Term) -> str:
    phrases = {Kind.INTEGER: "a whole number", Kind.REAL: "a number", Kind.TRUTH: "a condition", Kind.CHOICE: "a word"}
    return phrases[term.kind]


def truth(term: Term) -> Term:
    """A condition; a field of one bit is one."""
    if term.kind is Kind.TRUTH:
        return term
    if term.kind is Kind.INTEGER and term.range and term.range.low >= 0 and term.range.high <= 1:
        return Term("!=", Kind.TRUTH, None, (term, constant(Fraction(0))), in_turn=term.in_turn)
    raise Misfit(f"a condition is wanted, and there is {phrase(term)}", "compare it with something, as in `code != 0`")


def apply(operator: str, operands: Sequence[Term]) -> Term:
    """The operator on operands that are typed already; raises Misfit."""
    if operator in ("and", "or", "not"):
        terms = tuple(map(truth, operands))
        return Term(operator, Kind.TRUTH, None, terms, in_turn=any(one.in_turn for one in terms))
    if operator == "if":
        return _conditional(*operands)
    for operand in operands:
        if operand.kind not in (Kind.INTEGER, Kind.REAL):
            raise Misfit(f"numbers are wanted for `{operator.replace('call:', '')}`, and there is {phrase(operand)}")
    if operator in ("==", "!=", "<", "<=", ">", ">="):
        return Term(operator, Kind.TRUTH, None, tuple(operands), in_turn=any(one.in_turn for one in operands))
    if operator.startswith("call:"):
        return _function(operator[5:], operands)
    whole = all(operand.kind is Kind.INTEGER for operand in operands)
    if operator in ("+", "-", "*", "negate"):
        range_ = _arithmetic(operator, operands)
        return integer(operator, range_, *operands) if whole and range_ else real(operator, range_, *operands)
    if operator == "/":
        return real("/", _quotient(operands[0].range, operands[1].range), *operands)
    if not whole:
        raise Misfit(f"`{operator}` takes whole numbers", "use `trunc` or `floor`")
    return _bits(operator, operands)


def real(operator: str, range_: Optional[Range], *operands: Term) -> Term:
    if range_ and max(abs(range_.low), abs(range_.high)) > LARGEST_REAL:
        range_ = None
    if all(operand.constant is not None for operand in operands) and range_ and range_.is_constant:
        return constant(range_.low, Kind.REAL)
    return Term(operator, Kind.REAL, range_, tuple(operands), in_turn=any(one.in_turn for one in operands))


def power(base: Term, exponent: Term) -> Term:
    count = exponent.constant
    if count is None or count.denominator != 1 or not 2 <= count <= 4:
        raise Misfit("the exponent of `**` is 2, 3 or 4", "multiply instead")
    range_: Optional[Range] = None
    if base.range:
        ends = [base.range.low ** int(count), base.range.high ** int(count)]
        crosses = base.range.low < 0 < base.range.high
        range_ = spanning(*ends, Fraction(0)) if crosses else spanning(*ends)
    if base.kind is Kind.INTEGER and range_:
        return integer("**", range_, base, exponent)
    return real("**", range_, base, exponent)


def _arithmetic(operator: str, operands: Sequence[Term]) -> Optional[Range]:
    left, right = operands[0].range, operands[-1].range
    if left is None or right is None:
        return None
    if operator == "negate":
        return -left
    return left + right if operator == "+" else left + -right if operator == "-" else left * right


def _quotient(left: Optional[Range], right: Optional[Range]) -> Optional[Range]:
    if left is None or right is None or right.low <= 0 <= right.high:
        return None
    return left * spanning(1 / right.low, 1 / right.high)


def _conditional(condition: Term, left: Term, right: Term) -> Term:
    condition = truth(condition)
    if left.kind is not right.kind and Kind.TRUTH in (left.kind, right.kind):
        left, right = truth(left), truth(right)
    range_ = None
    if left.range and right.range and left.kind is not Kind.TRUTH:
        range_ = spanning(left.range.low, left.range.high, right.range.low, right.range.high)
    kind = left.kind if left.kind is right.kind else Kind.REAL
    in_turn = condition.in_turn or left.in_turn or right.in_turn
    return Term("if", kind, range_, (condition, left, right), in_turn=in_turn)


def _bits(operator: str, operands: Sequence[Term]) -> Term:
    ranges = [known(operand) for operand in operands]
    low, high = ranges[0].low, ranges[0].high
    if operator == "~":
        return integer("~", Range(-high - 1, -low - 1), *operands)
    second = ranges[1]
    if operator == "div":
        if second.low <= 0 <= second.high:
            raise Misfit("`div` divides by what can be 0", "bound it with `max(…, 1)`")
        ends = [math.trunc(a / b) for a in (low, high) for b in (second.low, second.high)]
        return integer("div", integers(min(*ends, 0) if low < 0 else min(ends), max(ends)), *operands)
    if operator == "%":
        if second.low <= 0 or low < 0:
            raise Misfit("`%` takes a number of 0 or more, and one above 0", "bound them with `max`")
        return integer("%", Range(Fraction(0), min(high, second.high - 1)), *operands)
    if operator in ("<<", ">>"):
        if second.low < 0 or second.high > 63:
            raise Misfit(f"`{operator}` shifts by 0 to 63 bits", "bound it with `clamp`")
        shifts = [int(second.low), int(second.high)]
        ends = [int(a) << s if operator == "<<" else int(a) >> s for a in (low, high) for s in shifts]
        return integer(operator, integers(min(ends), max(ends)), *operands)
    if operator == "bits":
        top, bottom = (operand.constant for operand in operands[1:])
        if top is None or bottom is None or not 0 <= bottom <= top <= 31:
            raise Misfit("bits are chosen as `[high:low]`, two numbers from 31 to 0", "write for example `code[15:4]`")
        return integer("bits", of_bits(False, int(top - bottom) + 1), *operands)
    if operator == "[]":
        return apply("bits", [operands[0], operands[1], operands[1]])
    if any(range_.low < 0 for range_ in ranges):
        raise Misfit(f"`{operator}` takes numbers of 0 or more", "choose bits with `[high:low]` first")
    if operator == "&":
        return integer("&", Range(Fraction(0), min(high, second.high)), *operands)
    width = max(int(high).bit_length(), int(second.high).bit_length())
    return integer("|", integers(0, 2**width - 1), *operands)


ARITY = {"clamp": 3, "min": 2, "max": 2, "abs": 1, "trunc": 1, "floor": 1, "exp": 1}
LARGEST_EXPONENT = 80  # e**80 fits a float


CUT = re.compile("([su])([1-9]|[12][0-9]|3[0-2])")  # s12: a number's lowest bits


def is_function(name: str) -> bool:
    return name in ARITY or name == "index" or bool(CUT.fullmatch(name))


def _function(name: str, operands: Sequence[Term]) -> Term:
    cut = CUT.fullmatch(name)
    wanted = 1 if cut else ARITY.get(name)
    if wanted is None:
        names = ", ".join(f"`{known_name}`" for known_name in (*ARITY, "index", "s12"))
        raise Misfit(f"there is no function `{name}`", f"the functions are {names} …", "unknown-function")
    if len(operands) != wanted:
        raise Misfit(f"`{name}` takes {wanted} operand{'s' * (wanted > 1)}, not {len(operands)}")
    first = operands[0]
    if cut:
        if first.kind is not Kind.INTEGER:
            raise Misfit(f"`{name}` takes a whole number", "use `trunc` first")
        return integer(name, of_bits(cut.group(1) == "s", int(cut.group(2))), first)
    if name in ("trunc", "floor"):
        if first.kind is Kind.INTEGER:
            return first
        if first.range is None:
            raise Misfit(f"nothing bounds the number for `{name}`", "bound it with `clamp`")
        low, high = first.range.low, first.range.high
        if name == "floor":
            return integer(name, integers(math.floor(low), math.floor(high)), first)
        return integer(name, integers(math.trunc(low), math.trunc(high)), first)
    if name == "exp":
        if first.range is None or max(abs(first.range.low), abs(first.range.high)) > LARGEST_EXPONENT:
            raise Misfit(f"the exponent of `exp` goes beyond {LARGEST_EXPONENT}", "bound it with `clamp`")
        return real(name, Range(*(Fraction(math.exp(end)) for end in (first.range.low, first.range.high))), first)
    range_ = _selected(name, operands)
    if all(operand.kind is Kind.INTEGER for operand in operands) and range_:
        return integer(name, range_, *operands)
    return real(name, range_, *operands)


def _selected(name: str, operands: Sequence[Term]) -> Optional[Range]:
    ranges = [operand.range for operand in operands]
    if name == "clamp" and ranges[1] and ranges[2]:
        low, high = ranges[1].low, ranges[2].high
        inner = ranges[0] or Range(low, high)
        return Range(min(max(inner.low, low), high), max(min(inner.high, high), low))
    if any(one is None for one in ranges):
        return None
    known_ranges = [one for one in ranges if one]
    if name == "abs":
        low, high = known_ranges[0].low, known_ranges[0].high
        return Range(Fraction(0) if low <= 0 <= high else min(abs(low), abs(high)), max(abs(low), abs(high)))
    lows, highs = [one.low for one in known_ranges], [one.high for one in known_ranges]
    return Range(min(lows), min(highs)) if name == "min" else Range(max(lows), max(highs))
