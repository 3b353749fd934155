"""Reads what the bytes of a register or reply hold."""

from __future__ import annotations

import re
from typing import Optional

from ..document.nodes import Mapping, Node, Scalar, Sequence
from ..names.text import Text
from ..problems.problem import Note, Problem
from .model import Check, Field, Layout

RESERVED = "reserved"


class LayoutReader:
    """Reads layouts of one device, in which no two fields have the same name."""

    def __init__(self, problems: list[Problem], has_crc: bool) -> None:
        self.problems, self.has_crc = problems, has_crc
        self.fields: dict[str, Field] = {}

    def read(self, node: Optional[Node]) -> Layout:
        assert isinstance(node, Sequence)
        fields: list[Field] = []
        checks: list[Check] = []
        at = covered = 0  # bits; bytes up to the checksum before
        for item in node.items:
            assert isinstance(item, Mapping)
            for entry in item.entries:
                assert isinstance(entry.value, Scalar)
                if entry.value.text == "crc8":
                    at, covered = self.check(entry.key, at, covered, checks)
                    continue
                match = re.fullmatch("([su])([0-9]+)(le)?", entry.value.text)
                assert match
                field = Field(
                    Text(entry.key.text, entry.key.span), int(match.group(2)), match.group(1) == "s", bool(match.group(3)), at
                )
                if field.little and at % 8:
                    self.whole_bytes(entry.key, f"`{field.name}` starts within a byte")
                if entry.key.text != RESERVED:
                    fields.append(field)
                    self.declare(field)
                at += field.bits
        if at % 8:
            self.whole_bytes(node, f"these fields have {at} bits")
        return Layout((at + 7) // 8, tuple(fields), tuple(checks))

    def check(self, key: Scalar, at: int, covered: int, checks: list[Check]) -> tuple[int, int]:
        if not self.has_crc:
            message, fix = "this part has no checksum", "add `crc: {polynomial: 0x31, initial: 0xFF}` to the description"
            self.problems.append(Problem("no-crc", message, key.span, fix))
        if at % 8 or at // 8 == covered:
            self.whole_bytes(key, "a checksum follows the whole bytes that it covers")
        checks.append(Check(at // 8, at // 8 - covered))
        return at + 8, at // 8 + 1

    def declare(self, field: Field) -> None:
        name = field.name.value
        first = self.fields.setdefault(name, field)
        if first is not field:
            message, fix = f"the field `{name}` is there twice", "give one of the two another name"
            note = Note("it stands here already", first.name.span)
            self.problems.append(Problem("duplicate-field", message, field.name.span, fix, (note,)))

    def whole_bytes(self, node: Node, message: str) -> None:
        self.problems.append(Problem("not-whole-bytes", message, node.span, "fill up with `reserved: u…`"))
