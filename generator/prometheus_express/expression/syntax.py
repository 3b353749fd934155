"""The expression language of device descriptions: from text to a tree.

    expression  = or ["if" or "else" expression]
    or          = and {"or" and}            and  = not {"and" not}          not = "not" not | comparison
    comparison  = bits [("==" | "!=" | "<" | "<=" | ">" | ">=") bits]
    bits        = masked {"|" masked}       masked = shifted {"&" shifted}  shifted = sum {("<<" | ">>") sum}
    sum         = product {("+" | "-") product}
    product     = factor {("*" | "/" | "div" | "%") factor}
    factor      = ("-" | "~") factor | power
    power       = postfix ["**" number]
    postfix     = atom {"[" expression [":" expression] "]"}
    atom        = number | name | name "(" expression (":" expression | {"," expression}) ")" | "(" expression ")"

What brackets choose, a table's number or bits, parentheses behind a name choose, too: `table(index)`, `code(7:4)`. YAML takes them
in its lists without quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Optional, Union


@dataclass(frozen=True)
class Number:
    value: Fraction
    is_integer: bool
    at: int
    is_time: bool = False  # written with a unit of time, in microseconds


@dataclass(frozen=True)
class Name:
    text: str
    at: int


@dataclass(frozen=True)
class Operation:
    """`operator` applied to operands: a sign of the grammar, `if`, `bits`, `[]`, or `call:` and a function's name."""

    operator: str
    operands: tuple[Tree, ...]
    at: int


Tree = Union[Number, Name, Operation]


class SyntaxProblem(Exception):
    """What cannot be read, at a distance from the start of the text."""

    def __init__(self, message: str, at: int, length: int = 1) -> None:
        super().__init__(message)
        self.at, self.length = at, length


TOKEN = re.compile(
    r"\s*(?:(?P<number>0[xX][0-9A-Fa-f]+|0[bB][01]+|(?:[0-9]+(?:\.[0-9]+)?)(?:[eE][-+]?[0-9]+)?(?P<unit>us|ms|s)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>\*\*|<<|>>|[=!<>]=|[-+*/%&|~<>()\[\]:,]))"
)
MICROSECONDS = {"us": 1, "ms": 1000, "s": 1_000_000}
WORDS = frozenset(("or", "and", "not", "if", "else", "div"))
BINARY = (("|",), ("&",), ("<<", ">>"), ("+", "-"), ("*", "/", "div", "%"))
COMPARISONS = ("==", "!=", "<=", ">=", "<", ">")
DEEPEST = 60
LONGEST = 100  # characters of a number
MOST_TOKENS = 240  # so that no chain of operators is too deep for Python's stack


@dataclass(frozen=True)
class Token:
    kind: str  # number, name, sign, end
    text: str
    at: int
    unit: str = ""


def parse(text: str) -> Tree:
    """The tree of an expression; raises SyntaxProblem."""
    tokens = _tokens(text)
    if len(tokens) > MOST_TOKENS:
        raise SyntaxProblem("it is too long; give its parts a name in `values`", tokens[MOST_TOKENS].at)
    parser = _Parser(tokens)
    tree = parser.expression()
    parser.expect("end")
    return tree


