"""The tokens of a C++ text that could be changed: no comments, texts, directives, or what is there for the compiler only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
    (?P<skipped> //[^\n]* | /\*.*?\*/ | ^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*
               | R"(?P<mark>[^(]*)\(.*?\)(?P=mark)" | (?:u8|[uUL])?"(?:\\.|[^"\\\n])*" | (?:u8|[uUL])?'(?:\\.|[^'\\\n])+' | \s+)
  | (?P<number> (?:0[xX][0-9a-fA-F']+|0[bB][01']+|(?:\d[\d']*)(?:\.[\d']*)?(?:[eE][-+]?\d+)?)[uUlLfFzZ]* )
  | (?P<word> [A-Za-z_]\w* )
  | (?P<sign> <=>|<<=|>>=|->\*|\.\.\.|::|\+\+|--|->|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|. )
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
FOR_THE_COMPILER = {"static_assert", "requires", "template", "noexcept", "alignas", "decltype", "sizeof", "alignof"}
CLOSING = {"(": ")", "<": ">", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Token:
    kind: str  # word, number or sign
    text: str
    start: int
    spaced: bool  # between blanks, as operators are, and angle brackets of templates are not

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokens(text: str) -> list[Token]:
    """With the lists of templates and the operands of static_assert and its like left out."""
    every = [
        Token(str(found.lastgroup), found.group(), found.start(), _spaced(text, found.start(), found.end()))
        for found in TOKEN.finditer(text)
        if found.lastgroup != "skipped" and found.group("skipped") is None
    ]
    return list(_without_what_is_for_the_compiler(every))


def _spaced(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isspace() and text[end : end + 1].isspace()


def _without_what_is_for_the_compiler(every: list[Token]) -> Iterator[Token]:
    at = 0
    while at < len(every):
        token = every[at]
        yield token
        at += 1
        if token.text in FOR_THE_COMPILER and at < len(every) and every[at].text in "(<":
            at = after_closing(every, at)


def after_closing(every: list[Token], at: int) -> int:
    """The place behind the bracket that closes the one at `at`."""
    opening = every[at].text
    closing, depth = CLOSING[opening], 0
    while at < len(every):
        text = every[at].text
        if text == opening:
            depth += 1
        elif text == closing or (closing == ">" and text == ">>"):
            depth -= len(text) if closing == ">" else 1
        at += 1
        if depth <= 0:
            break
    return at
