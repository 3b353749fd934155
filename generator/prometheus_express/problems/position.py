"""Where something stands in a file the user wrote."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file; lines and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Span:
    """`length` characters of one line, at least one; what reaches over its line's end is cut there."""

    start: Position
    length: int = 1
    text: str = field(default="", compare=False, repr=False)  # the whole line, to be shown


NOWHERE = Span(Position("", 1, 1))  # of what is not written
