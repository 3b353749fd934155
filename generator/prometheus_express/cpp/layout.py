"""Lines of C++ that are too long, broken where a reader would: at the outermost and weakest operator, after a comma, between the
words of a comment. What is one word stays one, and so does the text of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .text import LINE, comment

_OPENING, _CLOSING = "([{", ")]}"
# Between operands, from the one that binds least; a comma binds less than any.
_OPERATORS = ("?", ":", "||", "&&", "|", "&", "==", "!=", "<", "<=", ">", ">=", "<<", ">>", "+", "-", "*", "/", "%")
_WORDS = re.compile(
    r'(?P<text>"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\')|(?P<comment>//)|(?P<comma>, )|(?P<other> (?:=|->) )'
    rf"| (?P<operator>{'|'.join(re.escape(one) for one in sorted(_OPERATORS, key=len, reverse=True))}) "
    r"|(?P<angle>(?<=[\w:])<(?=[\w:]))|(?P<bracket>[()\[\]{}>])|(?P<space> )"
)
_RAW = re.compile(r'R"(_*)\(')
_PART = 80  # bytes of a piece of a text that is longer than a line


def columns(text: str) -> int:
    return len(text.encode())


def laid_out(text: str) -> str:
    """The text of a file, with its long lines broken."""
    lines: list[str] = []
    end = ""  # of the raw text in which a line stands
    for line in text.split("\n"):
        if end:
            lines.append(line)
            end = "" if end in line else end
            continue
        raw = _RAW.search(line)
        if raw and f'){raw.group(1)}"' not in line:
            end = f'){raw.group(1)}"'
        lines += [line] if raw or columns(line) <= LINE or line.startswith("#") else _broken(line)
    return "\n".join(lines)


@dataclass(frozen=True)
class _Break:
    """Where a line can end, and where the next would begin."""

    end: int
    start: int
    urgency: tuple[int, int, int]  # the least is taken
    depth: int  # of brackets


def _broken(line: str) -> Iterator[str]:
    code = line.lstrip(" ")
    indent = len(line) - len(code)
    found = re.match("//+", code)
    if found:
        yield from (" " * indent + one for one in comment(code[found.end() :], LINE - indent, found.group()))
        return
    code, remark = _parted(code)
    if remark:
        yield from (" " * indent + one for one in comment(remark, LINE - indent, "//"))
    yield from _lines(_cut_texts(code), indent)


def _parted(code: str) -> tuple[str, str]:
    """The code, and the comment behind it."""
    for word in _WORDS.finditer(code):
        if word.lastgroup == "comment":
            return code[: word.start()].rstrip(), code[word.end() :]
    return code, ""


def _cut_texts(code: str) -> str:
    """With texts that no line can hold as several, in parentheses: without them, compilers take it for a forgotten comma."""

    def cut(word: re.Match[str]) -> str:
        if word.lastgroup != "text" or columns(word.group()) <= LINE - 30:
            return word.group()
        pieces, size = [""], 0
        for char in re.findall(r"\\[0-7]{3}|\\.|.", word.group()[1:-1]):
            size += columns(char)
            if size > _PART:
                pieces.append("")
                size = columns(char)
            pieces[-1] += char
        texts = " ".join(f'"{piece}"' for piece in pieces)
        alone = code in (word.group(), f"{word.group()};")  # a line of a text of several, where they would be a call
        return texts if alone else f"({texts})"

    return _WORDS.sub(cut, code)


def _lines(code: str, indent: int) -> Iterator[str]:
    breaks, start, lead = list(_breaks(code)), 0, " " * indent
    place = 0  # of the first break behind `start`
    while columns(lead + code[start:]) > LINE:
        fitting: list[_Break] = []
        while place < len(breaks) and breaks[place].end <= start:
            place += 1
        for one in breaks[place:]:
            if fitting and columns(lead + code[start : one.end]) > LINE:
                break
            fitting.append(one)
        if not fitting:
            break
        if columns(lead + code[start : fitting[0].end]) > LINE:
            fitting = fitting[:1]
        chosen = min(fitting, key=lambda one: (one.urgency, -one.end))
        yield lead + code[start : chosen.end]
        start, lead = chosen.start, " " * (indent + 4 + 2 * min(max(chosen.depth - 1, 0), 3))
    yield lead + code[start:]


def _breaks(code: str) -> Iterator[_Break]:
    """In order. The further out, the more urgent: at operators and commas of the same brackets rather than behind the opening one,
    and at any of these rather than at other blanks."""
    depth, angles = 0, [0]  # open `<` in each bracket
    questions = 0
    for word in _WORDS.finditer(code):
        kind, text = word.lastgroup, word.group()
        outside = depth + sum(angles)
        if kind == "angle":
            angles[-1] += 1
        elif kind == "bracket" and text == ">":
            angles[-1] -= angles[-1] > 0
        elif kind == "bracket" and text in _OPENING:
            depth += 1
            angles.append(0)
            yield _Break(word.end(), word.end(), (0, 2 * depth + 1, 0), depth)
        elif kind == "bracket":
            depth -= 1
            angles.pop()
            angles = angles or [0]
        elif kind == "comma":
            yield _Break(word.end() - 1, word.end(), (0, 2 * outside, 0), outside)
        elif kind == "operator" and (text != " : " or questions):
            questions += {" ? ": 1, " : ": -1}.get(text, 0)
            yield _Break(word.start(), word.start() + 1, (0, 2 * outside, 1 + _OPERATORS.index(text.strip())), outside)
        elif kind == "other":
            yield _Break(word.end() - 1, word.end(), (1, outside, 0), outside)
        elif kind in ("space", "operator"):
            yield _Break(word.start(), word.start() + 1, (2, outside, 0), outside)
