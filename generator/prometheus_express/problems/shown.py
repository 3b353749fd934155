"""How problems are shown.

    weather.yaml:9:5: error[unknown-key]: unknown key `hlep` in metric `temperature`
        9 |     hlep: Air temperature
          |     ^~~~
    help: did you mean `help`?
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from .position import Span
from .problem import Problem, Severity

SHOWN_WIDTH = 120  # of a source line; a longer one is cut around the caret


def render_problems(problems: Iterable[Problem]) -> str:
    """All problems by position, each once, and a last line that counts them; empty without problems."""
    ordered = sorted(set(problems), key=lambda problem: (problem.span, problem.slug, problem.message))
    if not ordered:
        return ""
    return "".join(_render(problem) for problem in ordered) + _count(ordered) + "\n"


def _render(problem: Problem) -> str:
    severity = f"{problem.severity.value}[{problem.slug}]"
    lines = [f"{problem.span.start}: {severity}: {printable(problem.message)}", *_excerpt(problem.span)]
    for note in problem.notes:
        lines += [f"{note.span.start}: note: {printable(note.message)}", *_excerpt(note.span)]
    kept = f", or `accept: [{problem.slug}]` if it is meant so" if problem.metric else ""
    lines.append(f"help: {printable(problem.help)}{kept}")
    return "\n".join(lines) + "\n"


def _count(problems: list[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    return ", ".join(f"{count} {what}{'s' * (count > 1)}" for count, what in counts if count)


def _excerpt(span: Span) -> list[str]:
    """The source line and the caret under it; nothing where there is no line, as of an unreadable file."""
    if not span.text.strip():
        return []
    first = span.start.column - 1
    text, first = _around(printable(span.text, keep="\t"), first)
    marked = text[first : first + span.length]
    lead = "".join("\t" if character == "\t" else " " * _width(character) for character in text[:first])
    tail = "~" * (sum(map(_width, marked)) - 1)
    return [f"{span.start.line:5} | {text}", f"      | {lead}^{tail}"]


def _around(line: str, column: int) -> tuple[str, int]:
    if len(line) <= SHOWN_WIDTH:
        return line, column
    start = max(0, min(column - SHOWN_WIDTH // 2, len(line) - SHOWN_WIDTH))
    before, after = ("..." if start else ""), ("..." if start + SHOWN_WIDTH < len(line) else "")
    return before + line[start : start + SHOWN_WIDTH] + after, column - start + len(before)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str, keep: str = "") -> str:
    """The text with `?` for what a terminal must not be sent; the length stays."""
    return "".join(
        "?" if unicodedata.category(character) in ("Cc", "Cs", "Cf", "Zl", "Zp") and character not in keep else character
        for character in text
    )
