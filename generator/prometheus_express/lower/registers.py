"""The bytes of registers that are written: fields shifted to their places, what is not named left or zero."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Optional, Union

from ..device.model import FieldValues, Register
from ..expression import operations
from ..expression.term import Kind, Term, constant
from ..ir.program import Change, Put


def data_statements(register: Register, values: FieldValues, start: int, base: Optional[int]) -> Iterator[Union[Put, Change]]:
    """Puts the data of a register at byte `start` of the buffer. `base`: where its old data stand, which are kept where
    nothing is named."""
    size, whole = register.layout.bytes, number(0)
    what = _what(register, values)
    keep = 2 ** (8 * size) - 1
    for field, term in values:
        bits, shift = (field.bits, 8 * size - field.first - field.bits) if field else (8 * size, 0)
        if field and field.little and base is None:
            yield Put(start + field.first // 8, term, bits // 8, True, what)
            continue
        keep &= ~((2**bits - 1) << shift)
        whole = _either(whole, _shifted(_unsigned(term, bits), shift))
    if base is not None:
        # From the last byte on: the new data stand further back than the old.
        for byte in reversed(range(size)):
            down = 8 * (size - 1 - byte)
            kept = keep >> down & 0xFF
            yield Change(start + byte, base + byte, kept, _chosen(whole, down, ~kept & 0xFF), what)
    elif not any(field and field.little for field, _ in values):
        yield Put(start, whole, size, what=what)


def number(value: int) -> Term:
    return constant(Fraction(value))


def _what(register: Register, values: FieldValues) -> str:
    fields = ", ".join(field.name.value for field, _ in values if field)
    return f"{register.name}: {fields}" if fields else f"{register.name}"


def _chosen(whole: Term, first: int, mask: int) -> Term:
    """The bits of a number from `first` on that the mask has."""
    shifted = operations.apply(">>", [whole, number(first)])
    return operations.apply("&", [shifted, number(mask)])


def _unsigned(term: Term, bits: int) -> Term:
    """The bits of a number that may be negative, or a condition as 0 or 1."""
    if term.kind is Kind.TRUTH:
        return operations.apply("if", [term, number(1), number(0)])
    if term.range and term.range.low < 0:
        return operations.apply(f"call:u{min(bits, 32)}", [term])
    return term


def _shifted(term: Term, bits: int) -> Term:
    return operations.apply("<<", [term, number(bits)]) if bits else term


def _either(left: Term, right: Term) -> Term:
    if left.constant == 0:
        return right
    return left if right.constant == 0 else operations.apply("|", [left, right])
