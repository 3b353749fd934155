"""C++ spellings of texts and lists. The only place that escapes anything for C++."""

from __future__ import annotations

import re
import textwrap
from typing import Any

LINE = 120  # bytes of a line at most
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


def page_literal(text: str, before: int = 0) -> str:
    """A text of whole lines as one literal that shows them as they are, if they can stand in C++ so: g++ warns of a line that ends in a
    backslash and blanks, also where it is in a raw string. It follows `before` bytes of its line. Lines of samples stay whole;
    others are broken."""
    if not all(char.isprintable() or char == "\n" for char in text) or re.search(r"\\ *$", text, re.MULTILINE):
        return "\n    " + "\n    ".join(quoted(part) for part in text.splitlines(keepends=True))
    delimiter = ""
    while f'){delimiter}"' in text:
        delimiter += "_"
    opening, closing = f'R"{delimiter}(', f'){delimiter}"'
    lines = text.split("\n")
    first = before + len(f"{opening}{lines[0]}".encode()) > LINE
    parts = [f"\n    {opening}" if first else opening]
    for number, line in enumerate(lines):
        lead = 0 if number else (4 if first else before) + len(opening)
        if line.startswith("# "):
            line = _broken(line, LINE - lead, f"{closing}\n    {opening}")
        parts.append(line if number + 1 == len(lines) else f"{line}\n")
    return "".join(parts) + closing


def _broken(line: str, room: int, seam: str) -> str:
    """The line with seams between its words, so that none of its parts is too long with what closes it; `room`: of the first."""
    closing, opening = seam.split("\n")
    done = ""
    while len(line.encode()) > room:
        fitting = line.encode()[: room - len(closing)].decode(errors="ignore")
        at = fitting.rfind(" ") + 1 or len(fitting)
        done, line = f"{done}{line[:at]}{seam}", line[at:]
        room = LINE - len(opening)
    return done + line


def in_comment(text: str) -> str:
    """A word of a line of comment, which it can neither end nor continue."""
    word = "".join(char if char.isprintable() else "?" for char in text)
    return f"{word}." if word.endswith(("\\", "??/")) else word


def comment(text: str, width: int, marker: str = "///") -> tuple[str, ...]:
    """Lines of a comment. White space is folded; nothing in the text can end the comment or continue its line."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    lines = textwrap.wrap(words, width - len(marker) - 1, break_long_words=False, break_on_hyphens=False)
    return tuple(f"{marker} {line}." if line.endswith(("\\", "??/")) else f"{marker} {line}" for line in lines)