def _tokens(text: str) -> list[Token]:
    tokens, at = [], 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if not match:
            at += len(text[at:]) - len(text[at:].lstrip())
            raise SyntaxProblem(f"`{text[at]}` cannot stand in an expression", at)
        kind = str(match.lastgroup if match.lastgroup != "unit" else "number")
        tokens.append(Token(kind, match.group(kind), match.start(kind), match.group("unit") or ""))
        at = match.end()
        if kind == "number" and re.match(r"[A-Za-z0-9_.]", text[at : at + 1]):
            raise SyntaxProblem(f"`{match.group(kind)}{text[at]}` is no number", match.start(kind), len(match.group(kind)) + 1)
    return [*tokens, Token("end", "", len(text))]


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens, self.position, self.depth = tokens, 0, 0

    @property
    def next(self) -> Token:
        return self.tokens[self.position]

    def take(self, *texts: str) -> Optional[Token]:
        token = self.next
        if token.kind in ("sign", "name") and token.text in texts:
            self.position += 1
            return token
        return None

    def expect(self, text: str) -> Token:
        token = self.next
        if (text == "end" and token.kind == "end") or (token.kind != "end" and token.text == text):
            self.position += token.kind != "end"
            return token
        raise self.unexpected("an operator" if text == "end" else f"`{text}`")

    def unexpected(self, wanted: str) -> SyntaxProblem:
        token = self.next
        got = "it ends" if token.kind == "end" else f"there is `{token.text}`"
        return SyntaxProblem(f"{wanted} is expected where {got}", token.at, max(1, len(token.text)))

    def expression(self) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise SyntaxProblem("it is nested too deep", self.next.at)
        value = self.either()
        if token := self.take("if"):
            condition = self.either()
            self.expect("else")
            value = Operation("if", (condition, value, self.expression()), token.at)
        self.depth -= 1
        return value

    def either(self) -> Tree:
        left = self.both()
        while token := self.take("or"):
            left = Operation("or", (left, self.both()), token.at)
        return left

    def both(self) -> Tree:
        left = self.negation()
        while token := self.take("and"):
            left = Operation("and", (left, self.negation()), token.at)
        return left

    def negation(self) -> Tree:
        if token := self.take("not"):
            self.depth += 1
            if self.depth > DEEPEST:
                raise SyntaxProblem("it is nested too deep", token.at)
            operation = Operation("not", (self.negation(),), token.at)
            self.depth -= 1
            return operation
        left = self.binary(0)
        if token := self.take(*COMPARISONS):
            left = Operation(token.text, (left, self.binary(0)), token.at)
        return left

    def binary(self, level: int) -> Tree:
        if level == len(BINARY):
            return self.factor()
        left = self.binary(level + 1)
        while token := self.take(*BINARY[level]):
            left = Operation(token.text, (left, self.binary(level + 1)), token.at)
        return left

    def factor(self) -> Tree:
        if token := self.take("-", "~"):
            self.depth += 1
            if self.depth > DEEPEST:
                raise SyntaxProblem("it is nested too deep", token.at)
            operation = Operation("negate" if token.text == "-" else "~", (self.factor(),), token.at)
            self.depth -= 1
            return operation
        base = self.postfix()
        if token := self.take("**"):
            exponent = self.atom()
            return Operation("**", (base, exponent), token.at)
        return base

    def postfix(self) -> Tree:
        value = self.atom()
        while token := self.take("["):
            first = self.expression()
            if self.take(":"):
                value = Operation("bits", (value, first, self.expression()), token.at)
            else:
                value = Operation("[]", (value, first), token.at)
            self.expect("]")
        return value

    def atom(self) -> Tree:
        token = self.next
        if token.kind == "number":
            self.position += 1
            return _number(token)
        if token.kind == "name" and token.text not in WORDS:
            self.position += 1
            if not self.take("("):
                return Name(token.text, token.at)
            arguments = [self.expression()]
            if self.take(":"):
                chosen = Operation("bits", (Name(token.text, token.at), arguments[0], self.expression()), token.at)
                self.expect(")")
                return chosen
            while self.take(","):
                arguments.append(self.expression())
            self.expect(")")
            return Operation("call:" + token.text, tuple(arguments), token.at)
        if self.take("("):
            value = self.expression()
            self.expect(")")
            return value
        raise self.unexpected("a number or name")


def _number(token: Token) -> Number:
    text = token.text.lower()
    if len(text) > LONGEST:
        raise SyntaxProblem(f"a number has at most {LONGEST} characters", token.at, len(text))
    if text.startswith(("0x", "0b")):
        return Number(Fraction(int(text, 0)), True, token.at)
    digits = text[: len(text) - len(token.unit)]
    exponent = re.search("e([-+]?[0-9]+)$", digits)
    if exponent and abs(int(exponent.group(1))) > 300:
        raise SyntaxProblem("the exponent is beyond 300", token.at, len(text))
    if token.unit:
        value = Fraction(digits) * MICROSECONDS[token.unit]
        if value.denominator != 1:
            raise SyntaxProblem("a time has no fractions of a microsecond", token.at, len(text))
        return Number(value, True, token.at, is_time=True)
    return Number(Fraction(digits), digits.isdigit(), token.at)
