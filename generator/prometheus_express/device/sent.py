"""Reads what is sent to a device: registers that are written, and bytes."""

from __future__ import annotations

from typing import Optional

from ..document.nodes import Mapping, Scalar, Sequence
from ..expression.term import Kind, Term
from ..problems.proposals import listed, nearest
from .model import Bytes, Field, FieldValues, Register
from .typing import Scope


class SentReader:
    def __init__(self, scope: Scope, registers: dict[str, Register]) -> None:
        self.scope, self.registers = scope, registers

    def register(self, name: Scalar) -> Optional[Register]:
        if name.text in self.registers:
            return self.registers[name.text]
        meant = nearest(name.text, self.registers)
        fix = f"did you mean `{meant}`?" if meant else "describe it under `registers`"
        self.scope.problem("unknown-register", f"there is no register `{name.text}`", name.span, fix)
        return None

    def writes(self, node: Mapping, modify: bool) -> tuple[tuple[Register, FieldValues], ...]:
        """The values of registers. `modify`: what is not named stays."""
        found: list[tuple[Register, FieldValues]] = []
        for entry in node.entries:
            register = self.register(entry.key)
            if register and isinstance(entry.value, Mapping):
                values = self.field_values(register, entry.value)
                little = misplaced_little(register, values, modify)
                if little:
                    message = f"`{little.name}` comes lowest byte first, and the rest of `{register.name}` would not be as wanted"
                    self.scope.problem("partial-little-endian", message, entry.key.span, "write the whole register, all of it `le`")
                found.append((register, values))
            elif register and isinstance(entry.value, Scalar):
                found.append((register, ((None, self.fitting(entry.value, 8 * register.layout.bytes)),)))
        return tuple(found)

    def field_values(self, register: Register, node: Mapping) -> FieldValues:
        values: list[tuple[Optional[Field], Term]] = []
        for entry in node.entries:
            field = next((one for one in register.layout.fields if one.name.value == entry.key.text), None)
            if field is None:
                names = [one.name.value for one in register.layout.fields]
                meant = nearest(entry.key.text, names)
                fix = f"did you mean `{meant}`?" if meant else f"write {listed(names or ['reserved'])}"
                message = f"the register `{register.name}` has no field `{entry.key.text}`"
                self.scope.problem("unknown-field", message, entry.key.span, fix)
            elif isinstance(entry.value, Scalar):
                values.append((field, self.fitting(entry.value, field.bits)))
        return tuple(values)

    def bytes(self, node: Sequence) -> Bytes:
        items: list[Optional[tuple[Term, int, bool]]] = []
        for item in node.items:
            if isinstance(item, Scalar) and item.text == "crc":
                items.append(None)
            elif isinstance(item, Scalar):
                items.append((self.fitting(item, 8), 1, False))
            elif isinstance(item, Mapping):
                for entry in item.entries:
                    assert isinstance(entry.value, Scalar)
                    width = 2 if entry.key.text.startswith("u16") else 1
                    items.append((self.fitting(entry.value, 8 * width), width, entry.key.text.endswith("le")))
        return Bytes(tuple(items))

    def fitting(self, node: Scalar, bits: int) -> Term:
        """A whole number that fits the bits: nothing is cut off unseen."""
        term = self.scope.term(node, Kind.INTEGER, Kind.TRUTH)
        if term.range and (term.range.low < -(2 ** (bits - 1)) or term.range.high >= 2**bits):
            values = f"goes from {term.range.low} to {term.range.high}" if term.constant is None else f"is {term.constant}"
            message = f"`{node.text}` {values}, which {bits} bits cannot hold"
            self.scope.problem("value-too-wide", message, node.span, f"cut it with `u{min(bits, 32)}(…)`, or bound it")
        return term


def misplaced_little(register: Register, values: FieldValues, modify: bool) -> Optional[Field]:
    """A field whose lowest byte comes first is written in place: it and others like it have to be the whole register."""
    fields = [field for field, _ in values if field]
    little = next((field for field in fields if field.little), None)
    whole = all(field.little for field in fields) and sum(field.bits for field in fields) == 8 * register.layout.bytes
    return little if modify or not whole else None
