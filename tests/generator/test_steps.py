"""The count of steps that other tests hold against a bound."""

import pytest

from harness.steps import TooManySteps, steps_of


def called() -> None:
    pass


def calls(number: int) -> int:
    for _ in range(number):
        called()
    return number


def test_each_call_is_a_step() -> None:
    (few, first), (many, second) = steps_of(lambda: calls(50)), steps_of(lambda: calls(100))
    assert (few, many, second - first) == (50, 100, 50)


def test_calls_in_c_count() -> None:
    (_, first), (_, second) = (steps_of(lambda: [text.upper() for text in "a" * number]) for number in (50, 100))
    assert second - first == 50


def test_more_steps_than_allowed_end_at_once() -> None:
    with pytest.raises(TooManySteps):
        steps_of(lambda: calls(10**12), limit=1000)
    calls(2000)  # the bound is over
