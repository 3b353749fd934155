"""The layouts that stand in steps, read before any formula, and which fields are read in a loop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..document.nodes import Mapping, Node, Scalar, Sequence
from .layout import LayoutReader
from .model import Field, Layout, Register

SECTIONS = ("start", "identify", "prepare", "measure")
NESTED = ("exchange", "repeat", "then", "else", "part", "do")  # keys of steps that hold further ones, or a layout


@dataclass
class StepLayouts:
    layouts: dict[int, Layout]  # by the identity of its node
    turns: dict[str, int]  # of fields read in a loop


def layouts_in_turns(root: Mapping, registers: dict[str, Register], reader: LayoutReader) -> StepLayouts:
    found = StepLayouts({}, {})
    channels = root.get("channels")
    inputs = {entry.key.text: _inputs(entry.value) for entry in channels.entries} if isinstance(channels, Mapping) else {}

    def visit(node: Optional[Node], turns: int) -> None:
        if isinstance(node, Sequence):
            for item in node.items:
                visit(item, turns)
        if not isinstance(node, Mapping):
            return
        inside = turns
        each = node.get("each")
        if isinstance(each, Scalar):
            inside = inputs.get(each.text, 0)
        fields: tuple[Field, ...] = ()
        receive, read = node.get("receive"), node.get("read")
        if isinstance(receive, Sequence):
            found.layouts[id(receive)] = reader.read(receive)
            fields = found.layouts[id(receive)].fields
        elif isinstance(read, Scalar) and read.text in registers:
            fields = registers[read.text].layout.fields
        if inside:
            found.turns.update((field.name.value, inside) for field in fields)
        for key in NESTED:
            visit(node.get(key), inside)

    for section in SECTIONS:
        visit(root.get(section), 0)
    return found


def _inputs(channel: Node) -> int:
    node = channel.get("inputs") if isinstance(channel, Mapping) else None
    return len(node.items) if isinstance(node, Sequence) else 0
