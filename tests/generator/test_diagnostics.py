"""How problems are shown."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from prometheus_express.problems.problem import Note, Problem, Severity, has_errors
from prometheus_express.problems.shown import SHOWN_WIDTH, render_problems
from prometheus_express.problems.position import Position, Span


def span(line: int, column: int, length: int, text: str, file: str = "a.yaml") -> Span:
    return Span(Position(file, line, column), length, text)


def test_no_problems_are_no_text() -> None:
    assert render_problems([]) == ""


def test_a_problem_has_position_line_caret_note_and_help() -> None:
    note = Note("the first is here", span(2, 1, 1, "x: 1"))
    problem = Problem("some-slug", "x is bad", span(12, 3, 2, "  xy: 1"), "write y", (note,))
    assert render_problems([problem]) == (
        "a.yaml:12:3: error[some-slug]: x is bad\n"
        "   12 |   xy: 1\n"
        "      |   ^~\n"
        "a.yaml:2:1: note: the first is here\n"
        "    2 | x: 1\n"
        "      | ^\n"
        "help: write y\n"
        "1 error\n"
    )


def test_problems_are_sorted_by_place_shown_once_and_counted() -> None:
    first = Problem("b", "m", span(2, 9, 1, ""), "h")
    second = Problem("a", "m", span(10, 1, 1, ""), "h")
    warning = Problem("w", "m", span(1, 1, 1, "", "b.yaml"), "h", severity=Severity.WARNING)
    shown = render_problems([second, warning, first, first])
    assert [line for line in shown.splitlines() if line != "help: h"] == [
        "a.yaml:2:9: error[b]: m",
        "a.yaml:10:1: error[a]: m",
        "b.yaml:1:1: warning[w]: m",
        "2 errors, 1 warning",
    ]
    assert has_errors([first, warning]) and not has_errors([warning])


def test_what_could_steer_a_terminal_is_not_sent_to_it() -> None:
    shown = render_problems([Problem("a", "red \x1b[31m", span(1, 1, 3, "\x1b[1m \u202e"), "\x07")])
    assert "\x1b" not in shown and "\x07" not in shown and "\u202e" not in shown


def columns(text: str) -> int:
    """What the text takes on a terminal with tab stops at 8 (a second way to count than the code's)."""
    at = 0
    for character in text:
        if character == "\t":
            at += 8 - at % 8
        elif not unicodedata.combining(character):
            at += 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
    return at


@given(st.text("ab\t温é😀e\u0301", max_size=60), st.text("ab温é😀", min_size=1, max_size=9))
def test_the_caret_stands_under_its_word_whatever_is_before_it(before: str, word: str) -> None:
    shown = render_problems([Problem("a", "m", span(1, len(before) + 1, len(word), before + word + " b"), "h")]).splitlines()
    line, caret = shown[1], shown[2]
    assert columns(caret[: caret.index("^")]) == columns(line[: len("    1 | ") + len(before)])
    assert len(caret) - caret.index("^") == columns(word)


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_a_long_line_is_cut_around_the_caret(before: int, after: int) -> None:
    shown = render_problems([Problem("a", "m", span(1, before + 1, 1, "x" * before + "!" + "y" * after), "h")]).splitlines()
    assert shown[1][shown[2].index("^")] == "!"
    assert len(shown[1]) <= SHOWN_WIDTH + len("    1 | ......")
