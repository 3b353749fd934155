"""A YAML document as the user wrote it: plain data of which every part keeps its text and its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional, Union

from ..problems.position import Span


@dataclass(frozen=True)
class Scalar:
    """A single text. `plain`: written without quotes, so that it may stand for a number or a truth."""

    text: str
    span: Span = field(compare=False, repr=False)
    plain: bool = True

    @property
    def is_missing(self) -> bool:
        """Nothing is written where a value could be, as behind the colon of `key:`."""
        return self.plain and not self.text


@dataclass(frozen=True)
class Sequence:
    items: tuple[Node, ...]
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True)
class Entry:
    key: Scalar
    value: Node


@dataclass(frozen=True)
class Mapping:
    entries: tuple[Entry, ...]
    span: Span = field(compare=False, repr=False)

    def entry(self, key: str) -> Optional[Entry]:
        return next((entry for entry in self.entries if entry.key.text == key), None)

    def get(self, key: str) -> Optional[Node]:
        entry = self.entry(key)
        return entry.value if entry else None


@dataclass(frozen=True)
class Refused:
    """Stands for what was refused while reading, so that nobody complains about it again."""

    span: Span = field(compare=False, repr=False)


Node = Union[Scalar, Sequence, Mapping, Refused]


@dataclass(frozen=True)
class Document:
    """A file that could be read: its name as given, its outermost mapping, and all files that stand in it, this one first."""

    file: str
    root: Mapping
    files: tuple[str, ...] = ()
