"""Gives the expressions of a device description their types, and reports what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Optional

from ..document.nodes import Scalar
from ..expression import operations
from ..expression.operations import Misfit
from ..expression.syntax import Name, Number, Operation, SyntaxProblem, Tree, parse
from ..expression.term import Kind, Range, Term, constant, integers, of_bits
from ..problems.position import Position, Span
from ..problems.problem import Problem
from ..problems.proposals import nearest
from .model import Field, Setting
from .settings import setting_term

NOTHING = constant(Fraction(0))
NEGATED = {"<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@dataclass
class Scope:
    """What a name can stand for."""

    settings: Mapping[str, Setting] = field(default_factory=dict)
    tables: dict[str, tuple[Fraction, ...]] = field(default_factory=dict)
    table_settings: dict[str, str] = field(default_factory=dict)  # which setting chooses
    fields: dict[str, Field] = field(default_factory=dict)
    in_turns: dict[str, int] = field(default_factory=dict)
    formulas: Mapping[str, Scalar] = field(default_factory=dict)
    values: dict[str, Term] = field(default_factory=dict)
    turn: Optional[tuple[str, int]] = None  # the name of the loop's number, and how many turns there are
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)  # fields
    open: list[str] = field(default_factory=list)  # values being typed
    bounds: dict[str, Range] = field(default_factory=dict)  # of names, where a condition holds
    used_now: Optional[Callable[[Term, Span], None]] = None  # hears of fields and values in what is evaluated between steps

    def term(self, node: Scalar, *wanted: Kind) -> Term:
        """The typed expression of a scalar; a harmless one, and a problem, where it has an error."""
        try:
            term = _Typist(self, node).type(parse(node.text))
            if wanted and term.kind not in wanted:
                if wanted == (Kind.TRUTH,):
                    return operations.truth(term)
                phrase = {Kind.INTEGER: "a whole number", Kind.TRUTH: "a condition"}.get(wanted[0], "a number")
                raise Misfit(f"{phrase} is wanted here, and `{node.text}` is {operations.phrase(term)}")
            return term
        except SyntaxProblem as problem:
            span = _inside(node, problem.at, problem.length)
            self.problem("expression-syntax", f"this is no expression: {problem}", span, "correct it")
        except Misfit as misfit:
            self.problem(misfit.slug, str(misfit), _inside(node, *misfit.at) if misfit.at else node.span, misfit.help)
        return NOTHING

    def problem(self, slug: str, message: str, span: Span, fix: str) -> None:
        self.problems.append(Problem(slug, message, span, fix))

    def value(self, name: str) -> Term:
        """The term of a named value, typed when it is first used, so that their order does not matter."""
        if name not in self.values:
            if name in self.open:
                raise Misfit(f"the value `{name}` is defined by itself", "break the circle", "circular-value")
            self.open.append(name)
            outside = self.turn, self.bounds
            self.turn, self.bounds = None, {}
            self.values[name] = self.term(self.formulas[name])
            self.turn, self.bounds = outside
            self.open.pop()
        return self.values[name]

    def names(self) -> list[str]:
        turn = [self.turn[0]] if self.turn else []
        return [*self.settings, *self.tables, *self.fields, *self.formulas, *turn]


def _inside(node: Scalar, at: int, length: int) -> Span:
    """A part of a scalar that stands on one line as it is; else all of it."""
    quotes = node.span.length - len(node.text)
    if quotes not in (0, 2) or node.span.text[node.span.start.column - 1 + quotes // 2 :][: len(node.text)] != node.text:
        return node.span
    at = min(at, max(0, len(node.text) - 1))
    start = Position(node.span.start.file, node.span.start.line, node.span.start.column + quotes // 2 + at)
    return Span(start, min(length, len(node.text) - at) or 1, node.span.text)


def _length(tree: Tree) -> int:
    """Of the sign or word at which a tree begins."""
    if isinstance(tree, Operation):
        return len({"negate": "-", "bits": "[", "[]": "["}.get(tree.operator, tree.operator.replace("call:", "")))
    return len(tree.text) if isinstance(tree, Name) else 1


def _pointing(tree: Tree, misfit: Misfit) -> Misfit:
    misfit.at = tree.at, _length(tree)
    return misfit


class _Typist:
    def __init__(self, scope: Scope, node: Scalar) -> None:
        self.scope, self.node = scope, node

    def type(self, tree: Tree) -> Term:
        """The term of a tree; a misfit points at the operator, function or name that it is about."""
        try:
            return self.term(tree)
        except Misfit as misfit:
            misfit.at = misfit.at or (tree.at, _length(tree))
            raise

    def term(self, tree: Tree) -> Term:
        if isinstance(tree, Number):
            return constant(tree.value, Kind.INTEGER if tree.is_integer else Kind.REAL)
        if isinstance(tree, Name):
            term, bounds = self.name(tree), self.scope.bounds.get(tree.text)
            if self.scope.used_now and term.operator in ("field", "value"):
                self.scope.used_now(term, _inside(self.node, tree.at, len(tree.text)))
            return replace(term, range=bounds) if bounds else term
        tree = self.chosen(tree)
        if tree.operator == "if":
            return self.conditional(tree)
        first = tree.operands[0]
        if tree.operator == "[]" and isinstance(first, Name) and first.text in self.scope.tables:
            return self.table(first, tree.operands[1])
        if tree.operator == "call:index":
            return self.index(tree)
        if tree.operator in ("==", "!="):
            chosen = self.comparison_of_choice(tree)
            if chosen:
                return chosen
        if tree.operator == "**":
            return operations.power(self.type(tree.operands[0]), self.type(tree.operands[1]))
        return operations.apply(tree.operator, [self.type(operand) for operand in tree.operands])

    def chosen(self, tree: Operation) -> Operation:
        """`table(index)` is `table[index]`, and so with a bit of what is no function."""
        called = tree.operator.partition("call:")[2]
        if len(tree.operands) == 1 and called in self.scope.names() and not operations.is_function(called):
            return Operation("[]", (Name(called, tree.at), tree.operands[0]), tree.at)
        return tree

    def name(self, tree: Name) -> Term:
        scope, name = self.scope, tree.text
        if scope.turn and name == scope.turn[0]:
            return Term("turn", Kind.INTEGER, integers(0, scope.turn[1] - 1), name=name)
        if name in scope.fields:
            scope.used.add(name)
            one = scope.fields[name]
            return Term("field", Kind.INTEGER, of_bits(one.signed, one.bits), name=name, in_turn=name in scope.in_turns)
        if name in scope.settings:
            return setting_term(scope.settings[name])
        if name in scope.formulas:
            value = scope.value(name)
            return Term("value", value.kind, value.range, name=name, in_turn=value.in_turn)
        if name in scope.tables:
            raise Misfit(f"the table `{name}` needs an index", f"write `{name}[…]`")
        if name in ("true", "false"):
            return constant(Fraction(name == "true"), Kind.TRUTH)
        meant = nearest(name, scope.names())
        raise Misfit(
            f"nothing here is called `{name}`",
            f"did you mean `{meant}`?" if meant else "name a field that is read, a setting, a table or a value",
            "unknown-name",
        )

    def conditional(self, tree: Operation) -> Term:
        """In `a if n < 4 else b`, n is below 4 in a, and from 4 in b."""
        condition, *branches = tree.operands
        outside = self.scope.bounds
        terms = [self.type(condition)]
        for branch, holds in zip(branches, (True, False)):
            self.scope.bounds = {**outside, **self.bounds(condition, holds)}
            terms.append(self.type(branch))
            self.scope.bounds = outside
        return operations.apply("if", terms)

    def bounds(self, condition: Tree, holds: bool) -> dict[str, Range]:
        if not isinstance(condition, Operation) or condition.operator not in NEGATED or len(condition.operands) != 2:
            return {}
        name, number = condition.operands
        if not isinstance(name, Name) or not isinstance(number, Number):
            return {}
        term = self.type(name)
        if term.kind is not Kind.INTEGER or term.range is None:
            return {}
        low, high, limit = term.range.low, term.range.high, number.value
        operator = condition.operator if holds else NEGATED[condition.operator]
        if operator in ("<", "<="):
            high = min(high, limit - (operator == "<"))
        else:
            low = max(low, limit + (operator == ">"))
        return {name.text: Range(low, high)} if low <= high else {}

    def table(self, table: Name, index: Tree) -> Term:
        name = table.text
        numbers = self.scope.tables[name]
        setting = self.scope.table_settings.get(name)
        if setting:
            other = self.scope.settings.get(index.text) if isinstance(index, Name) else None
            if other is None or other.choices != self.scope.settings[setting].choices:
                raise Misfit(f"the table `{name}` has a number for each choice of `{setting}`", f"write `{name}[{setting}]`")
            at = Term("choice", Kind.INTEGER, integers(0, len(numbers) - 1), name=other.name.value)
        else:
            at = self.type(index)
            if at.kind is not Kind.INTEGER or at.range is None:
                raise Misfit(f"the table `{name}` is indexed by a whole number", "write a whole number")
            if at.range.low < 0 or at.range.high >= len(numbers):
                message = f"the index of `{name}` goes from {at.range.low} to {at.range.high}, and it has {len(numbers)} numbers"
                fix = "add numbers, or bound the index with `clamp`"
                raise _pointing(table, Misfit(message, fix, "index-out-of-table"))
        if at.constant is not None:
            return constant(numbers[int(at.constant)])
        kind = Kind.INTEGER if all(number.denominator == 1 for number in numbers) else Kind.REAL
        return Term("table", kind, Range(min(numbers), max(numbers)), (at,), name, at.in_turn)

    def index(self, tree: Operation) -> Term:
        operand = tree.operands[0]
        setting = self.scope.settings.get(operand.text) if isinstance(operand, Name) else None
        if len(tree.operands) != 1 or not setting or not setting.choices:
            raise Misfit("`index` takes a setting that has choices", "name such a setting")
        return Term("choice", Kind.INTEGER, integers(0, len(setting.choices) - 1), name=setting.name.value)

    def comparison_of_choice(self, tree: Operation) -> Optional[Term]:
        """`mode == high_resolution`: the words of a setting are known only beside it."""
        left, right = tree.operands
        setting = self.scope.settings.get(left.text) if isinstance(left, Name) else None
        if not setting or not setting.choices or setting.numbers or setting.is_truth:
            return None
        if not isinstance(right, Name) or right.text not in setting.choices:
            words = ", ".join(f"`{choice}`" for choice in setting.choices)
            raise _pointing(
                right, Misfit(f"`{setting.name}` is compared with one of its choices", f"write one of {words}", "unknown-choice")
            )
        at = Term("choice", Kind.INTEGER, integers(0, len(setting.choices) - 1), name=setting.name.value)
        return Term(tree.operator, Kind.TRUTH, None, (at, constant(Fraction(setting.choices.index(right.text)))))
