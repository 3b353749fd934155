"""What part somebody meant whose name the library does not have. Another number is another part, and never proposed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Optional

from ..problems.proposals import nearest


def meant_part(name: str, library: Iterable[str]) -> Optional[str]:
    """The part of the library that `name` may stand for: one whose number is the same, where an `x` among digits stands for any
    of a series (`sht3x` and `sht31`), and letters behind it are a variant (`lm75b` and `lm75`)."""
    same_number = [part for part in library if _numbers_agree(_part(name), _part(part))]
    same_family = [part for part in same_number if _letters(_part(name)) == _letters(_part(part)) != ""]
    return nearest(name, same_number) or (same_family[0] if same_family else None)


def of_maker(name: str, library: Iterable[str]) -> list[str]:
    """The library's parts of the same maker."""
    maker = name.partition("/")[0]
    return [part for part in library if part.partition("/")[0] == maker]


def _part(name: str) -> str:
    return name.rpartition("/")[2].lower()


def _letters(part: str) -> str:
    """Those before the number."""
    return re.split("[0-9]", part)[0]


def _numbers_agree(one: str, other: str) -> bool:
    first, second = _number(one), _number(other)
    if not first or not second:
        return first == second
    return len(first) == len(second) and all(a == b or "x" in (a, b) for a, b in zip(first, second))


def _number(part: str) -> str:
    """The first digits of a part's name, and an `x` between or behind them."""
    found = re.search("[0-9][0-9x]*", part)
    return found.group() if found else ""
