"""What is put in the place of what in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 60  # characters of a text in a report


@dataclass(frozen=True)
class Change:
    """`kind`: relation, arithmetic, logic, constant, condition, result or statement."""

    kind: str
    start: int
    end: int
    old: str
    new: str

    @property
    def shown(self) -> str:
        return f"{_short(self.old)} → {_short(self.new)}"


def _short(text: str) -> str:
    line = re.sub(r"\s+", " ", text)
    return f"`{line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}`"
