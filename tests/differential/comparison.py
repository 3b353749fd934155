"""Two pages, byte for byte: only values are compared as numbers, and the series of a family may stand in any order. The lines of one
child (the buckets of a histogram) keep theirs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

Line = tuple[bytes, float]


class Difference(Exception):
    """What the pages do not have in common."""


@dataclass(frozen=True)
class Family:
    head: tuple[bytes, bytes]
    children: list[tuple[Line, ...]]


def compare(actual: bytes, expected: bytes, lines_of_a_child: Mapping[bytes, int]) -> None:
    ours, theirs = families(actual, lines_of_a_child), families(expected, lines_of_a_child)
    if [family.head for family in ours] != [family.head for family in theirs]:
        raise Difference(f"heads:\n{[family.head for family in ours]}\nbut the client has\n{[family.head for family in theirs]}")
    for mine, other in zip(ours, theirs):
        names = [[tuple(name for name, _ in child) for child in family.children] for family in (mine, other)]
        if names[0] != names[1]:
            raise Difference(f"series:\n{names[0]}\nbut the client has\n{names[1]}")
        for child, reference in zip(mine.children, other.children):
            for (name, value), (_, wanted) in zip(child, reference):
                if not (value == wanted or (math.isnan(value) and math.isnan(wanted))):
                    raise Difference(f"value of {name!r}: {value!r}, but the client has {wanted!r}")


def families(page: bytes, lines_of_a_child: Mapping[bytes, int]) -> list[Family]:
    if page and not page.endswith(b"\n"):
        raise Difference("no line end at the page's end")
    found: list[tuple[tuple[bytes, bytes], list[Line]]] = []
    lines = page.split(b"\n")[:-1]
    for number, line in enumerate(lines):
        if line.startswith(b"# HELP "):
            found.append(((line, lines[number + 1]), []))
        elif not line.startswith(b"# TYPE "):
            name, _, value = line.rpartition(b" ")
            found[-1][1].append((name, float(value)))
    return [Family(head, _children(samples, lines_of_a_child.get(head[1].split(b" ")[2], 1))) for head, samples in found]


def _children(samples: list[Line], size: int) -> list[tuple[Line, ...]]:
    children = [tuple(samples[start : start + size]) for start in range(0, len(samples), size)]
    return sorted(children, key=lambda child: [name for name, _ in child])
