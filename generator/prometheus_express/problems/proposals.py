"""What the user may have meant: the nearest word of a list, and texts changed until they fit a pattern."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Optional

UNITS = {
    "b": "B", "byte": "B", "bytes": "B", "k": "KiB", "kb": "KiB", "kib": "KiB", "m": "min", "mb": "MiB", "mib": "MiB",
    "msec": "ms", "sec": "s", "second": "s", "seconds": "s", "minute": "min", "minutes": "min", "hour": "h", "hours": "h",
    "hz": "Hz", "khz": "kHz", "mhz": "MHz",
}  # fmt: skip


WORDS = {"°c": "celsius", "℃": "celsius", "°f": "fahrenheit", "k": "kelvin", "%": "percent", "ω": "ohms"}


def nearest(text: str, words: Iterable[str]) -> Optional[str]:
    """The word that is most like the text, if one is like it at all."""
    by_lower = {word.lower(): word for word in words}
    found = difflib.get_close_matches(text.lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def listed(words: Sequence[str]) -> str:
    """`a`, `b` or `c`"""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]


def fitting(text: str, patterns: Iterable[str]) -> Optional[str]:
    """A text near this one that fits one of the patterns."""
    for candidate in _variations(text[:200]):
        if any(re.fullmatch(pattern, candidate) for pattern in patterns):
            return candidate
    return None


def _variations(text: str) -> Iterator[str]:
    bare = text.strip()
    yield bare
    yield bare.strip("<>\"'")  # a header as #include has it
    quantity = re.fullmatch(r"([0-9]+) *([A-Za-z]*)", bare, re.ASCII)
    if quantity:
        number, unit = quantity.groups()
        for written in (UNITS.get(unit.lower(), unit),) if unit else ("B", "s", "Hz"):
            yield number + written
    fraction = re.fullmatch(r"([0-9]+)\.([0-9]{1,3})(s|kHz|MHz)", bare, re.ASCII)
    if fraction:
        whole, part, unit = fraction.groups()
        yield str(int(whole + part.ljust(3, "0"))) + {"s": "ms", "kHz": "Hz", "MHz": "kHz"}[unit]
    decimal = re.fullmatch(r"decimal(64|32)? *\(? *([0-9]*) *\)?", bare, re.ASCII | re.IGNORECASE)
    if decimal:
        yield f"decimal{'64' * (decimal.group(1) == '64')}({decimal.group(2) or 2})"
    if "/" in bare or bare.isalnum():
        yield "/" + re.sub(r"[?#].*", "", bare).strip("/")
    if bare.lower() in WORDS:
        yield WORDS[bare.lower()]
    words = re.findall("[A-Za-z0-9]+", bare)
    if not words or not bare.isascii():
        return  # what is left of a foreign word is no word
    yield "_".join(words)
    snake = re.sub("([a-z0-9])([A-Z])", r"\1_\2", "_".join(words)).lower()
    yield snake
    yield "_" + "_".join(words)
    yield "x" + snake
    yield "-".join(words)
    yield "".join(word[0].upper() + word[1:] for word in words)
