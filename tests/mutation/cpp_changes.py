"""Changes of a C++ text, token by token. It is laid out by clang-format: a sign between blanks is an operator of two operands."""

from __future__ import annotations

from collections.abc import Iterator

from change import Change
from cpp_tokens import Token, after_closing, tokens

OPERATORS = {
    "relation": {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="},
    "arithmetic": {
        "+": "-", "-": "+", "*": "+", "/": "*", "%": "/", "<<": ">>", ">>": "<<", "|": "&", "&": "|", "^": "|",
        "+=": "-=", "-=": "+=", "*=": "+=", "/=": "*=", "|=": "&=", "&=": "|=",
    },
    "logic": {"&&": "||", "||": "&&"},
}  # fmt: skip
WORDS = {"true": "false", "false": "true"}
# The word before the brace that opens the body of a function or a statement, if no `)` is.
BEFORE_A_BODY = {")", "const", "noexcept", "else", "do", "override", "final", "try"}
NO_STATEMENT = {
    "return", "if", "for", "while", "switch", "case", "default", "else", "do", "break", "continue", "goto", "using", "static",
    "constexpr", "const", "auto", "throw", "delete", "new", "typedef", "struct", "class", "enum", "public", "private",
}  # fmt: skip
ASSIGNS = {"=", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>=", "++", "--"}


def changes(text: str) -> Iterator[Change]:
    every = tokens(text)
    bodies = _in_bodies(every)
    for at, token in enumerate(every):
        yield from _operator(token)
        yield from _constant(every, at)
        if token.text == "if":
            yield from _condition(text, every, at)
        elif token.text == "return":
            yield from _result(text, every, at)
        if bodies[at] and every[at - 1].text in (";", "{", "}"):
            yield from _statement(text, every, at)


def _operator(token: Token) -> Iterator[Change]:
    for kind, table in OPERATORS.items():
        if token.spaced and token.text in table:
            yield Change(kind, token.start, token.end, token.text, table[token.text])


def _constant(every: list[Token], at: int) -> Iterator[Change]:
    token = every[at]
    if token.text in WORDS:
        yield Change("constant", token.start, token.end, token.text, WORDS[token.text])
    digits = token.text.rstrip("uUlLzZ")
    if token.kind == "number" and digits.replace("'", "").isdigit():
        new = str(int(digits.replace("'", "")) + 1) + token.text[len(digits) :]
        yield Change("constant", token.start, token.end, token.text, new)


def _condition(text: str, every: list[Token], at: int) -> Iterator[Change]:
    """`if (a)` to `if (!(a))`; not where it declares something."""
    if every[at + 1].text == "(":
        end = after_closing(every, at + 1) - 1
        inner = every[at + 2 : end]
        if inner and not {";", "="} & {token.text for token in inner}:
            old = text[inner[0].start : inner[-1].end]
            yield Change("condition", inner[0].start, inner[-1].end, old, f"!({old})")


def _result(text: str, every: list[Token], at: int) -> Iterator[Change]:
    end = next((i for i in range(at, len(every)) if every[i].text == ";"), at + 1)
    inner = every[at + 1 : end]
    if inner and inner[0].text not in ("{", "true", "false", "*") and not any(token.text == "{" for token in inner):
        old = text[inner[0].start : inner[-1].end]
        if old != "0":
            yield Change("result", inner[0].start, inner[-1].end, old, "{}")


def _statement(text: str, every: list[Token], at: int) -> Iterator[Change]:
    """A call or an assignment, as far as tokens tell: a word that no other word follows, up to the semicolon."""
    first, end = every[at], at
    if first.kind != "word" or first.text in NO_STATEMENT or every[at + 1].kind == "word" or every[at + 1].text in ("&", "*", "<", ":"):
        return
    while end < len(every) and every[end].text not in (";", "{", "}"):
        end = after_closing(every, end) if every[end].text == "(" else end + 1
    inside = {token.text for token in every[at:end]}
    if end < len(every) and every[end].text == ";" and every[end - 1].kind != "number" and ("(" in inside or inside & ASSIGNS):
        old = text[first.start : every[end].end]
        yield Change("statement", first.start, every[end].end, old, ";")


def _in_bodies(every: list[Token]) -> list[bool]:
    """Of each token, whether the innermost brace around it opened the body of a function or a statement."""
    opened, found = [False], []
    for at, token in enumerate(every):
        if token.text == "}" and len(opened) > 1:
            opened.pop()
        found.append(opened[-1])
        if token.text == "{":
            opened.append(at > 0 and every[at - 1].text in BEFORE_A_BODY)
    return found
