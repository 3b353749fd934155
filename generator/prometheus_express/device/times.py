"""Times in formulas, which are in microseconds and say so by a unit."""

from __future__ import annotations

from ..expression.syntax import Name, Number, Operation, SyntaxProblem, parse
from .typing import Scope

MICROSECONDS = "microseconds"


def tells_time(formula: str, scope: Scope) -> bool:
    """Whether it has a number with a unit of time, or a table or value, which can have been written with one, or a setting in
    microseconds. What is no expression is let pass."""
    try:
        waiting = [parse(formula)]
    except SyntaxProblem:
        return True
    while waiting:
        tree = waiting.pop()
        if isinstance(tree, Operation):
            waiting += tree.operands
        elif isinstance(tree, Number) and tree.is_time:
            return True
        elif isinstance(tree, Name):
            setting = scope.settings.get(tree.text)
            if tree.text in scope.tables or tree.text in scope.formulas or setting and setting.unit == MICROSECONDS:
                return True
    return False


def with_unit(formula: str) -> str:
    """What may have been meant by a formula without a unit."""
    return f"{formula}ms" if formula.isdigit() else f"1us * ({formula})"
