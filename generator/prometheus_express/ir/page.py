"""Pages: families under the names that they have there, and the text around their values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

from ..kinds.format import Format, SampleKind
from ..names.page import FamilyNames
from .family import Family

Labels = tuple[tuple[str, Optional[str]], ...]  # names and values; a value is None where it is known at run time only


@dataclass(frozen=True)
class Sample:
    """A line of a page."""

    kind: SampleKind
    labels: Labels
    longest_value: int  # characters


@dataclass(frozen=True)
class Exposition:
    """A family on one page."""

    family: Family
    names: Mapping[Format, FamilyNames]
    samples: tuple[Sample, ...]  # of one place


@dataclass(frozen=True)
class Block:
    """A piece of a family's text, with a mark where a value goes, and the number of its samples."""

    text: str
    samples: int


@dataclass(frozen=True)
class FamilyText:
    """A family in one format. The longest texts are those of one place: of its values together, and of the label values that a
    line gets at run time."""

    blocks: tuple[Block, ...]
    longest_values: int
    longest_holes: int
    largest: int  # bytes when every series is present and every value is as long as it can be
    example: str  # its first line, as it could be


@dataclass(frozen=True)
class PageText:
    """A page in one format; `families` in the order of its expositions."""

    families: tuple[FamilyText, ...]

    @property
    def largest(self) -> int:
        return sum(family.largest for family in self.families)


@dataclass(frozen=True)
class Page:
    """What a scrape of one path returns."""

    registry: str
    path: str
    expositions: tuple[Exposition, ...]
    text: PageText  # the format 0.0.4
    literals: int  # bytes of its text
    tables: int  # bytes of what describes it, on a 32-bit device

    @property
    def largest(self) -> int:
        return self.text.largest

    @property
    def snapshot(self) -> int:
        """Bytes that its rendering keeps."""
        return max((exposition.family.snapshot for exposition in self.expositions), default=0)
