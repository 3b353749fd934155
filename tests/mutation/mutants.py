"""A mutant: one change of a few characters of one file. Which ones there are, and which of them a seed chooses."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import cpp_changes
import python_changes
from change import Change
from places import Place

LANGUAGES = {".py": python_changes.changes, ".cpp": cpp_changes.changes, ".hpp": cpp_changes.changes}


@dataclass(frozen=True)
class Mutant:
    place: Place
    file: str  # from the project's root
    line: int
    column: int
    source_line: str
    change: Change

    @property
    def id(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.change.shown}"

    def applied_to(self, text: str) -> str:
        assert text[self.change.start : self.change.end] == self.change.old, self.id
        return text[: self.change.start] + self.change.new + text[self.change.end :]


def mutants_of(root: Path, place: Place, files: Iterable[str]) -> Iterator[Mutant]:
    for file in files:
        if (root / file).suffix in LANGUAGES and any(fnmatch(file, glob) for glob in place.globs):
            text = (root / file).read_text(encoding="utf-8")
            lines = text.split("\n")
            for change in LANGUAGES[(root / file).suffix](text):
                before = text[: change.start]
                line = before.count("\n")
                yield Mutant(place, file, line + 1, change.start - before.rfind("\n"), lines[line].strip(), change)


def choose(mutants: Sequence[Mutant], places: Sequence[Place], seed: int, count: int) -> list[Mutant]:
    """About `count` of them: each place its share, in a place each kind of change as often as another, no line twice."""
    present = {mutant.place for mutant in mutants}
    shares = sum(place.share for place in places if place in present)
    chosen = []
    for place in places:
        if place in present:
            wanted = max(1, round(count * place.share / shares))
            chosen += _of_place([mutant for mutant in mutants if mutant.place is place], random.Random(f"{seed} {place.name}"), wanted)
    return sorted(chosen, key=lambda mutant: (places.index(mutant.place), mutant.file, mutant.change.start))


def _of_place(mutants: Sequence[Mutant], chance: random.Random, wanted: int) -> list[Mutant]:
    kinds = defaultdict(list)
    for mutant in mutants:
        kinds[mutant.change.kind].append(mutant)
    for of_kind in kinds.values():
        chance.shuffle(of_kind)
    names = sorted(kinds)
    chance.shuffle(names)
    chosen: dict[tuple[str, int], Mutant] = {}
    while len(chosen) < wanted and any(kinds.values()):
        for name in names:
            if kinds[name] and len(chosen) < wanted:
                mutant = kinds[name].pop()
                chosen.setdefault((mutant.file, mutant.line), mutant)
    return list(chosen.values())
