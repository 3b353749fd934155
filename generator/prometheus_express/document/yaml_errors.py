"""What PyYAML says about broken YAML, said so that it helps."""

from __future__ import annotations

from typing import Any

from ..problems.position import Span
from ..problems.problem import Note, Problem
from .source import Source

OPENED = "quote a text that holds `: `, or close what is open"
NEIGHBOURS = "indent it like its neighbours, or quote the text above"

# A part of PyYAML's text, whether the place is where the construct starts, our message, our help. The first that fits.
WORDINGS = (
    ("'\\t' that cannot start", False, "a tab cannot stand here", "write spaces, which YAML indents and separates with"),
    ("that cannot start any token", False, "this character cannot start a value", "put the text into double quotes"),
    ("alphabetic or numeric character", True, "this character cannot start a text", "put the text into double quotes"),
    ("mapping values are not allowed", False, "a `:` cannot stand here", "quote a text that holds `: `; is one missing above?"),
    ("could not find expected ':'", True, "a `:` is missing after this key", "write `key: value`"),
    ("unexpected end of stream", True, "this quote is never closed", "close the text with the same quote"),
    ("document separator", True, "this quote is never closed", "close the text with the same quote"),
    ("expected ',' or ']'", False, "a `,` or `]` is missing before this", f"{OPENED} with `]`"),
    ("expected ',' or '}'", False, "a `,` or `}` is missing before this", f"{OPENED} with `}}`"),
    ("expected <block end>", False, "this does not continue what stands above it", NEIGHBOURS),
    ("expected the node content", False, "a value is missing before this", "write a value, or remove what announces it"),
    ("sequence entries are not allowed", False, "a list cannot start here", "write `- …` on a line of its own, or `[…]`"),
    ("unknown escape character", False, "YAML knows no such escape", "write `\\\\` for a backslash, or use single quotes"),
    ("hexadecimal numbers", False, "digits are missing in this escape", "write \\x with two, \\u with four, \\U with eight"),
    ("expected <document start>", False, "the document has ended before this", "write one mapping, `key: value` on each line"),
)


def syntax_problem(error: Any, source: Source) -> Problem:
    """The problem behind a yaml.MarkedYAMLError."""
    said = error.problem or error.context or ""
    for part, at_start, message, fix in WORDINGS:
        if part in said:
            mark = error.context_mark if at_start and error.context_mark else error.problem_mark
            opened = () if at_start or "flow" not in (error.context or "") else (_place(error.context_mark, source),)
            notes = tuple(Note("it is opened here", span) for span in opened)
            return Problem("yaml-syntax", message, _place(mark, source), fix, notes)
    place = _place(error.problem_mark or error.context_mark, source)
    return Problem("yaml-syntax", f"this is not YAML: {said}", place, "quote the text, or correct it")


def _place(mark: Any, source: Source) -> Span:
    line = min(mark.line, len(source.lines) - 1) if mark else 0
    while line and not source.lines[line].strip():  # the end of the file: show its last line
        line -= 1
    column = mark.column if mark and line == mark.line else len(source.lines[line].rstrip())
    return source.span(line, column)
