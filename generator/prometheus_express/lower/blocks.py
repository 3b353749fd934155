"""Blocks of a program as they are filled: labels, statements, and notes of the steps that these come from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Optional

from ..device.model import Device
from ..ir import program as ir
from .exact_terms import exact_statement


class Blocks:
    def __init__(self, device: Device) -> None:
        self.device = device
        self.blocks = [ir.Block()]
        self.labels = 0
        self.coming: Optional[ir.Section] = None  # that begins with the next statement
        self.step: Optional[ir.Step] = None  # from which the next statements come
        self.noted: list[ir.Step] = []

    def reserve(self) -> ir.Label:
        self.labels += 1
        return self.labels

    def place(self, label: ir.Label) -> None:
        if self.blocks[-1].statements:
            self.blocks.append(ir.Block())
        self.blocks[-1].labels.append(label)

    def here(self) -> ir.Label:
        label = self.reserve()
        self.place(label)
        return label

    def add(self, *statements: ir.Statement) -> None:
        if statements:
            self.note()
        self.blocks[-1].statements += [exact_statement(self.device, statement) for statement in statements]

    @contextmanager
    def of_step(self, step: ir.Step) -> Iterator[None]:
        """What is added meanwhile comes from this step; what follows, from the one around it."""
        around, self.step = self.step, step
        yield
        self.step = around

    def note(self) -> None:
        block = self.blocks[-1]
        if self.coming:
            block.notes.append(ir.Note(len(block.statements), self.coming))
            self.coming = None
        if self.step is None:
            return
        last = next((note.about for note in reversed(block.notes) if isinstance(note.about, ir.Step)), None)
        if last is not self.step:
            continued = any(step is self.step for step in self.noted)
            block.notes.append(ir.Note(len(block.statements), self.step, continued))
            self.noted.append(self.step)
