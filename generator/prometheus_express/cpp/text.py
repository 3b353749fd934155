"""C++ spellings of texts and lists. The only place that escapes anything for C++."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Any

WIDTH = 110  # of a line of comment, with its indentation

Row = dict[str, Any]  # what a template gets: each string stands in the file as it is

_SIMPLE = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """An ordinary string literal; what is not printable ASCII or UTF-8 text is written in octal."""
    escaped = "".join(map(_escaped, text))
    return '"' + re.sub(r"(?<=\?)\?", r"\\?", escaped) + '"'  # compilers warn of what were trigraphs once


def _escaped(char: str) -> str:
    if char in _SIMPLE:
        return _SIMPLE[char]
    # Octal escapes end after three digits by themselves, unlike hexadecimal ones.
    return char if char.isprintable() else "".join(f"\\{byte:03o}" for byte in char.encode())


def integer(value: int) -> str:
    """A literal of a whole number: one beyond an int64 would be unsigned with a warning, and the least one has no literal."""
    if value == -(2**63):
        return f"{value + 1} - 1"
    return f"{value}U" if value >= 2**63 else str(value)


def page_literal(text: str) -> str:
    """A text of whole lines as one literal that shows them as they are, if they can stand in C++ so: g++ warns of a line that ends in a
    backslash and blanks, also where it is in a raw string."""
    if all(char.isprintable() or char == "\n" for char in text) and not re.search(r"\\ *$", text, re.MULTILINE):
        delimiter = ""
        while f'){delimiter}"' in text:
            delimiter += "_"
        return f'R"{delimiter}({text}){delimiter}"'
    return "\n    " + "\n    ".join(quoted(part) for part in text.splitlines(keepends=True))


def in_comment(text: str) -> str:
    """A word of a line of comment, which it can neither end nor continue."""
    word = "".join(char if char.isprintable() else "?" for char in text)
    return f"{word}." if word.endswith(("\\", "??/")) else word


def comment(text: str, width: int, marker: str = "///") -> tuple[str, ...]:
    """Lines of a comment. White space is folded; nothing in the text can end the comment or continue its line."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    lines = textwrap.wrap(words, width - len(marker) - 1, break_long_words=False, break_on_hyphens=False)
    return tuple(f"{marker} {line}." if line.endswith(("\\", "??/")) else f"{marker} {line}" for line in lines)


def wrapped(items: Iterable[str]) -> str:
    """Items of a list, on as many lines as they need."""
    lines, current = [], ""
    for item in items:
        if current and len(current) + len(item) + 2 > WIDTH - 50:
            lines.append(current + ",")
            current = item
        else:
            current = f"{current}, {item}" if current else item
    return "\n      ".join([*lines, current])
