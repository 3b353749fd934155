"""The text exposition format 0.0.4, with a mark where a value goes.

Source: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Text format details").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Optional

from ..ir.firmware import Exposition, Line

MARK = "@"  # as runtime/include/prometheus_express/exposition/page.hpp defines it
MAX_BLOCK_BYTES = 32768  # largest literal: compilers bound the loops of constant evaluation


@dataclass(frozen=True)
class Block:
    """A piece of a family's text of at most MAX_BLOCK_BYTES, and the number of its sample lines."""

    text: str
    lines: int


def escape_help(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def escape_label_value(text: str) -> str:
    return escape_help(text).replace('"', '\\"')


def head(exposition: Exposition) -> str:
    name = exposition.name
    return f"# HELP {name} {escape_help(exposition.family.help)}\n# TYPE {name} {exposition.type}\n"


def sample(line: Line) -> str:
    labels = ",".join(f"{name}={_label_value(value)}" for name, value in line.labels)
    return f"{line.name}{{{labels}}} {MARK}\n" if labels else f"{line.name} {MARK}\n"


def _label_value(value: Optional[str]) -> str:
    return MARK if value is None else f'"{escape_label_value(value)}"'


def blocks(exposition: Exposition) -> Iterator[Block]:
    texts, size = [head(exposition)], len(head(exposition).encode())
    lines = 0
    for line in exposition.lines:
        text = sample(line)
        text_size = len(text.encode())
        if lines and size + text_size > MAX_BLOCK_BYTES:
            yield Block("".join(texts), lines)
            texts, size, lines = [], 0, 0
        texts.append(text)
        size += text_size
        lines += 1
    yield Block("".join(texts), lines)


def longest_values(exposition: Exposition) -> int:
    """Characters of all values of one place together when each is as long as it can be."""
    return sum(line.longest_value for line in exposition.lines)


def longest_holes(exposition: Exposition) -> int:
    """Bytes of the label values that a line gets at run time when each is as long as it can be."""
    return sum(hole.longest for hole in exposition.family.holes)


def largest(exposition: Exposition) -> int:
    """Bytes of the family when every series is present with its longest labels and value."""
    family = exposition.family
    marks = len(exposition.lines) * (1 + len(family.holes)) * len(MARK)
    text = sum(len(sample(line).encode()) for line in exposition.lines)
    holes = len(exposition.lines) * longest_holes(exposition)
    place = text - marks + longest_values(exposition) + holes
    return len(head(exposition).encode()) + place * family.places
