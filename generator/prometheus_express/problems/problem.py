"""Problems with what the user wrote, and what a pass makes beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Optional, TypeVar

from .position import Span

Product = TypeVar("Product")


class Severity(Enum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Note:
    """A further place that belongs to a problem, such as an earlier definition."""

    message: str
    span: Span


@dataclass(frozen=True)
class Problem:
    """What is wrong at `span`; `help` says what to write instead."""

    slug: str
    message: str
    span: Span
    help: str
    notes: tuple[Note, ...] = ()
    severity: Severity = Severity.ERROR
    metric: str = ""  # of a warning: the metric that can accept it


@dataclass(frozen=True)
class Outcome(Generic[Product]):
    """What a pass made, if it could make anything, and all the problems it met."""

    product: Optional[Product]
    problems: tuple[Problem, ...] = ()


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
