"""Waiting for a fact, never for a time."""

import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
PAUSE = 0.02  # seconds between two looks


def wait_until(
    look: "Callable[[], Answer | None]",
    what: str,
    seconds: float = 20,
    show: "Callable[[], object] | None" = None,
) -> Answer:
    """Looks until the answer is a true one, and returns it. `what` is waited for; `show` says what there is instead."""
    deadline = time.monotonic() + seconds
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s: {what}; last seen: {show() if show else answer!r}")
        time.sleep(PAUSE)
