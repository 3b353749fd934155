"""Counts the steps of Python code, which are the same in every run: calls, of Python's functions and of those in C."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Result = TypeVar("Result")
CALLS = ("call", "c_call")


class TooManySteps(AssertionError):
    """Raised in the code itself, so that what would take hours ends at once."""


def steps_of(code: "Callable[[], Result]", limit: float = float("inf")) -> "tuple[Result, int]":
    """The result of the code and how many steps it took; more than the limit are a failure."""
    steps = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal steps
        if event in CALLS:
            steps += 1
            if steps > limit:
                raise TooManySteps(f"more than {limit} steps")

    sys.setprofile(count)
    try:
        return code(), steps
    finally:
        sys.setprofile(None)
