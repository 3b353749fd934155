"""A schema file's text, checked for what no YAML parser should meet, and spans into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..problems.position import Position, Span
from ..problems.problem import Outcome, Problem

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # YAML 1.1, section 4.2: what PyYAML counts lines by
UNPRINTABLE = re.compile("[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Source:
    file: str
    text: str
    lines: tuple[str, ...]

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """`line` and `column` count from 0 here, as the parser's do."""
        text = self.lines[line] if line < len(self.lines) else ""
        column = min(column, len(text))
        return Span(Position(self.file, line + 1, column + 1), max(1, min(length, len(text) - column)), text)

    def span_at(self, offset: int) -> Span:
        """One character, by its distance from the start of the text."""
        breaks = [match for match in LINE_BREAK.finditer(self.text, 0, offset)]
        return self.span(len(breaks), offset - (breaks[-1].end() if breaks else 0))


def make_source(file: str, text: str) -> Source:
    return Source(file, text, tuple(LINE_BREAK.split(text)))


def read_source(path: Path) -> Outcome[Source]:
    """The text of a file; with problems where it cannot be read, or holds what is no text."""
    file = str(path)
    try:
        data = path.read_bytes()
    except OSError as failure:
        reason = (failure.strerror or "it cannot be read").lower()
        span = Span(Position(file, 1, 1))
        fix = "give the path of a schema file that can be read"
        return Outcome(None, (Problem("unreadable-file", f"cannot read the file: {reason}", span, fix),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as failure:
        source = make_source(file, data.decode("utf-8", "replace"))
        good = data[: failure.start].decode("utf-8")
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            what, source = "this file is UTF-16, not UTF-8", make_source(file, "")
        else:
            what = f"the byte 0x{data[failure.start]:02x} is not UTF-8"
        span = source.span_at(len(good)) if source.text else source.span(0, 0)
        return Outcome(None, (Problem("not-utf8", what, span, "save the file in the encoding UTF-8"),))
    if text.startswith("\ufeff"):
        source = make_source(file, text[1:])
        problem = Problem(
            "byte-order-mark",
            "the file starts with a byte order mark",
            source.span(0, 0),
            "save the file as UTF-8 without byte order mark (BOM)",
        )
        return Outcome(source, (problem, *_unprintable(source)))
    source = make_source(file, text)
    problems = _unprintable(source)
    return Outcome(None if problems else source, problems)


def _unprintable(source: Source) -> tuple[Problem, ...]:
    found: Optional[re.Match[str]] = UNPRINTABLE.search(source.text)
    if not found:
        return ()
    message = f"the character U+{ord(found.group()):04X} cannot stand in a schema"
    fix = "delete it, or write it as an escape in double quotes"
    return (Problem("control-character", message, source.span_at(found.start()), fix),)
