"""What floating point could get wrong is calculated in integers, wherever it stands: `trunc` and comparisons of what only
settings decide. What changes nothing is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from ..device.model import Device
from ..expression.term import Kind, Term
from ..ir.program import Change, FailIf, Jump, Pause, Put, Statement
from .exact import Exact
from .simplify import simplified

COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))


def exact_term(device: Device, term: Term) -> Term:
    """The term as the driver calculates it."""
    return simplified(_Rewriter(device).term(term))


def exact_statement(device: Device, statement: Statement) -> Statement:
    """The statement, with its formula as the driver calculates it."""
    if isinstance(statement, (Put, Change)):
        return replace(statement, term=exact_term(device, statement.term))
    if isinstance(statement, Pause):
        return replace(statement, microseconds=exact_term(device, statement.microseconds))
    if isinstance(statement, (FailIf, Jump)) and statement.condition:
        return replace(statement, condition=exact_term(device, statement.condition))
    return statement


class _Rewriter:
    def __init__(self, device: Device) -> None:
        self.device = device
        self.made: dict[int, tuple[Term, Term]] = {}  # by the id of the term that it was: those above it share it

    def term(self, term: Term) -> Term:
        if id(term) not in self.made:
            self.made[id(term)] = term, self.anew(term)
        return self.made[id(term)][1]

    def anew(self, term: Term) -> Term:
        exact: Optional[Term] = None
        if term.operator == "trunc":
            exact = Exact(self.device).truncated(term)
        elif term.operator in COMPARISONS and any(one.kind is Kind.REAL for one in term.operands):
            exact = Exact(self.device).compared(term)
        if exact is not None:
            return self.term(exact)
        operands = tuple(map(self.term, term.operands))
        same = all(one is other for one, other in zip(operands, term.operands))
        return term if same else replace(term, operands=operands)
